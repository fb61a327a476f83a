#include "model/form/journal.hpp"
#include <doctest/doctest.h>
#include <string>

namespace {

bool damaged(const std::string& answer) {
    const auto text = R"({"schema":1,"is":"answer","of":{"module":"m","item":"i"},"answer":)" + answer + R"(,"at":1})";
    const auto read = model::decode_entry({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    return !read && read.error().code == core::ErrorCode::damaged;
}

}

TEST_CASE("a number that an answer cannot be is damage, and never another answer") {
    CHECK_FALSE(damaged(R"({"value":3})"));
    CHECK_FALSE(damaged(R"({"values":[1,2]})"));
    for (const char* number :
         {"1.5", "1e300", "-1e300", "4294967297", "18446744073709551615", "true", "\"1\"", "null"}) {
        CAPTURE(number);
        const std::string text = number;
        CHECK(damaged(R"({"value":)" + text + "}"));
        CHECK(damaged(R"({"values":[)" + text + "]}"));
        if (text != "null") CHECK(damaged(R"({"toward_me":)" + text + R"(,"from_me":null})"));
    }
    CHECK(damaged(R"({"values":{"a":1}})"));
}
