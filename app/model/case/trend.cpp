#include "model/case/trend.hpp"
#include "model/case/compared.hpp"
#include "model/case/session_report.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>

namespace model {
namespace {

struct Sheet { // a form as it was given at one visit
    std::size_t visit = 0;
    const Module* module = nullptr;
    const Scale* scale = nullptr;
};

const Scale* find_scale(const Module& module, const core::ScaleId& id) {
    const auto found = std::ranges::find(module.scales, id, &Scale::id);
    return found == module.scales.end() || is_private(module, *found) ? nullptr : &*found;
}

const Key* find_key(const Scale& scale, const core::ItemId& item) {
    const auto found = std::ranges::find(scale.keys, item, &Key::item);
    return found == scale.keys.end() ? nullptr : &*found;
}

class Series {
public:
    Series(const Content& content, const CaseFile& file, std::size_t latest, const Module& module, const Scale& scale)
        : m_content(content), m_file(file) {
        for (std::size_t visit = file.visits.size(); visit-- > latest;)
            if (const auto sheet = sheet_of(visit, module, scale)) m_sheets.push_back(*sheet);
        for (const Sheet& sheet : m_sheets) // the shortest form's rules hold for all, the latest one's among equals
            if (!m_rule || sheet.scale->keys.size() <= m_rule->keys.size()) m_rule = sheet.scale;
    }

    std::optional<Trend> trend() const {
        if (m_sheets.size() < 2) return std::nullopt;
        const auto items = items_of_all();
        if (items.empty()) return std::nullopt;
        Trend trend{.module = m_sheets.back().module,
                    .scale = m_rule,
                    .range = score_range(*m_rule),
                    .items = items,
                    .visits = {},
                    .lines = {}};
        OfBoth<std::vector<std::optional<Score>>> scores;
        for (const Partner partner : both_partners) {
            trend.lines.of(partner).person = latest_person(partner);
            for (const Sheet& sheet : m_sheets)
                scores.of(partner).push_back(score_of(sheet, partner, items, trend.lines.of(partner).person));
        }
        for (std::size_t i = 0; i < m_sheets.size(); ++i) {
            if (!scores.a[i] && !scores.b[i]) continue;
            const std::size_t place = trend.visits.size();
            trend.visits.push_back({m_sheets[i].visit, m_file.visits[m_sheets[i].visit].date});
            for (const Partner partner : both_partners)
                if (const auto& made = scores.of(partner)[i])
                    trend.lines.of(partner).points.push_back({place, *made->value, made->band, made->answered});
        }
        for (const Partner partner : both_partners)
            trend.lines.of(partner).change = from_first_to_latest(scores.of(partner));
        const bool followed = trend.lines.a.points.size() > 1 || trend.lines.b.points.size() > 1;
        return followed ? std::optional(trend) : std::nullopt;
    }

private:
    std::optional<Sheet> sheet_of(std::size_t visit, const Module& like, const Scale& scale) const {
        const VisitRecord& record = m_file.visits[visit];
        if (!record.a.content && !record.b.content) return std::nullopt;
        for (const Module* module : forms_of(m_content, record)) {
            const Scale* found = comparable(*module, like) ? find_scale(*module, scale.id) : nullptr;
            if (found && measure_alike(*found, scale)) return Sheet{visit, module, found};
        }
        return std::nullopt;
    }

    // Nothing when a key is reversed in one form and not in another, or takes another way: the scores would run against
    // each other.
    std::vector<core::ItemId> items_of_all() const {
        std::vector<core::ItemId> items;
        for (const Key& key : m_rule->keys) {
            bool everywhere = true;
            for (const Sheet& sheet : m_sheets) {
                const Key* same = find_key(*sheet.scale, key.item);
                if (same && (same->reversed != key.reversed || same->way != key.way)) return {};
                everywhere = everywhere && same;
            }
            if (everywhere) items.push_back(key.item);
        }
        return items;
    }

    const std::optional<PartContent>& content_of(const Sheet& sheet, Partner partner) const {
        return part_of(m_file.visits[sheet.visit], partner).content;
    }

    std::optional<std::string> latest_person(Partner partner) const {
        std::optional<std::string> name;
        for (const Sheet& sheet : m_sheets)
            if (const auto& part = content_of(sheet, partner))
                if (auto named = person_named(*sheet.module, sheet.scale->person, part->answers)) name = named;
        return name;
    }

    std::optional<Score> score_of(const Sheet& sheet, Partner partner, const std::vector<core::ItemId>& items,
                                  const std::optional<std::string>& person) const {
        if (!content_of(sheet, partner)) return std::nullopt;
        Answers answers = public_answers(m_content, m_file.visits[sheet.visit], partner);
        if (person_named(*sheet.module, sheet.scale->person, answers) != person) return std::nullopt;
        for (const Key& key : m_rule->keys)
            if (std::ranges::find(items, key.item) == items.end()) answers.erase({sheet.module->id, key.item});
        Score made = score(*sheet.module, *m_rule, answers);
        return made.value ? std::optional(std::move(made)) : std::nullopt;
    }

    std::optional<Change> from_first_to_latest(const std::vector<std::optional<Score>>& scores) const {
        const Score *first = nullptr, *latest = nullptr;
        for (const auto& made : scores) {
            if (!made) continue;
            if (!first)
                first = &*made;
            else
                latest = &*made;
        }
        return latest ? change(*m_rule, *first, *latest) : std::nullopt;
    }

    const Content& m_content;
    const CaseFile& m_file;
    std::vector<Sheet> m_sheets; // oldest first
    const Scale* m_rule = nullptr;
};

}

std::vector<Trend> trends_of(const Content& content, const CaseFile& file, std::size_t latest) {
    std::vector<Trend> trends;
    struct Seen {
        const Module* module;
        core::ScaleId scale;
    };
    std::vector<Seen> seen;
    for (std::size_t visit = latest; visit < file.visits.size(); ++visit)
        for (const Module* module : forms_of(content, file.visits[visit]))
            for (const Scale& scale : module->scales) {
                const bool known = std::ranges::any_of(
                    seen, [&](const Seen& one) { return one.scale == scale.id && comparable(*one.module, *module); });
                if (is_private(*module, scale) || known) continue;
                seen.push_back({module, scale.id});
                if (auto trend = Series(content, file, latest, *module, scale).trend())
                    trends.push_back(std::move(*trend));
            }
    return trends;
}

Glance glance_of(const Content& content, const CaseFile& file) {
    auto trends = trends_of(content, file);
    const auto has_facets = [](const Trend& trend) {
        return std::ranges::find(trend.module->scales, std::optional(trend.scale->id), &Scale::facet_of) !=
               trend.module->scales.end();
    };
    Glance glance{.id = file.id, .session = signs_of(session_report(content, file))};
    std::erase_if(trends, [](const Trend& trend) { return trend.module->after_session; });
    auto shown = std::ranges::find_if(trends, has_facets);
    if (shown == trends.end()) shown = trends.begin();
    if (shown == trends.end()) return glance;
    glance.low = shown->range.low;
    glance.high = shown->range.high;
    glance.points.resize(shown->visits.size());
    for (const Partner partner : both_partners)
        for (const auto& point : shown->lines.of(partner).points)
            glance.points[point.visit].of(partner) = point.value;
    return glance;
}

}
