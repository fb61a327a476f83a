#include "content/fhir/form.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include "content/read/letters.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>

namespace content {

namespace {

constexpr std::size_t most_codes = 10, most_groups = 20;

bool can_be_kept(std::string_view text, TextLimit limit) {
    const bool one_line =
        std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return one_line && trimmed(text) == text && core::utf8::length(text) <= limit.characters &&
           strange_letters(text).empty();
}

std::string option_of(const FhirItem& item) {
    if (item.options.empty()) return {};
    const auto is_all = [&](FhirAnswer kind) {
        return std::ranges::all_of(item.options, [&](const FhirOption& one) { return one.kind == kind; });
    };
    if (is_all(FhirAnswer::coding)) return {};
    return is_all(FhirAnswer::number) ? "integer" : "string";
}

}

std::optional<model::Code> kept_code(std::string_view who, const model::Code& code, FhirLosses& losses) {
    if (code.code.empty() && code.system.empty()) return std::nullopt;
    if (!can_be_kept(code.system, url_limit) || !can_be_kept(code.code, code_limit)) {
        losses.add(who, "a code that is too long or has characters that cannot be shown");
        return std::nullopt;
    }
    auto kept = code;
    if (!can_be_kept(kept.display, text_limit)) kept.display.clear();
    return kept;
}

model::Origin fhir_origin(const FhirItem& item, const std::vector<std::string>& groups, FhirLosses& losses) {
    const auto fits = [](const std::string& link_id) { return can_be_kept(link_id, code_limit); };
    if (!fits(item.link_id) || groups.size() > most_groups || !std::ranges::all_of(groups, fits)) {
        losses.add(item.link_id, "its linkId is too long or has characters that cannot be shown; exports name the "
                                 "question otherwise");
        return {};
    }
    model::Origin origin{.link_id = item.link_id,
                         .groups = groups,
                         .type = item.type_word,
                         .option = option_of(item),
                         .codes = {},
                         .unit = {}};
    for (const auto& code : item.codes)
        if (const auto kept = kept_code(item.link_id, code, losses); kept && origin.codes.size() < most_codes)
            origin.codes.push_back(*kept);
    if (!item.units.empty())
        if (const auto kept = kept_code(item.link_id, item.units.front(), losses)) origin.unit = *kept;
    return origin;
}

}
