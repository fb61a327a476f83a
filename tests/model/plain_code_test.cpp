#include "model/visit/plain_code.hpp"
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string>
#include <vector>

using model::PlainCode;
using model::why_plain;

TEST_CASE("each kind of code that is guessed first has its reason") {
    const std::map<PlainCode, std::vector<std::string>> all{
        {PlainCode::repeats,
         {"0000", "7777", "1112", "2111", "1212", "1122", "1221", "88888", "123123", "112233", "47114711", "121212"}},
        {PlainCode::run,
         {"1234", "4321", "7890", "0987", "8901", "0123", "2468", "8642", "1357", "123456", "87654321"}},
        {PlainCode::year, {"1985", "1900", "2001", "2026", "141985", "198514", "14031985", "20001231"}},
        {PlainCode::line, {"2580", "0852", "147258", "369147", "159357", "1397", "7931", "3179"}},
    };
    for (const auto& [reason, codes] : all)
        for (const auto& code : codes) {
            CAPTURE(code);
            CHECK(why_plain(code) == reason);
        }
}

TEST_CASE("a code that means nothing to others may be chosen, and there are enough of them") {
    for (const auto* code :
         {"4711", "9024", "8305", "2946", "0592", "1473", "5196", "83050", "471108", "9024718", "60371859"})
        CHECK_MESSAGE(why_plain(code) == std::nullopt, code);
    int left = 0;
    for (int code = 0; code < 10'000; ++code)
        if (!why_plain(fmt::format("{:04}", code))) ++left;
    CHECK(left > 9'000);
    CHECK(left < 9'300);
}
