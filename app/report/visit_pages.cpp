#include "report/visit_pages.hpp"
#include "chart/range_words.hpp"
#include "core/numbers.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <utility>

namespace report {

std::string part_words(const model::PartRecord& part) {
    switch (part.status) {
    case model::PartStatus::absent:
        return tr("pdf.absent", "Not part of this visit");
    case model::PartStatus::not_started:
        return tr("pdf.not-started", "Not started");
    case model::PartStatus::open:
        return tr("pdf.open", "Still being answered; nothing of it can be read yet");
    case model::PartStatus::sealed:
        if (!part.sealed_at) return tr("pdf.sealed", "Finished and locked");
        return fill(tr("pdf.sealed-at", "Finished and locked {time}"), {{"time", moment_words(*part.sealed_at)}});
    }
    return {};
}

std::string VisitPages::name(model::Partner partner) const {
    const std::string& known = model::name_of(input.file, partner);
    if (!known.empty()) return known;
    return partner == model::Partner::a ? tr("pdf.partner-a", "Partner A") : tr("pdf.partner-b", "Partner B");
}

std::vector<const model::Module*> VisitPages::forms() const {
    return model::forms_of(input.content, visit());
}

model::Answers VisitPages::public_answers(model::Partner partner) const {
    return model::public_answers(input.content, visit(), partner);
}

void VisitPages::section(model::Partner partner, std::string_view title) const {
    constexpr float indent = 22;
    flow.new_page();
    flow.row({Cell{indent, content_width - indent, std::string(title), type::section, Cut::never, partner}});
}

void VisitPages::module_heading(const model::Module& module, std::string_view beside) const {
    flow.space(26);
    const auto scales = static_cast<float>(module.scales.size());
    flow.keep_room(110 + (scales > 0 ? std::min(34 * scales + 50, 360.0F) : 0)); // the scores stay together
    flow.text(module.title, type::heading);
    if (!beside.empty()) {
        flow.space(1);
        flow.text(beside, type::small);
    }
    flow.space(5);
    flow.rule();
    flow.space(7);
}

void VisitPages::scores(const model::Module& module, const model::Answers& answers, bool private_scales) const {
    std::optional<core::ItemId> about;
    bool any_norms = false;
    std::vector<const model::Scale*> shown;
    for (const model::Scale& scale : module.scales) {
        if (is_private(module, scale) != private_scales) continue;
        const auto named = model::person_named(module, scale.person, answers);
        if (scale.person && !named) continue;
        if (std::exchange(about, scale.person) != scale.person && named) {
            flow.space(4);
            flow.keep_room(60);
            flow.text(fill(tr("pdf.with", "With {person}"), {{"person", *named}}), type::strong);
            flow.space(4);
        }
        shown.push_back(&scale);
        any_norms = any_norms || !scale.norms.empty();
        const model::Score score = model::score(module, scale, answers);
        const float indent = scale.facet_of ? 10.0F : 0.0F;
        const Cell title{indent, 196 - indent, scale.title, scale.facet_of ? type::body : type::strong};
        if (score.value)
            flow.row(
                {title, Cell{206, 44, chart::value_words(score), type::strong},
                 Cell{256, 132,
                      score.band ? fill(tr("pdf.range", "95 % range {band}"), {{"band", chart::band_words(score)}})
                                 : tr("pdf.no-range", "No range"),
                      type::body},
                 Cell{394, 92, fill(tr("pdf.answered", "{count} answered"), {{"count", chart::count_words(score)}}),
                      type::quiet}});
        else
            flow.row({title, Cell{206, 280, chart::value_words(score), type::quiet}});
        if (!scale.low_means.empty() && !scale.high_means.empty()) {
            const auto range_of = chart::range_of(scale);
            flow.text(fill(tr("pdf.means", "{low}: {low_means}. {high}: {high_means}."),
                           {{"low", core::plain(range_of.low)},
                            {"low_means", scale.low_means},
                            {"high", core::plain(range_of.high)},
                            {"high_means", scale.high_means}}),
                      type::small, indent);
        }
        for (const std::string& words : chart::published_words(scale, score))
            flow.text(words, type::small, indent);
        flow.space(5);
    }
    if (shown.empty()) return;
    if (!private_scales) {
        if (const std::string place = chart::map_words(module, answers); !place.empty()) {
            flow.text(place, type::body);
            flow.space(5);
        }
    }
    if (!any_norms) flow.text(tr("pdf.no-norms", "No norms: not to be compared with other people."), type::small);
    for (const auto& words : {chart::range_words(shown), chart::borrowed_words(shown)})
        if (!words.empty()) flow.text(words, type::small);
    flow.space(12);
}

}
