#include "content/fhir/least_answers.hpp"
#include <algorithm>

namespace content {

namespace {

using Kind = FhirPath::Kind;

bool is_operation(const FhirPath& path, std::string_view sign) {
    return path.kind == Kind::both && path.word == sign && path.parts.size() == 2;
}

bool is_number(const FhirPath& path, int number) {
    return path.kind == Kind::number && path.number == Exact(number);
}

std::vector<const FhirPath*> summands(const FhirPath& path) {
    if (!is_operation(path, "+")) return {&path};
    auto all = summands(path.parts[0]);
    const auto more = summands(path.parts[1]);
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

// The condition and the words of "iif(X.exists(), ..., 0)"; nothing for what is no such summand.
struct WhereAnswered {
    const FhirPath* answer = nullptr; // X
    const FhirPath* counts = nullptr;
};
std::optional<WhereAnswered> where_answered(const FhirPath& path) {
    if (path.kind != Kind::call || path.word != "iif" || path.has_input || path.parts.size() != 3) return std::nullopt;
    const auto& exists = path.parts[0];
    const bool asks =
        exists.kind == Kind::call && exists.word == "exists" && exists.has_input && exists.parts.size() == 1;
    if (!asks || !is_number(path.parts[2], 0)) return std::nullopt;
    return WhereAnswered{&exists.parts.front(), &path.parts[1]};
}

bool holds(const FhirPath& path, const FhirPath& part) {
    return path == part || std::ranges::any_of(path.parts, [&](const FhirPath& one) { return holds(one, part); });
}

}

std::optional<std::size_t> least_answers(const FhirPath& formula) {
    const bool either =
        formula.kind == Kind::call && formula.word == "iif" && !formula.has_input &&
        (formula.parts.size() == 2 || (formula.parts.size() == 3 && formula.parts[2].kind == Kind::nothing));
    if (!either) return std::nullopt;
    const auto &enough = formula.parts[0], &mean = formula.parts[1];
    if (!is_operation(enough, ">=") || !is_operation(mean, "/") || mean.parts[1] != enough.parts[0])
        return std::nullopt;
    const auto counted = summands(enough.parts[0]), summed = summands(mean.parts[0]);
    if (counted.size() != summed.size()) return std::nullopt;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        const auto one = where_answered(*counted[i]), points = where_answered(*summed[i]);
        if (!one || !points || *one->answer != *points->answer) return std::nullopt;
        if (!is_number(*one->counts, 1) || !holds(*points->counts, *one->answer)) return std::nullopt;
    }
    for (std::size_t least = 1; least <= counted.size(); ++least)
        if (is_number(enough.parts[1], static_cast<int>(least))) return least;
    return std::nullopt;
}

}
