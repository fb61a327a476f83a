#include "model/form/journal.hpp"
#include <doctest/doctest.h>
#include <string>

namespace {

bool damaged(const std::string& answer) {
    const auto text = R"({"schema":1,"is":"answer","of":{"module":"m","item":"i"},"answer":)" + answer + R"(,"at":1})";
    const auto read = model::decode_entry({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    return !read && read.error().code == core::ErrorCode::damaged;
}

// What the bytes would be if the release after this one had written them.
std::vector<std::uint8_t> of_next_release(const std::vector<std::uint8_t>& bytes) {
    std::string text(bytes.begin(), bytes.end());
    const auto ours = "\"schema\":" + std::to_string(model::content_schema);
    const auto at = text.find(ours);
    REQUIRE(at != std::string::npos);
    text.replace(at, ours.size(), "\"schema\":" + std::to_string(model::content_schema + 1));
    return {text.begin(), text.end()};
}

template<class T>
bool newer(const core::Result<T>& read) {
    return !read && read.error().code == core::ErrorCode::newer_version;
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

TEST_CASE("what a newer release wrote is called newer, and is not read as if it were ours") {
    CHECK(newer(model::decode_entry(of_next_release(encode(model::Entry(model::Visited{{{"m"}, {"i"}}}))))));
    CHECK(newer(model::decode_joint_entry(
        of_next_release(encode(model::JointEntry(model::AssentChanged{model::Partner::a, true}))))));
    CHECK(newer(model::decode_part(of_next_release(encode(model::PartContent())))));
    CHECK(newer(model::decode_joint(of_next_release(encode(model::JointContent())))));
}
