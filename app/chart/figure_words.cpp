// What the rows of figures say.
#include "chart/figure_rows.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include "core/when.hpp"
#include "model/form/applies.hpp"
#include <algorithm>

namespace chart {
namespace {

using core::fill;
using core::tr;
using core::trn;

std::string people_words(std::size_t people) {
    return fill(trn("figures.people", "{count} person", "{count} people", static_cast<long long>(people)),
                {{"count", std::to_string(people)}});
}

std::string few_words() {
    return tr("figures.few", "Fewer than 30 people");
}

std::string estimate_words(const std::optional<model::Estimate>& estimate) {
    if (!estimate) return tr("figures.none", "Cannot be told from these answers");
    return fill(tr("figures.estimate", "{value} ({low} to {high})"), {{"value", core::decimal(estimate->value, 2)},
                                                                      {"low", core::decimal(estimate->low, 2)},
                                                                      {"high", core::decimal(estimate->high, 2)}});
}

FigureRow estimate_row(std::string label, const std::optional<model::Estimate>& estimate) {
    return {.label = std::move(label), .words = estimate_words(estimate), .range = estimate, .point = {}};
}

std::string days_words(const model::RetestFigures& again) {
    return fill(tr("figures.days", "{people}, {days} days apart ({least} to {most})"),
                {{"people", people_words(again.people)},
                 {"days", core::plain(again.median_days)},
                 {"least", std::to_string(again.least_days)},
                 {"most", std::to_string(again.most_days)}});
}

void add_rows(std::vector<FigureRow>& rows, std::string who, const model::ScaleFigures& figures) {
    FigureRow head{.label = std::move(who), .words = few_words(), .range = {}, .point = {}, .head = true};
    if (figures.scores)
        head.words = fill(tr("figures.scores", "{people}, mean {mean}, SD {deviation}"),
                          {{"people", people_words(figures.scores->people)},
                           {"mean", core::decimal(figures.scores->mean, 2)},
                           {"deviation", core::decimal(figures.scores->deviation, 2)}});
    rows.push_back(std::move(head));
    if (!figures.scores) return;
    if (figures.items) {
        rows.push_back(estimate_row(tr("figures.omega", "Omega (one factor)"), figures.items->omega));
        if (figures.items->people != figures.scores->people)
            rows.back().words += "; " + fill(tr("figures.whole", "{people} answered every item"),
                                             {{"people", people_words(figures.items->people)}});
        rows.push_back(estimate_row(tr("figures.alpha", "Alpha"), figures.items->alpha));
    } else {
        rows.push_back({.label = tr("figures.items-few", "Omega and alpha, of those who answered every item"),
                        .words = few_words(),
                        .range = {},
                        .point = {}});
    }
    const auto label = tr("figures.again", "The same people again, ICC(2,1)");
    if (!figures.again) {
        rows.push_back({.label = label, .words = few_words(), .range = {}, .point = {}});
        return;
    }
    rows.push_back(estimate_row(label, figures.again->icc));
    rows.back().words += "; " + days_words(*figures.again);
}

std::string item_words(const model::Module& module, const model::Key& key) {
    const auto* item = model::find_item(module, key.item);
    const auto words = item == nullptr             ? key.item.value
                       : item->chart_label.empty() ? model::with_person(item->text, "…")
                                                   : item->chart_label;
    return key.reversed ? fill(tr("figures.reversed", "{item} (reversed)"), {{"item", words}}) : words;
}

}

FigureTitle figure_title(const model::Measure& measure, const model::MeasureFigures& figures) {
    std::string versions;
    for (const auto& version : figures.versions)
        versions += (versions.empty() ? "" : ", ") + version;
    return {measure.scale->title, fill(tr("figures.of-form", "{form}, version {version}"),
                                       {{"form", measure.module->title}, {"version", versions}})};
}

std::vector<FigureRow> figure_rows(const model::Measure& measure, const model::MeasureFigures& figures,
                                   std::span<const model::Locale> locales) {
    std::vector<FigureRow> rows;
    add_rows(rows, tr("figures.everyone", "Everyone"), figures.all);
    if (!figures.all.scores) return rows;
    for (const auto& row : figures.languages) {
        const auto locale = std::ranges::find(locales, model::Language{row.tag}, &model::Locale::language);
        add_rows(rows, locale == locales.end() ? row.tag : locale->name, row.figures);
    }
    if (!figures.all.items) return rows;
    const auto& rest = figures.all.items->item_rest;
    rows.push_back(
        {.label = tr("figures.items", "Each item with the rest"), .words = {}, .range = {}, .point = {}, .head = true});
    for (std::size_t i = 0; i < rest.size() && i < measure.scale->keys.size(); ++i)
        rows.push_back({.label = item_words(*measure.module, measure.scale->keys[i]),
                        .words = rest[i] ? core::decimal(*rest[i], 2) : estimate_words(std::nullopt),
                        .range = {},
                        .point = rest[i]});
    return rows;
}

std::vector<std::string> figure_notes(const model::PracticeFigures& figures) {
    std::vector<std::string> notes{
        fill(tr("figures.made", "Counted {day}, over every case that the therapist who asked can read."),
             {{"day", core::full_day_words(figures.made_at)}}),
        tr("figures.note-first",
           "Each person counts once, with the first visit that gave a score. The same people again: "
           "with the second such visit."),
        tr("figures.note-range", "In brackets, and as a bar: the 95 % range. Points lie between 0 and 1."),
        tr("figures.note-few", "Nothing is said about fewer than 30 people.")};
    if (figures.with_private) notes.push_back(tr("figures.note-private", "Private forms are counted as well."));
    if (figures.left_out > 0)
        notes.push_back(
            fill(trn("figures.left-out", "{count} part could not be opened and is left out.",
                     "{count} parts could not be opened and are left out.", static_cast<long long>(figures.left_out)),
                 {{"count", std::to_string(figures.left_out)}}));
    return notes;
}

}
