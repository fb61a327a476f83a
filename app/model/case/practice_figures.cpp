#include "model/case/practice_figures.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "model/scoring/scoring.hpp"
#include <algorithm>

namespace model {
namespace {

const Scale* scale_named(const Module* module, const core::ScaleId& id) {
    if (module == nullptr) return nullptr;
    const auto found = std::ranges::find(module->scales, id, &Scale::id);
    return found == module->scales.end() ? nullptr : &*found;
}

// Everything that a score of this scale rests on: what is asked, what can be answered, and how it counts.
std::string wording_of(const Module& module, const Scale& scale) {
    std::string wording;
    const auto put = [&](const std::string& text) { wording += std::to_string(text.size()) + ":" + text; };
    const auto number = [&](auto value) { put(std::to_string(static_cast<long long>(value))); };
    for (const auto& id : {module.id.value, scale.id.value})
        put(id);
    number(scale.method);
    number(scale.minimum);
    number(scale.maximum);
    number(scale.prorate);
    for (const Key& key : scale.keys) {
        put(key.item.value);
        number(key.reversed);
        if (key.way) number(*key.way);
        const Item* item = find_item(module, key.item);
        if (item == nullptr) continue;
        number(item->kind);
        for (const auto& text : {item->text, item->detail, item->low_label, item->high_label})
            put(text);
        number(item->minimum);
        number(item->maximum);
        for (const auto& choice : item->choices) {
            number(choice.value);
            put(choice.label);
        }
    }
    return wording;
}

const PrivateRecord* opened_record(std::span<const PrivateRecord> opened, core::SittingId sitting, Partner partner) {
    const auto found = std::ranges::find_if(
        opened, [&](const PrivateRecord& record) { return record.sitting == sitting && record.partner == partner; });
    return found == opened.end() ? nullptr : &*found;
}

int days_apart(core::WallTime first, core::WallTime second) {
    return static_cast<int>(std::chrono::round<std::chrono::days>(second - first).count());
}

void add_up(ScaleSums& sums, const Score& made) {
    sums.add_score(*made.value);
    if (made.answered != made.of) return;
    std::vector<double> counted;
    for (const auto& item : made.trace)
        counted.push_back(item.scored.value_or(0));
    sums.add_items(counted);
}

}

Measure measure_of(const Content& today, const MeasureFigures& figures) {
    const Module* module = find_module(content_of(today, figures.form), figures.module);
    const Scale* scale = scale_named(module, figures.scale);
    return scale == nullptr ? Measure{} : Measure{module, scale};
}

// One partner of one case: what they scored first, by measure.
struct FigureSums::Person {
    struct First {
        double score = 0;
        core::WallTime date;
        std::optional<std::string> about; // whom the score is about
        std::string language;
        bool again = false; // a second score was found
    };
    std::map<std::size_t, First> first;
    TimeSums::Counted timed;
};

FigureSums::Place FigureSums::place_of(const std::shared_ptr<const AskedForm>& form, const Module& module,
                                       const Scale& scale) {
    Place place{.module = &module, .scale = &scale};
    auto wording = wording_of(module, scale);
    const auto known = std::ranges::find(m_sums, wording, &Sums::wording);
    place.sums = static_cast<std::size_t>(known - m_sums.begin());
    if (known == m_sums.end())
        m_sums.push_back({.wording = std::move(wording),
                          .module = module.id,
                          .scale = scale.id,
                          .form = {},
                          .versions = {},
                          .all = ScaleSums(scale.keys.size()),
                          .languages = {}});
    auto& sums = m_sums[place.sums];
    if (std::ranges::find(sums.versions, module.version) == sums.versions.end()) {
        sums.versions.push_back(module.version);
        std::ranges::sort(sums.versions);
    }
    if (!form) return place;
    for (const auto& [tag, content] : form->in) {
        const Module* in_language = find_module(content, module.id);
        const Scale* same = scale_named(in_language, scale.id);
        if (same == nullptr) continue;
        auto words = wording_of(*in_language, *same);
        const auto row = std::ranges::find_if(sums.languages,
                                              [&](const Row& one) { return one.tag == tag && one.wording == words; });
        place.languages[tag] = static_cast<std::size_t>(row - sums.languages.begin());
        if (row == sums.languages.end())
            sums.languages.push_back({tag, std::move(words), ScaleSums(scale.keys.size())});
    }
    return place;
}

const std::vector<FigureSums::Place>& FigureSums::places_of(const std::shared_ptr<const AskedForm>& form,
                                                            const Module& module) {
    auto& known = m_forms[form.get()];
    known.form = form;
    const auto [found, is_new] = known.places.try_emplace(module.id);
    if (is_new)
        for (const Scale& scale : module.scales)
            found->second.push_back(place_of(form, module, scale));
    return found->second;
}

void FigureSums::add_score(const Place& place, const Answers& answers, const VisitRecord& visit,
                           const std::string& language, Person& person) {
    const auto about = person_named(*place.module, place.scale->person, answers);
    if (place.scale->person && !about) return;
    const Score made = score(*place.module, *place.scale, answers);
    if (!made.value) return;
    auto& sums = m_sums[place.sums];
    const auto row = place.languages.find(language);
    auto* in_language = row == place.languages.end() ? nullptr : &sums.languages[row->second].sums;
    const auto [found, is_first] =
        person.first.try_emplace(place.sums, Person::First{*made.value, visit.date, about, language});
    if (is_first) {
        add_up(sums.all, made);
        if (in_language != nullptr) add_up(*in_language, made);
        if (visit.date >= sums.latest) {
            sums.latest = visit.date;
            sums.form = visit.form;
        }
        return;
    }
    auto& first = found->second;
    if (first.again || first.about != about) return;
    first.again = true;
    const int days = days_apart(first.date, visit.date);
    sums.all.add_again(first.score, *made.value, days);
    if (in_language != nullptr && first.language == language) in_language->add_again(first.score, *made.value, days);
}

void FigureSums::add_visit(const VisitRecord& visit, Partner partner, const PrivateRecord* record, Person& person) {
    const auto& part = part_of(visit, partner);
    if (!part.problem.empty()) leave_out();
    if (!part.content) return;
    const auto& languages = part.content->languages;
    const std::string language = languages.size() == 1 ? *languages.begin() : std::string();
    const auto open = public_answers(m_today, visit, partner);
    const auto all = record == nullptr ? Answers() : private_reading(m_today, visit, *record).answers;
    for (const Module* module : forms_of(m_today, visit, {record})) {
        m_times.add(*module, open, part.content->first_at, person.timed);
        for (const Place& place : places_of(visit.form, *module)) {
            const bool hidden = is_private(*module, *place.scale);
            if (!hidden)
                add_score(place, open, visit, language, person);
            else if (record != nullptr)
                add_score(place, all, visit, language, person);
        }
    }
}

void FigureSums::add(const CaseFile& file, std::span<const PrivateRecord> opened) {
    for (const Partner partner : both_partners) {
        Person person;
        for (auto visit = file.visits.rbegin(); visit != file.visits.rend(); ++visit)
            add_visit(*visit, partner, opened_record(opened, visit->sitting, partner), person);
    }
}

PracticeFigures FigureSums::figures(core::WallTime at, bool with_private) const {
    PracticeFigures figures{
        .made_at = at, .with_private = with_private, .left_out = m_left_out, .measures = {}, .times = m_times.told()};
    for (const Sums& sums : m_sums) {
        MeasureFigures measure{.form = sums.form,
                               .module = sums.module,
                               .scale = sums.scale,
                               .versions = sums.versions,
                               .all = figures_of(sums.all),
                               .languages = {}};
        const Measure what = measure_of(m_today, measure);
        if (what.scale == nullptr || (is_private(*what.module, *what.scale) && !with_private)) continue;
        if (sums.languages.size() > 1) {
            const auto told = [&](const Covariances& (ScaleSums::*of)() const) {
                std::vector<std::size_t> parts;
                for (const Row& row : sums.languages)
                    parts.push_back((row.sums.*of)().people());
                return may_be_told((sums.all.*of)().people(), parts);
            };
            const auto scores = told(&ScaleSums::scores), items = told(&ScaleSums::items),
                       again = told(&ScaleSums::again);
            for (std::size_t i = 0; i < sums.languages.size(); ++i) {
                auto row = figures_of(sums.languages[i].sums);
                if (!scores[i]) row.scores.reset();
                if (!items[i]) row.items.reset();
                if (!again[i]) row.again.reset();
                measure.languages.push_back({sums.languages[i].tag, std::move(row)});
            }
        }
        const auto of_form = std::ranges::find(figures.measures, sums.module, &MeasureFigures::module);
        auto end = of_form;
        while (end != figures.measures.end() && end->module == sums.module)
            ++end;
        figures.measures.insert(end, std::move(measure));
    }
    return figures;
}

}
