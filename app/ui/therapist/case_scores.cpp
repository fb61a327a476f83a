#include "chart/range_words.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "ui/kit/chart_canvas.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr float padding = 24;      // of the card round a chart
constexpr float least_chart = 560; // below this width a chart's columns have no room

std::string named(const std::string& name, const std::string& words) {
    return fill(tr("case.by", "{name}: {words}"), {{"name", name}, {"words", words}});
}

std::string score_words(const model::Score& score) {
    if (!score.value) return chart::value_words(score);
    const auto band = chart::band_words(score);
    return fill(tr("case.score", "{value}, {range}, {count} answered"),
                {{"value", chart::value_words(score)},
                 {"range", band.empty() ? tr("case.no-range", "no range")
                                        : fill(tr("case.range", "95 % range {band}"), {{"band", band}})},
                 {"count", chart::count_words(score)}});
}

// The charts of a module's rows: as many rows in each as one page has room for.
std::vector<chart::ScoreBars> cut(const chart::Ruler& ruler, const chart::ScoreBars& bars, float width, float highest) {
    std::vector<chart::ScoreBars> charts;
    for (const auto& row : bars.rows) {
        if (!charts.empty()) {
            auto longer = charts.back();
            longer.rows.push_back(row);
            if (chart::score_bars_height(ruler, longer, width) <= highest) {
                charts.back() = std::move(longer);
                continue;
            }
        }
        charts.push_back({bars.name_a, bars.name_b, {row}});
    }
    return charts;
}

bool add_charts(Page& page, Flow& flow, const chart::ScoreBars& bars, float highest) {
    const ChartCanvas measuring(page, {}, page.color.surface);
    const float growth = measuring.growth();
    const float width = (flow.width() - 2 * padding) / growth;
    if (width < least_chart) return false;
    const auto charts = cut(measuring, bars, width, (highest - 2 * padding) / growth);
    std::vector<float> heights;
    for (const auto& one : charts)
        heights.push_back(chart::score_bars_height(measuring, one, width) * growth);
    if (std::ranges::any_of(heights, [&](float height) { return height + 2 * padding > highest; })) return false;
    for (std::size_t i = 0; i < charts.size(); ++i)
        flow.block(
            heights[i] + 2 * padding,
            [&page, bars = charts[i], width](Rect at) {
                page.card(at);
                const auto first = page.tree.widgets.size();
                ChartCanvas canvas(page, {at.x + padding, at.y + padding}, page.color.surface);
                chart::draw_score_bars(canvas, bars, {}, width, chart_colors(page));
                page.heard_as(first, at, chart::bars_words(bars));
            },
            12);
    return true;
}

// One partner's score as words and a bar across the page, where a chart has no room.
void add_in_words(Page& page, Flow& flow, const Answered& person, const model::Score& score,
                  const chart::Range& range) {
    // Lying, large letters leave a page room for several scores only where these are close.
    const bool close = !page.portrait() && page.text_at_least(150);
    flow.text(named(person.name, score_words(score)), {.style = close ? Style::small : Style::body}, 4);
    if (!score.value || range.high <= range.low) return;
    flow.stay_with_next();
    flow.block(
        close ? 24 : 32,
        [&page, partner = person.partner, score, range](Rect at) {
            const float y = at.center().y;
            const auto place = [&](double value) {
                return at.x + 12 + static_cast<float>((value - range.low) / (range.high - range.low)) * (at.w - 24);
            };
            auto color = partner == model::Partner::a ? page.color.a : page.color.b;
            page.line({at.x, y}, {at.right(), y}, page.color.line, 2);
            if (score.band) {
                auto faded = color;
                faded.a = 90;
                page.box(
                    {place(score.band->low), y - 4, std::max(8.f, place(score.band->high) - place(score.band->low)), 8},
                    faded, 4);
            }
            const float x = place(*score.value);
            if (partner == model::Partner::b) page.disc({x, y}, 11, page.color.bg);
            page.partner_mark({x, y}, 12, partner);
        },
        close ? 8 : 12);
}

std::string meaning_words(const model::Scale& scale) {
    if (scale.low_means.empty() || scale.high_means.empty()) return {};
    return fill(tr("case.means", "{scale}, low: {low}. High: {high}."),
                {{"scale", scale.title}, {"low", scale.low_means}, {"high", scale.high_means}});
}

// Which numbers may be compared with other people's, and what a range without a published error says.
std::string range_note(const std::vector<const model::Scale*>& scales) {
    const bool norms = std::ranges::any_of(scales, [](const auto* scale) { return !scale->norms.empty(); });
    std::string note;
    if (!norms) note = tr("case.no-norms", "No norms: these numbers are not compared with other people.");
    for (const auto& words : {chart::range_words(scales), chart::borrowed_words(scales)})
        if (!words.empty()) note += (note.empty() ? "" : " ") + words;
    return note;
}

// Scales that stand together: all of a module, or those about one person, and the partners who named one.
struct Group {
    std::string about;
    std::vector<const model::Scale*> scales;
    std::vector<Answered> people;
};

std::vector<Group> groups_of(const model::Module& module, const std::vector<const model::Scale*>& scales,
                             std::span<const Answered> people) {
    std::vector<Group> groups;
    for (const auto* scale : scales) {
        if (!groups.empty() && groups.back().scales.back()->person == scale->person) {
            groups.back().scales.push_back(scale);
            continue;
        }
        Group group{.about = {}, .scales = {scale}, .people = {}};
        for (const auto& person : people) {
            const auto named = model::person_named(module, scale->person, *person.answers);
            if (scale->person && !named) continue;
            group.people.push_back(person);
            if (!named) continue;
            const auto about =
                fill(tr("case.about", "{name} with {person}"), {{"name", person.name}, {"person", *named}});
            group.about += (group.about.empty() ? "" : "  ·  ") + about;
        }
        groups.push_back(std::move(group));
    }
    std::erase_if(groups, [](const Group& group) { return group.people.empty(); });
    return groups;
}

void add_group(Page& page, Flow& flow, const model::Module& module, const Group& group, float highest) {
    chart::ScoreBars bars;
    for (const auto& person : group.people)
        (person.partner == model::Partner::a ? bars.name_a : bars.name_b) = person.name;
    for (const auto* scale : group.scales) {
        chart::ScoreRow row{.title = scale->title,
                            .facet = scale->facet_of.has_value(),
                            .range = chart::range_of(*scale),
                            .a = {},
                            .b = {}};
        for (const auto& person : group.people)
            (person.partner == model::Partner::a ? row.a : row.b) = model::score(module, *scale, *person.answers);
        bars.rows.push_back(std::move(row));
    }
    const auto score_of = [&](std::size_t row, const Answered& person) -> const std::optional<model::Score>& {
        return person.partner == model::Partner::a ? bars.rows[row].a : bars.rows[row].b;
    };
    if (!add_charts(page, flow, bars, highest)) {
        for (std::size_t i = 0; i < group.scales.size(); ++i) {
            flow.text(group.scales[i]->title, {.style = Style::body, .weight = Weight::bold}, 4);
            flow.stay_with_next();
            for (const auto& person : group.people)
                if (const auto& score = score_of(i, person)) {
                    if (&person != &group.people.front()) flow.stay_with_next(); // the two beside each other
                    add_in_words(page, flow, person, *score, bars.rows[i].range);
                }
        }
    }
}

// What a published form's scores mean.
void add_published(Page& page, Flow& notes, const model::Module& module, const Group& group) {
    const TextLook note{.style = Style::small, .color = page.color.soft};
    for (const auto* scale : group.scales)
        for (const auto& person : group.people)
            for (const auto& words : chart::published_words(*scale, model::score(module, *scale, *person.answers)))
                notes.text(named(person.name, fill(tr("case.of-scale", "{scale}. {words}"),
                                                   {{"scale", scale->title}, {"words", words}})),
                           note, 4);
}

}

void add_module_scores(Page& page, Flow& flow, const model::Module& module, std::span<const Answered> people,
                       bool private_ones, float highest) {
    std::vector<const model::Scale*> scales;
    for (const auto& scale : module.scales)
        if (is_private(module, scale) == private_ones) scales.push_back(&scale);
    if (scales.empty() || people.empty()) return;

    // What is said below the scores comes first, to know how much room it leaves them.
    Flow notes(page, flow.width());
    const TextLook note{.style = Style::small, .color = page.color.soft};
    const auto groups = groups_of(module, scales, people);
    for (const auto& group : groups)
        add_published(page, notes, module, group);
    if (!groups.empty())
        for (const auto* scale : groups.front().scales)
            if (!scale->facet_of) notes.text(meaning_words(*scale), note, 4);
    for (const auto& person : people) {
        const auto map = private_ones ? std::string{} : chart::map_words(module, *person.answers);
        if (!map.empty()) notes.text(named(person.name, map), note, 4);
    }
    if (!groups.empty()) {
        notes.text(range_note(scales), note, 8);
        add_how_answered(page, notes, module, scales, people);
    }
    // Below the title and, where there is one, whom it is about; neither is left alone on a page.
    const bool about = std::ranges::any_of(groups, [](const Group& group) { return !group.about.empty(); });
    const float room = highest - page.type(Style::heading).line - 24 - (about ? page.type(Style::body).line + 8 : 0);
    const float below = room - notes.height() - 36, limit = below >= room / 2 ? below : room;
    flow.heading(module.title);
    for (const auto& group : groups) {
        if (!group.about.empty()) {
            flow.text(group.about, {.style = Style::body, .weight = Weight::bold}, 8, Role::heading);
            flow.stay_with_next();
        }
        const bool last = &group == &groups.back();
        add_group(page, flow, module, group, last ? limit : room);
    }
    if (groups.empty())
        flow.text(tr("case.nobody-named", "Nobody was named, so nothing was asked."), {.style = Style::body}, 8);
    else if (notes.height() > 0 && below >= room / 2)
        flow.stay_with_next(); // the last scores
    if (notes.fits(room)) notes.stay_together();
    flow.append(notes);
    flow.block(
        0, [](Rect) {}, 16);
}

void add_part_notes(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit) {
    for (const auto partner : {model::Partner::a, model::Partner::b}) {
        const auto& part = model::part_of(visit, partner);
        const auto name = called(screen.file, partner);
        if (part.wish)
            flow.icon_text(Icon::speech, fill(tr("case.wish", "{name} would like a word."), {{"name", name}}),
                           {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 12);
        for (const auto* item : model::not_agreed_to(*page.state.content, visit, partner))
            flow.icon_text(Icon::alert,
                           fill(tr("case.no-consent", "{name} did not agree: \"{statement}\" They were asked nothing "
                                                      "more."),
                                {{"name", name}, {"statement", item->text}}),
                           {.style = Style::heading, .weight = Weight::bold, .color = page.color.alert}, 12);
        const auto missing = missing_words(screen.file, part, partner);
        if (!missing.empty())
            flow.icon_text(
                part.problem.empty() ? Icon::clock : Icon::alert, part.problem.empty() ? missing : named(name, missing),
                {.style = Style::body, .color = part.problem.empty() ? page.color.soft : page.color.alert}, 12);
    }
    add_session_notes(page, flow, screen);
    add_form_note(page, flow, visit);
}

void add_scores(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                float highest, bool private_note) {
    Flow notes(page, flow.width());
    if (private_note) add_private_note(notes, screen.file);
    add_part_notes(page, notes, screen, visit);
    add_times_taken(page, notes, screen.file, visit);
    flow.append(notes);
    flow.block(
        0, [](Rect) {}, notes.height() > 0 ? 12 : 0);
    flow.stay_with_next();
    // So that the first scores stand below them, where there is room for both.
    float left = highest - notes.height() - 12;
    if (left < highest / 2) left = highest;
    std::vector<Answered> people;
    for (const auto partner : {model::Partner::a, model::Partner::b})
        if (const auto& content = model::part_of(visit, partner).content)
            people.push_back({partner, called(screen.file, partner), &content->answers, &content->first_at});
    bool any = false;
    for (const auto* module : model::forms_of(*page.state.content, visit)) {
        any =
            any || std::ranges::any_of(module->scales, [&](const auto& scale) { return !is_private(*module, scale); });
        add_module_scores(page, flow, *module, people, false, any ? left : highest);
        if (any) left = highest;
        add_changes(page, flow, screen, *module, people);
    }
    if (!any)
        flow.text(tr("case.nothing-scored", "Nothing in this visit is scored. The answers are under Answers."),
                  {.style = Style::heading});
}

}
