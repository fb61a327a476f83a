#include "ui/couple/before_parts.hpp"
#include "ui/couple/form_words.hpp"
#include "ui/kit/people.hpp"
#include "ui/kit/when.hpp"

namespace ui {
namespace {

using Screen = model::screen::BeforeYouBegin;

struct Point3 {
    Icon icon;
    std::string title, words;
};

std::vector<Point3> points(const Page& page, const Screen& screen) {
    const auto& sitting = screen.seat.sitting;
    const auto left = screen.resumed ? model::progress_of(*page.state.content, *screen.resumed).left
                                     : model::progress_at_start(*page.state.content, sitting).left;
    const auto count = whole_minutes(left);
    const auto minutes = fill(trn("before.minutes", "About a minute", "About {minutes} minutes", count),
                              {{"minutes", std::to_string(count)}});
    const auto partner = partner_words(sitting, model::other(screen.seat.partner));
    return {{Icon::skip, tr("before.skip", "You may skip anything"),
             tr("before.skip-words", "No reason needed. You can also stop at any time.")},
            {Icon::clock, minutes, tr("before.break", "Your place is kept if you need a break.")},
            {Icon::lock, tr("before.locked", "Your answers are locked when you finish"),
             fill(tr("before.locked-words",
                     "They stay with this practice. Nothing reaches {partner} unless you choose to release it."),
                  {{"partner", partner}})}};
}

// One line of the card: who and what they see, beside each other or, where it is too long, above each other.
void add_seen(Page& page, Flow& flow, const Seen& seen, float gap, bool ruled) {
    const float indent = page.icon_size() + 16;
    const float room = flow.width() - indent;
    const float name = page.text_width(seen.who, Style::body, Weight::bold);
    const bool one_line = !page.text_at_least(150) && name + 16 + page.text_width(seen.what, Style::body) <= room;
    const float above = page.text_height(seen.who, room, Style::body, Weight::bold);
    const float height =
        one_line ? page.type(Style::body).line : above + page.text_height(seen.what, room, Style::body);
    flow.block(
        height,
        [&page, seen, indent, room, name, one_line, above, gap, ruled](Rect at) {
            if (ruled) page.line({at.x, at.y - gap / 2}, {at.right(), at.y - gap / 2}, page.color.line, 1);
            const float size = page.icon_size();
            page.icon({at.x, at.y + (page.type(Style::body).line - size) / 2, size, size}, seen.icon, seen.color);
            const auto paper = page.color.surface;
            const float x = at.x + indent;
            page.text({x, at.y, one_line ? name + 1 : room, 0}, seen.who, {.weight = Weight::bold, .paper = paper});
            const Rect below =
                one_line ? Rect{x + name + 16, at.y, room - name - 16, 0} : Rect{x, at.y + above, room, 0};
            page.text(below, seen.what, {.color = page.color.soft, .paper = paper});
        },
        gap);
}

void add_point(Page& page, Flow& flow, const Point3& one, float gap) {
    const float tile = std::max(48.f, page.icon_size() + 24);
    const float room = flow.width() - tile - 24;
    const float title = page.text_height(one.title, room, Style::heading, Weight::bold);
    const float words = page.text_height(one.words, room, Style::body);
    flow.block(
        std::max(tile, title + words),
        [&page, one, tile, room, title](Rect at) {
            const float size = page.icon_size();
            page.box({at.x, at.y, tile, tile}, page.color.action_soft, 16);
            page.icon({at.x + (tile - size) / 2, at.y + (tile - size) / 2, size, size}, one.icon, page.color.action);
            page.text({at.x + tile + 24, at.y, room, 0}, one.title, {.style = Style::heading, .weight = Weight::bold},
                      Role::heading);
            page.text({at.x + tile + 24, at.y + title, room, 0}, one.words, {.color = page.color.soft});
        },
        gap);
}

}

bool knows_the_way(const Page& page, const Screen& screen) {
    return !screen.resumed && model::knows_the_way(*page.state.content, screen.seat);
}

std::vector<Seen> who_sees(const Page& page, const Screen& screen) {
    const auto& sitting = screen.seat.sitting;
    const auto partner = name_words(sitting, model::other(screen.seat.partner));
    const auto sees = tr("before.sees", "sees your answers");
    std::vector<Seen> seen{
        {Icon::eye, page.color.ok,
         fill(tr("before.therapist", "{therapist}, your therapist"), {{"therapist", sitting.therapist}}), sees}};
    for (const auto& colleague : sitting.colleagues)
        seen.push_back({Icon::eye, page.color.ok,
                        fill(tr("before.colleague", "{name}, who works with {therapist}"),
                             {{"name", colleague}, {"therapist", therapist_within(sitting.therapist)}}),
                        sees});
    seen.insert(seen.end(),
                {{Icon::eye_off, page.color.soft, partner.empty() ? tr("before.your-partner", "Your partner") : partner,
                  tr("before.does-not-see", "does not see your answers")},
                 {Icon::eye_off, page.color.soft, tr("before.desk", "The front desk"),
                  tr("before.progress", "sees your progress, never an answer")}});
    return seen;
}

SeenCard seen_card(Page& page, std::span<const Seen> seen, float width, bool heading) {
    const bool large = page.text_at_least(150);
    const float inset = large ? 24 : 32, gap = large ? 16 : 28, top = large ? 16 : 20;
    Flow inside(page, width - 2 * inset);
    if (heading)
        inside.text(tr("before.who", "Who will see this"),
                    {.style = Style::heading, .weight = Weight::bold, .paper = page.color.surface}, (gap + 4) / 2 + 8,
                    Role::heading);
    for (const auto& one : seen)
        add_seen(page, inside, one, gap, &one != &seen.front());
    const float above = top + (heading ? 0 : 8), below = top + (heading ? 12 : 0);
    return {inside, inset, above, above + inside.height() + below};
}
void draw_card(Page& page, const SeenCard& card, Rect at) {
    page.card(at, true);
    card.inside.draw({at.x + card.inset, at.y + card.above});
}

Flow under_card(Page& page, const Screen& screen, float width, float gap) {
    Flow flow(page, width);
    const auto& sitting = screen.seat.sitting;
    const auto modules = modules_of(page, sitting);
    if (!knows_the_way(page, screen) || modules.empty() || modules.front() == nullptr) {
        for (const auto& one : points(page, screen))
            add_point(page, flow, one, gap);
        return flow;
    }
    flow.heading(modules.front()->title, Style::heading, 8);
    flow.text(modules.front()->intro, {.color = page.color.soft}, 12);
    for (const auto& line : notice_of(page, sitting, 0))
        flow.text(line, {}, 12);
    add_form_facts(page, flow, *modules.front(), {});
    return flow;
}

}
