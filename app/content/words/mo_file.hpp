// The texts of a compiled catalogue (GNU gettext .mo), checked through before anything follows an offset in it or
// computes its rule for plurals: Boost.Locale, which looks the words up, trusts what it is given. Format: GNU gettext
// manual, "The Format of GNU MO Files".
#pragma once
#include "core/result.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct MoText {
    std::string_view key, value; // with the zeros that part a singular from its plural, without the one at the end
};
// In the file's order, the header first. Fails with damaged, naming `name` and what is wrong. The bytes must outlive
// them.
[[nodiscard]] core::Result<std::vector<MoText>> mo_texts(std::span<const char> bytes, const std::string& name);

}
