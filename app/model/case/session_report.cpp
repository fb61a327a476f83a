#include "model/case/session_report.hpp"
#include "model/case/compared.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>

namespace model {
namespace {

constexpr std::size_t sessions_in_a_fall = 3;

struct Session { // one visit's form, as one scale counts it
    core::WallTime at;
    const Module* module = nullptr;
    const Scale* scale = nullptr;
    OfBoth<std::optional<Score>> scores; // none where nothing was scored
};

const Scale* scale_like(const Module& module, const Module& latest, const Scale& scale) {
    if (!module.after_session || !comparable(module, latest)) return nullptr;
    const auto found = std::ranges::find(module.scales, scale.id, &Scale::id);
    const bool usable = found != module.scales.end() && !is_private(module, *found) && measure_alike(*found, scale);
    return usable ? &*found : nullptr;
}

std::optional<Session> session_of(const Content& content, const VisitRecord& visit, const Module& latest,
                                  const Scale& scale) {
    for (const Module* module : forms_of(content, visit)) {
        const Scale* found = scale_like(*module, latest, scale);
        if (found == nullptr) continue;
        Session session{.at = visit.date, .module = module, .scale = found, .scores = {}};
        for (const Partner partner : both_partners) {
            if (!part_of(visit, partner).content) continue;
            auto made = score(*module, *found, public_answers(content, visit, partner));
            if (made.value) session.scores.of(partner) = std::move(made);
        }
        return session;
    }
    return std::nullopt;
}

std::optional<SessionSplit> split_of(const std::vector<Session>& sessions) {
    const auto both = [](const Session& session) { return session.scores.a && session.scores.b; };
    const auto found = std::ranges::find_if(sessions, both);
    if (found == sessions.end()) return std::nullopt;
    const auto between = change(*found->scale, *found->scores.a, *found->scores.b);
    if (!between || !between->stands_out) return std::nullopt;
    return SessionSplit{found->at, *between};
}

// `sessions` are newest first.
std::optional<SessionFall> fall_of(const std::vector<Session>& sessions, Partner partner) {
    std::vector<const Session*> last;
    for (const Session& session : sessions)
        if (session.scores.of(partner) && last.size() < sessions_in_a_fall) last.push_back(&session);
    if (last.size() < sessions_in_a_fall) return std::nullopt;
    const auto from = [&](const Session& earlier, const Session& later) {
        return change(*later.scale, *earlier.scores.of(partner), *later.scores.of(partner));
    };
    for (std::size_t i = 0; i + 1 < last.size(); ++i) {
        const auto step = from(*last[i + 1], *last[i]);
        if (!step || step->second >= step->first) return std::nullopt;
    }
    const auto whole = from(*last.back(), *last.front());
    if (!whole || !whole->stands_out || whole->second >= whole->first) return std::nullopt;
    return SessionFall{last.back()->at, last.front()->at, *whole};
}

SessionReport report_of(const Content& content, const CaseFile& file, std::size_t latest, const Module& module,
                        const Scale& scale) {
    std::vector<Session> sessions;
    for (std::size_t visit = latest; visit < file.visits.size(); ++visit)
        if (auto session = session_of(content, file.visits[visit], module, scale))
            sessions.push_back(std::move(*session));
    SessionReport report{.range = score_range(scale), .split = split_of(sessions), .falls = {}};
    for (const Partner partner : both_partners)
        report.falls.of(partner) = fall_of(sessions, partner);
    return report;
}

bool tells(const SessionReport& report) {
    return report.split || report.falls.a || report.falls.b;
}

}

SessionReport session_report(const Content& content, const CaseFile& file, std::size_t latest) {
    for (std::size_t visit = latest; visit < file.visits.size(); ++visit)
        for (const Module* module : forms_of(content, file.visits[visit])) {
            if (!module->after_session) continue;
            for (const Scale& scale : module->scales)
                if (const auto report = report_of(content, file, latest, *module, scale); tells(report)) return report;
            return {};
        }
    return {};
}

SessionSigns signs_of(const SessionReport& report) {
    return {.split = report.split.has_value(), .falling = {report.falls.a.has_value(), report.falls.b.has_value()}};
}

}
