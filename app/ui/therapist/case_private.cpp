// One partner's private answers, opened by a step of its own: what has to be known first, then form by form, and beside
// them what practice guidance says to do, which is the same whatever was answered.
#include "chart/answer_words.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "ui/layout/pages.hpp"
#include "ui/layout/tab_row.hpp"
#include "ui/therapist/case_guide.hpp"
#include "ui/therapist/case_parts.hpp"
#include "ui/therapist/private_cards.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float guide_width = 432, between = 16;
constexpr std::size_t most_steps = 7; // more of them are told by their words alone

std::string toward_me() {
    return tr("private.toward-me", "From my partner toward me");
}
std::string from_me() {
    return tr("private.from-me", "From me toward my partner");
}

std::string name_of(const model::Item& item, const std::optional<std::string>& person) {
    return model::with_person(item.chart_label.empty() ? item.text : item.chart_label, person);
}

std::size_t steps_of(const model::Item& item) {
    const bool ordered = item.kind == model::ItemKind::choice || item.kind == model::ItemKind::two_way;
    return ordered && item.choices.size() <= most_steps ? item.choices.size() : 0;
}

PrivateCell cell_of(const model::Item& item, const std::optional<int>& value, std::string skipped) {
    PrivateCell cell{.words = std::move(skipped), .steps = steps_of(item), .spoken = {}};
    if (!value) return cell;
    cell.words = chart::answer_words(item, model::Chosen{*value});
    cell.answered = true;
    const auto found = std::ranges::find(item.choices, *value, &model::Choice::value);
    if (cell.steps > 0 && found != item.choices.end())
        cell.step = static_cast<std::size_t>(found - item.choices.begin()) + 1;
    return cell;
}

std::string not_reached() {
    return tr("case.not-reached", "Not reached");
}

PrivateCell cell_of(const model::Item& item, const model::Answer* answer) {
    if (answer == nullptr) return cell_of(item, std::nullopt, not_reached());
    if (const auto* chosen = std::get_if<model::Chosen>(answer)) return cell_of(item, chosen->value, {});
    auto cell = cell_of(item, std::nullopt, chart::answer_words(item, *answer));
    cell.answered = model::is_answered(*answer);
    return cell;
}

// Both directions.
std::vector<PrivateCell> cells_of(const model::Item& item, const model::Answer* answer) {
    const auto* ways = answer == nullptr ? nullptr : std::get_if<model::BothWays>(answer);
    if (answer != nullptr && ways == nullptr) return {cell_of(item, answer), cell_of(item, answer)};
    const auto none = answer == nullptr ? not_reached() : tr("answer.skipped", "Skipped");
    return {cell_of(item, ways == nullptr ? std::nullopt : ways->toward_me, none),
            cell_of(item, ways == nullptr ? std::nullopt : ways->from_me, none)};
}

// A form's private items as cards: those with one answer, those with two, those about somebody.
class Cards {
public:
    Cards(Page& page, bool one_way_a_card) : m_page(page), m_one_way_a_card(one_way_a_card) {}

    void add(const model::Module& module, const model::Answers& answers, bool opening) {
        const auto asked = model::which_apply(module, answers);
        m_title.clear();
        for (std::size_t i = 0; i < module.items.size(); ++i) {
            const auto& item = module.items[i];
            if (!is_private(module, item) || !asked[i] || !takes_answer(item.kind) || item.opens_private != opening)
                continue;
            const auto found = answers.find({module.id, item.id});
            const auto* answer = found == answers.end() ? nullptr : &found->second;
            const auto person = model::person_named(module, item.person, answers);
            const auto title = person ? fill(tr("private.about", "{form}, about {person}"),
                                             {{"form", module.title}, {"person", *person}})
                                      : module.title;
            if (opening)
                add_opening(item, answer, module.title);
            else
                add(item, answer, title, name_of(item, person));
        }
    }
    // What the content no longer asks. It may have been private, so it stands here.
    void add_unknown(const model::Content& content, const model::Answers& answers) {
        PrivateCard card{.title = tr("case.unknown", "Questions this kiosk no longer has"), .columns = {}, .lines = {}};
        card.words = m_page.width(); // who knows what they are
        for (const auto& [ref, answer] : answers) {
            const auto* module = model::find_module(content, ref.module);
            if (module != nullptr && model::find_item(*module, ref.item) != nullptr) continue;
            card.lines.push_back({ref.module.value + ": " + ref.item.value, {cell_of({}, &answer)}});
        }
        if (!card.lines.empty()) m_cards.push_back(std::move(card));
    }
    const std::vector<PrivateCard>& cards() const { return m_cards; }

private:
    void add_opening(const model::Item& item, const model::Answer* answer, const std::string& form) {
        auto& card = m_cards.emplace_back(PrivateCard{.title = form, .columns = {}, .lines = {}, .opens = true});
        add_line(card, item, name_of(item, std::nullopt), {cell_of(item, answer)});
        card.lines.back().cells.front().steps = 0; // in words alone
        card.steps = 0;
    }

    void add(const model::Item& item, const model::Answer* answer, const std::string& title, const std::string& name) {
        const bool two = shape_of(item.kind) == model::AnswerShape::both_ways;
        if (m_title != title || m_two != two || m_steps != steps_of(item)) begin(title, two, steps_of(item));
        if (!two) return add_line(m_cards.back(), item, name, {cell_of(item, answer)});
        auto cells = cells_of(item, answer);
        if (m_one_way_a_card) {
            add_line(m_cards[m_cards.size() - 2], item, name, {cells[0]});
            return add_line(m_cards.back(), item, name, {cells[1]});
        }
        cells[0].spoken = toward_me();
        cells[1].spoken = from_me();
        add_line(m_cards.back(), item, name, std::move(cells));
    }

    void begin(const std::string& title, bool two, std::size_t steps) {
        m_title = title;
        m_two = two;
        m_steps = steps;
        if (two && m_one_way_a_card) {
            for (const auto& way : {toward_me(), from_me()})
                m_cards.push_back(
                    {.title = fill(tr("private.one-way", "{form}. {way}"), {{"form", title}, {"way", way}}),
                     .columns = {},
                     .lines = {}});
            return;
        }
        m_cards.push_back({.title = title, .columns = {}, .lines = {}});
        if (two) m_cards.back().columns = {toward_me(), from_me()};
    }

    // The columns are as wide as the widest of all that might have been answered.
    void add_line(PrivateCard& card, const model::Item& item, const std::string& name, std::vector<PrivateCell> cells) {
        const auto widen = [&](const std::string& words) {
            card.words = std::max(card.words, m_page.text_width(words, Style::body, Weight::bold));
        };
        card.steps = std::max(card.steps, steps_of(item));
        for (const auto& choice : item.choices)
            widen(choice.label);
        widen(tr("answer.skipped", "Skipped"));
        if (item.choices.empty()) widen(std::string(40, 'n'));
        card.lines.push_back({name, std::move(cells)});
    }

    Page& m_page;
    bool m_one_way_a_card;
    std::vector<PrivateCard> m_cards;
    std::string m_title;
    bool m_two = false;
    std::size_t m_steps = 0;
};

TabRow row_of(Page& page, const model::screen::Case& screen, float width) {
    std::vector<Page::Segment> partners;
    for (const auto partner : model::both_partners)
        partners.push_back({.id = partner == model::Partner::a ? "partner:a" : "partner:b",
                            .name = called(screen.file, partner),
                            .on = screen.partner == partner,
                            .action = model::action::PartnerChosen{partner}});
    std::optional<ButtonSpec> close;
    if (screen.opened_private) {
        close = {.id = "private:close",
                 .name = tr("case.private-shut", "Close private answers"),
                 .look = ButtonLook::secondary,
                 .icon = Icon::eye_off,
                 .action = model::action::PrivateClosed{}};
        if (page.fit_button(*close).w > width * 0.3f) close->name = tr("case.private-shut-short", "Close");
    }
    return {page, std::move(partners), width, {model::Partner::a, model::Partner::b}, close};
}

void add_step(Page& page, Flow& flow, const model::screen::Case& screen) {
    const auto name = called(screen.file, screen.partner);
    flow.text(fill(tr("case.private-title", "Open {name}'s private answers?"), {{"name", name}}),
              {.style = Style::large}, 12, Role::heading);
    flow.text(
        fill(tr("case.private-what",
                "They were given to you alone, many of them about fear, harm and control. Make sure that nobody else "
                "sees this screen. Opening them is not shown to {name} or to anyone else."),
             {{"name", name}}),
        {.style = Style::body}, 8);
    flow.text(
        tr("case.private-close",
           "They close by themselves when you go elsewhere or the screen locks. They are never part of a shared page."),
        {.style = Style::body, .color = page.color.soft}, 24);
    add_button(page, flow,
               {.id = "private:open",
                .name = fill(tr("case.private-open", "Open {name}'s private answers"), {{"name", name}}),
                .look = ButtonLook::primary,
                .icon = Icon::lock,
                .action = model::action::PrivateOpened{}},
               0);
}

void draw_opened(Page& page, const model::screen::Case& screen, const model::VisitRecord& visit, const TabRow& row,
                 Rect room) {
    const auto name = called(screen.file, screen.partner);
    const auto reading = model::private_reading(*page.state.content, visit, *screen.opened_private);
    const Rect below{room.x, room.y + row.height() + 8, room.w, room.h - row.height() - 8};
    const bool beside = !page.portrait() && !page.text_at_least(150) && guide_fits(page, name, {guide_width, below.h});
    const float width = beside ? below.w - guide_width - between : below.w;

    Cards cards(page, page.text_at_least(175));
    for (const bool opening : {true, false})
        for (const auto* module : reading.forms)
            cards.add(*module, reading.answers, opening);
    cards.add_unknown(model::content_of(*page.state.content, visit), screen.opened_private->answers);
    const auto pages = private_pages(page, cards.cards(), {width, below.h});

    Flow more(page, width);
    add_problem(page, more, screen);
    add_form_note(page, more, visit);
    const Answered person{screen.partner, name, &reading.answers};
    for (const auto* module : reading.forms)
        add_module_scores(page, more, *module, {&person, 1}, true, below.h);
    if (!beside) add_guide(page, more, name);
    const auto count = pages.size() + (more.height() > 0 ? more.pages(below.h) : 0);
    const auto shown = shown_page(screen.page, count);
    row.draw({room.x, room.y}, shown, count);
    if (shown < pages.size())
        draw_private_page(page, pages[shown], {below.x, below.y, width, below.h});
    else
        more.draw_page({below.x, below.y, width, below.h}, shown - pages.size());
    if (beside) draw_guide(page, name, {below.right() - guide_width, below.y, guide_width, below.h});
}

}

void draw_private(Page& page, const model::screen::Case& screen, const model::VisitRecord& visit, Rect room) {
    room.h = page.height() - (page.portrait() ? 64 : 16) - room.y;
    const auto row = row_of(page, screen, room.w);
    const auto& part = model::part_of(visit, screen.partner);
    const auto missing = missing_words(screen.file, part, screen.partner);
    const auto& opened = screen.opened_private;
    if (missing.empty() && opened && opened->partner == screen.partner && opened->sitting == visit.sitting)
        return draw_opened(page, screen, visit, row, room);
    const Rect below{room.x, room.y + row.height() + 20, room.w, room.h - row.height() - 20};
    Flow flow(page, room.w);
    add_problem(page, flow, screen);
    const bool problem = !part.problem.empty();
    if (!missing.empty())
        flow.icon_text(problem ? Icon::alert : Icon::clock, missing,
                       {.style = Style::heading, .color = problem ? page.color.alert : page.color.soft});
    else
        add_step(page, flow, screen);
    const auto count = flow.pages(below.h), shown = shown_page(screen.page, count);
    row.draw({room.x, room.y}, shown, count);
    flow.draw_page(below, shown);
}

}
