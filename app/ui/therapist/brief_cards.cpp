#include "ui/therapist/brief_cards.hpp"
#include "chart/brief_words.hpp"
#include "chart/pair_words.hpp"
#include "chart/score_words.hpp"
#include "model/case/caseload.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/therapist/brief_parts.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr std::size_t quoted_lines = 2;

constexpr float inset_x = 24, inset_y = 12;

// What a card is measured with: as few lines, and as small a picture, as it can be read with.
float least_room(const Page& page, BriefPart part) {
    if (part == BriefPart::mission) return page.type(Style::body).line * 3;
    if (part == BriefPart::open_with) return page.type(Style::body).line * 4 + 8;
    return 1;
}

// A short word, and what was written right of it; on a page of its own all of that, below the word.
void quote(Page& page, Flow& flow, const std::string& label, float label_width, const std::string& words,
           const std::string& nothing, bool whole) {
    const float width = flow.width() - label_width - 12;
    const bool none = words.empty();
    const auto said = none ? nothing : fill(tr("brief.quote", "“{words}”"), {{"words", words}});
    if (whole) {
        flow.text(label, brief_soft(page), 0);
        flow.stay_with_next();
        return flow.text(said, none ? brief_soft(page) : brief_note(page), 8);
    }
    const auto shown = in_lines(page, said, width, Style::small, quoted_lines);
    // As high whatever was written, so that the next line stands where it always does.
    flow.block(
        brief_line(page) * quoted_lines,
        [&page, label, label_width, shown, width, none](Rect at) {
            page.text({at.x, at.y, label_width + 2, 0}, label, brief_soft(page));
            page.text({at.x + label_width + 12, at.y, width, 0}, shown, none ? brief_soft(page) : brief_note(page));
        },
        4);
}

// 0 to 10 as a line with eleven marks, and the point on it.
void draw_urgency(Page& page, Rect at, model::Partner partner, int value) {
    const float middle = at.center().y;
    page.line({at.x, middle}, {at.right(), middle}, page.color.edge, 2);
    for (int i = 0; i <= 10; ++i) {
        const float x = at.x + at.w * static_cast<float>(i) / 10, half = i % 5 == 0 ? 6.f : 3.f;
        page.line({x, middle - half}, {x, middle + half}, page.color.edge, 1);
    }
    const float x = at.x + at.w * static_cast<float>(value) / 10, radius = page.icon_size() * 0.32f;
    page.disc({x, middle}, radius + 2, page.color.surface);
    page.partner_mark({x, middle}, radius, partner);
}

std::string number_of(const std::optional<model::Score>& score) {
    return heard_number(score ? score->value : std::nullopt);
}

}

BriefCards::BriefCards(Page& page, const model::screen::Case& screen)
    : m_page(page), m_screen(screen),
      m_shown(std::make_shared<const Shown>(
          Shown{model::brief_of(*page.state.content, screen.file, screen.visit), names_of(screen.file)})) {}

std::string BriefCards::title(BriefPart part) const {
    switch (part) {
    case BriefPart::words:
        return tr("brief.words", "In their words");
    case BriefPart::stand:
        return tr("brief.stand", "Where they stand");
    case BriefPart::meet:
        return tr("brief.meet", "Before you meet");
    case BriefPart::mission:
        return tr("brief.mission", "Their mission");
    case BriefPart::open_with:
        return tr("brief.open", "Could open with");
    }
    return {};
}

std::string BriefCards::day_of(std::size_t visit) const {
    return visit_day(m_page, m_screen.file.visits[visit].date);
}

std::string BriefCards::beside(BriefPart part) const {
    const auto& brief = m_shown->brief;
    if (part == BriefPart::words && brief.words)
        return fill(tr("brief.asked", "Asked {day}"), {{"day", day_of(brief.words->visit)}});
    if (part == BriefPart::mission && brief.mission)
        return fill(tr("brief.agreed", "Agreed {day}"), {{"day", visit_day(m_page, brief.mission->at)}});
    return {};
}

std::string BriefCards::gist(BriefPart part) const {
    const auto& [brief, names] = *m_shown;
    switch (part) {
    case BriefPart::words: {
        if (!brief.words) return tr("brief.not-asked", "Not asked yet");
        const auto urgency = [&](model::Partner partner) {
            return heard_number(brief.words->value.of(partner).urgency, 0);
        };
        return fill(tr("brief.urgent-gist", "Urgent: {name_a} {a}, {name_b} {b}"), {{"name_a", names.a},
                                                                                    {"a", urgency(model::Partner::a)},
                                                                                    {"name_b", names.b},
                                                                                    {"b", urgency(model::Partner::b)}});
    }
    case BriefPart::stand: {
        if (!brief.alliance) return tr("brief.not-asked", "Not asked yet");
        const auto& row = brief.alliance->value.rows.front();
        return fill(tr("brief.stand-gist", "{scale}: {name_a} {a}, {name_b} {b}"), {{"scale", row.scale->title},
                                                                                    {"name_a", names.a},
                                                                                    {"a", number_of(row.scores.a)},
                                                                                    {"name_b", names.b},
                                                                                    {"b", number_of(row.scores.b)}});
    }
    case BriefPart::meet:
        return private_words(m_screen.file.name_a, m_screen.file.name_b, model::private_answers_of(m_screen.file)) +
               ". " + tr("brief.more-lines", "Three more lines.");
    case BriefPart::mission: {
        const bool any = brief.mission && !brief.mission->statement.sentences.empty();
        return any ? brief.mission->statement.sentences.front().text : tr("brief.no-mission", "Not agreed yet");
    }
    case BriefPart::open_with:
        return brief.prompts.empty() ? std::string() : brief.prompts.front();
    }
    return {};
}

std::string BriefCards::more(BriefPart part) const {
    const auto& [brief, names] = *m_shown;
    if (part == BriefPart::stand && brief.gaps && !brief.gaps->value.pairs.empty())
        return fill(tr("brief.gap-gist", "Widest gap: {what}."),
                    {{"what", chart::label_of(*brief.gaps->value.pairs.front().item)}});
    if (part != BriefPart::words || !brief.words) return {};
    for (const auto partner : model::both_partners) {
        const auto& said = brief.words->value.of(partner);
        for (const auto* words : {&said.why, &said.hope})
            if (!words->empty())
                return fill(tr("brief.quote-of", "{name}: “{words}”"),
                            {{"name", names.of(partner)}, {"words", *words}});
    }
    return {};
}

Flow BriefCards::words(float width, bool whole) const {
    Flow flow(m_page, width);
    const std::string why = tr("brief.why", "Why"), hope = tr("brief.hope", "Hope"),
                      urgent = tr("brief.urgent", "Urgent");
    const float label = std::max(m_page.text_width(why, Style::small), m_page.text_width(hope, Style::small));
    for (const auto partner : model::both_partners) {
        const auto& asked = m_shown->brief.words;
        const auto said = asked ? asked->value.of(partner) : model::Brief::Words{};
        const auto number = number_words(said.urgency, 0);
        auto& page = m_page;
        flow.block(
            page.type(Style::body).line,
            [&page, name = m_shown->names.of(partner), partner, urgent, number, value = said.urgency](Rect at) {
                const auto first = page.tree.widgets.size();
                const float drop = (at.h - brief_line(page)) / 2;
                const float wide = page.text_width(number, Style::small, Weight::bold) + 2;
                const float word = page.text_width(urgent, Style::small) + 2;
                page.text({at.right() - wide, at.y + drop, wide, 0}, number, brief_strong(page));
                page.text({at.right() - wide - 12 - word, at.y + drop, word, 0}, urgent, brief_soft(page));
                const float scale = 96;
                float room = at.w - wide - 24 - word - small_mark_indent(page);
                const bool drawn = value && page.text_width(name, Style::body) + scale + 24 <= room;
                if (drawn) {
                    room -= scale + 24;
                    draw_urgency(page, {at.right() - wide - 24 - word - scale, at.y, scale, at.h}, partner, *value);
                }
                draw_small_mark(page, {at.x, at.y + drop}, partner);
                page.text({at.x + small_mark_indent(page), at.y, room, 0}, in_lines(page, name, room, Style::body, 1),
                          {.style = Style::body, .paper = page.color.surface});
                page.heard_as(first, at, chart::figure_words(name, urgent, heard_number(value, 0)));
            },
            4);
        flow.stay_with_next();
        const bool answered = asked && model::part_of(m_screen.file.visits[asked->visit], partner).content.has_value();
        const auto nothing =
            answered ? tr("brief.nothing", "Nothing written") : tr("brief.no-answers", "No answers yet");
        quote(page, flow, why, label, said.why, nothing, whole);
        if (!whole) flow.stay_with_next();
        quote(page, flow, hope, label, said.hope, nothing, whole);
        if (partner == model::Partner::a) add_rule(page, flow);
    }
    return flow;
}

Flow BriefCards::mission(float width, float height) const {
    Flow flow(m_page, width);
    const auto& agreed = m_shown->brief.mission;
    if (!agreed) {
        flow.text(tr("brief.no-mission", "Not agreed yet"), brief_soft(m_page), 0);
        return flow;
    }
    const auto text = chart::mission_words(m_shown->brief);
    const TextLook look{.style = Style::body, .paper = m_page.color.surface};
    flow.text(height > 0 ? shortened(m_page, text, {width, height}, Style::body) : text, look, 0);
    return flow;
}

Flow BriefCards::open_with(float width, float height) const {
    Flow flow(m_page, width);
    const float icon = m_page.icon_size() + 12, gap = 8;
    float whole = 0;
    for (const auto& prompt : m_shown->brief.prompts)
        whole += m_page.text_height(prompt, width - icon, Style::body) + gap;
    // A question is asked whole: in smaller letters rather than cut.
    const bool fits = height == 0 || whole <= height;
    const auto style = fits ? Style::body : Style::small;
    const float half = (height - gap) / 2, line = m_page.type(style).line;
    const auto lines = fits ? 6 : static_cast<std::size_t>(std::max(1.f, std::floor(half / line)));
    for (const auto& prompt : m_shown->brief.prompts)
        flow.icon_text(Icon::speech, height == 0 ? prompt : in_lines(m_page, prompt, width - icon, style, lines),
                       {.style = style, .paper = m_page.color.surface}, gap);
    return flow;
}

Flow BriefCards::content(BriefPart part, float width, float height) const {
    switch (part) {
    case BriefPart::words:
        return words(width, height == 0);
    case BriefPart::stand:
        return stand(width, height);
    case BriefPart::meet:
        return meet(width);
    case BriefPart::mission:
        return mission(width, height);
    case BriefPart::open_with:
        break;
    }
    return open_with(width, height);
}

void BriefCards::add_title(Flow& flow, BriefPart part) const {
    const TextLook look{.style = Style::heading, .weight = Weight::bold, .paper = m_page.color.surface};
    add_ends(m_page, flow, title(part), look, beside(part), brief_soft(m_page), 4);
    flow.stay_with_next();
}

void BriefCards::draw(BriefPart part, Rect at) const {
    m_page.card(at);
    const auto inside = at.inset(inset_x, inset_y);
    Flow head(m_page, inside.w);
    add_title(head, part);
    const float below = head.draw(Point{inside.x, inside.y});
    const float left = inside.bottom() - below;
    content(part, inside.w, left).draw(Point{inside.x, below});
}

float BriefCards::least_height(BriefPart part, float width) const {
    const float inner = width - 2 * inset_x;
    Flow head(m_page, inner);
    add_title(head, part);
    return 2 * inset_y + head.height() + content(part, inner, least_room(m_page, part)).height();
}

}
