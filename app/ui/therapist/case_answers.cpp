// What both answered, beside each other: where they differ most first, or form by form.
#include "chart/answer_words.hpp"
#include "chart/signature.hpp"
#include "model/case/beside.hpp"
#include "model/form/applies.hpp"
#include "ui/layout/columns.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/pages.hpp"
#include "ui/layout/tab_row.hpp"
#include "ui/therapist/case_cards.hpp"
#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

using Row = model::Beside::Row;

constexpr float between = 24, air = 8;
constexpr float question_share = 0.42f;

// In large letters more lines have room on a page.
Style style_of(const Page& page) {
    return is_crowded(page) ? Style::small : Style::body;
}
float mark_room(const Page& page) {
    return page.icon_size() * 0.72f + 12;
}

struct Said {
    std::string name, words;
    bool answered = false, asked = true;
};

std::string way_words(const model::Item& item, const std::optional<int>& value) {
    return value ? chart::answer_words(item, model::Chosen{*value}) : tr("answer.not-answered", "not answered");
}

// What was answered, said as such where nobody came to it; shorter than on paper, where it stands below its question.
std::string words_of(const model::Item& item, const model::Answer* answer) {
    if (answer == nullptr) return tr("case.not-reached", "Not reached");
    if (const auto* ways = std::get_if<model::BothWays>(answer))
        return fill(tr("case.two-ways", "Toward me: {toward}. From me: {from}."),
                    {{"toward", way_words(item, ways->toward_me)}, {"from", way_words(item, ways->from_me)}});
    return chart::answer_words(item, *answer);
}

Said said_by(const model::CaseFile& file, const Row& row, model::Partner partner) {
    const auto* answer = row.answers.of(partner);
    if (!row.asked.of(partner)) return {.name = called(file, partner), .words = {}, .asked = false};
    return {.name = called(file, partner),
            .words = words_of(*row.item, answer),
            .answered = answer != nullptr && model::is_answered(*answer)};
}

// A mark, and what its partner answered.
struct Answering {
    Said said;
    model::Partner partner;
    Style style;

    Weight weight() const { return said.answered ? Weight::bold : Weight::regular; }
    float height(const Page& page, float width) const {
        return page.text_height(said.words, width - mark_room(page), style, weight());
    }
    bool fits(const Page& page, float width) const {
        return words_fit(page, said.words, width - mark_room(page), style, weight());
    }
    void draw(Page& page, Rect at) const {
        if (said.words.empty()) return;
        const float radius = page.icon_size() * 0.36f, line = page.type(style).line;
        page.partner_mark({at.x + radius, at.y + line / 2}, radius, partner);
        page.text({at.x + mark_room(page), at.y, at.w - mark_room(page), 0}, said.words,
                  {.style = style, .weight = weight(), .color = said.answered ? page.color.ink : page.color.soft});
        auto& name = page.tree.widgets.back().name;
        name = fill(tr("case.by", "{name}: {words}"), {{"name", said.name}, {"words", name}});
    }
};

class Lines {
public:
    Lines(Page& page, Flow& flow, const model::CaseFile& file, float highest)
        : m_page(page), m_flow(flow), m_file(file), m_highest(highest), m_style(style_of(page)),
          m_table(!page.portrait() && !page.text_at_least(150)) {}

    // Each of them where the question names somebody of their own.
    void add(const Row& row) {
        if (row.persons.a == row.persons.b || !row.asked.a || !row.asked.b)
            return add(row, row.asked.a ? row.persons.a : row.persons.b, {true, true});
        add(row, row.persons.a, {true, false});
        add(row, row.persons.b, {false, true});
    }

private:
    void add(const Row& row, const std::optional<std::string>& person, model::OfBoth<bool> of) {
        const auto question = model::with_person(row.item->text, person);
        std::vector<Answering> answers;
        for (const auto partner : model::both_partners) {
            auto said = of.of(partner) ? said_by(m_file, row, partner) : Said{};
            answers.push_back({std::move(said), partner, m_style});
        }
        const float wide = m_table ? std::floor(m_flow.width() * question_share) : m_flow.width();
        const float beside = m_table ? (m_flow.width() - wide - 2 * between) / 2 : (m_flow.width() - between) / 2;
        const float asked = m_page.text_height(question, wide, m_style);
        const float given = std::max(answers[0].height(m_page, beside), answers[1].height(m_page, beside));
        const float height = 2 * air + (m_table ? std::max(asked, given) : asked + given);
        const bool whole =
            height <= m_highest * 0.6f && answers[0].fits(m_page, beside) && answers[1].fits(m_page, beside);
        if (!whole) return add_long(question, answers);
        m_flow.block(
            height,
            [&page = m_page, question, answers, wide, beside, asked, table = m_table, style = m_style](Rect at) {
                page.text({at.x, at.y + air, wide, 0}, question, {.style = style, .color = page.color.soft});
                const float y = at.y + air + (table ? 0 : asked), x = at.x + (table ? wide + between : 0);
                answers[0].draw(page, {x, y, beside, 0});
                answers[1].draw(page, {x + beside + between, y, beside, 0});
                page.line({at.x, at.bottom()}, {at.right(), at.bottom()}, page.color.line, 1);
            },
            0);
        add_signatures(row, of);
    }

    // Texts that take most of a page, or words wider than their column.
    void add_long(const std::string& question, const std::vector<Answering>& answers) {
        m_flow.text(question, {.style = m_style, .color = m_page.color.soft}, 4);
        m_flow.stay_with_next();
        ui::Row row;
        for (const auto& one : answers) {
            if (one.said.words.empty()) continue;
            auto& cell = one.partner == model::Partner::a ? row.left : row.right;
            cell = {.author = one.partner, .spoken = one.said.name, .words = {{.text = one.said.words}}};
        }
        add_row(m_page, m_flow, row, m_highest, 16);
    }

    // As they were drawn, each on a line of paper.
    void add_signatures(const Row& row, model::OfBoth<bool> of) {
        constexpr float high = 96, inset = 12, wide = (high - 2 * inset) * 3 + 2 * inset;
        std::vector<std::pair<std::string, const model::Signed*>> drawn;
        for (const auto partner : model::both_partners) {
            const auto* answer = of.of(partner) ? row.answers.of(partner) : nullptr;
            const auto* sign = answer == nullptr ? nullptr : std::get_if<model::Signed>(answer);
            if (sign != nullptr && !sign->strokes.empty()) drawn.emplace_back(called(m_file, partner), sign);
        }
        if (drawn.empty()) return;
        m_flow.stay_with_next();
        m_flow.block(
            high + 8,
            [&page = m_page, drawn](Rect at) {
                float x = at.x;
                for (const auto& [name, sign] : drawn) {
                    draw_signature(page, *sign, name, {x, at.y + 8, wide, high}, inset);
                    x += wide + between;
                }
            },
            8);
    }
    static void draw_signature(Page& page, const model::Signed& sign, const std::string& name, Rect card, float inset) {
        page.box(card, page.color.surface, 12);
        page.outline(card, page.color.line, 1, 12);
        const auto box = card.inset(inset, inset);
        for (const auto& stroke : sign.strokes) {
            std::vector<Point> places;
            for (const auto point : chart::smooth(stroke, {box.x, box.y, box.w, box.h}))
                places.push_back({point.x, point.y});
            page.curve(places, page.color.ink, std::max(1.5f, box.h * chart::pen_share));
        }
        page.add({.id = "signature:" + std::to_string(page.tree.widgets.size()),
                  .role = Role::picture,
                  .name = fill(tr("case.signature", "{name}: the signature as it was drawn"), {{"name", name}}),
                  .rect = card});
    }

    Page& m_page;
    Flow& m_flow;
    const model::CaseFile& m_file;
    float m_highest;
    Style m_style;
    bool m_table;
};

TabRow orders_of(Page& page, bool by_form, float width) {
    return {page,
            {{.id = "answers:apart",
              .name = tr("case.differ-most", "Differ most"),
              .on = !by_form,
              .action = model::action::AnswersOrdered{false}},
             {.id = "answers:form",
              .name = tr("case.by-form", "By form"),
              .on = by_form,
              .action = model::action::AnswersOrdered{true}}},
            width};
}

void add_missing_parts(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit) {
    for (const auto partner : model::both_partners) {
        const auto& part = model::part_of(visit, partner);
        const auto words = missing_words(screen.file, part, partner);
        const bool problem = !part.problem.empty();
        if (!words.empty())
            flow.icon_text(problem ? Icon::alert : Icon::clock, words,
                           {.style = Style::body, .color = problem ? page.color.alert : page.color.soft}, 12);
    }
}

}

void draw_answers(Page& page, const model::screen::Case& screen, const model::VisitRecord& visit, Rect room) {
    room.h = page.height() - (page.portrait() ? 64 : 16) - room.y;
    const auto beside = model::beside_each_other(*page.state.content, visit);
    const auto furthest = model::furthest_first(beside);
    const bool by_form = screen.answers_by_form || furthest.empty();
    const auto orders = orders_of(page, by_form, room.w);
    const float above = orders.height() + 12;
    const Rect below{room.x, room.y + above, room.w, room.h - above};
    Flow flow(page, room.w);
    add_problem(page, flow, screen);
    add_missing_parts(page, flow, screen, visit);
    add_form_note(page, flow, visit);
    Lines lines(page, flow, screen.file, below.h);
    if (by_form) {
        const model::Module* form = nullptr;
        for (const auto& row : beside.rows) {
            if (std::exchange(form, row.module) != row.module) flow.heading(row.module->title);
            lines.add(row);
        }
        for (const auto partner : model::both_partners)
            add_time_taken(page, flow, screen.file, visit, partner);
    } else {
        for (const auto* row : furthest)
            lines.add(*row);
        flow.text(tr("case.not-told-apart", "Texts and the like have no order: they are under By form."),
                  {.style = Style::small, .color = page.color.soft}, 0);
    }
    const auto pages = flow.pages(below.h), shown = shown_page(screen.page, pages);
    if (furthest.empty())
        TabRow(page, {}, room.w).draw({room.x, room.y}, shown, pages);
    else
        orders.draw({room.x, room.y}, shown, pages);
    flow.draw_page(below, shown);
}

}
