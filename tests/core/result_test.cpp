#include "core/ids.hpp"
#include "core/result.hpp"
#include <doctest/doctest.h>
#include <type_traits>
#include <unordered_set>

namespace {

core::Result<int> half(int number) {
    if (number % 2 != 0) return core::fail(core::ErrorCode::bad_content, "odd");
    return number / 2;
}

core::Result<int> quarter(int number) {
    auto first = half(number);
    if (!first) return core::pass(std::move(first.error()));
    return half(*first);
}

}

TEST_CASE("a failure travels up with its code and detail") {
    CHECK(quarter(8).value() == 2);
    const auto failed = quarter(6);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == core::ErrorCode::bad_content);
    CHECK(failed.error().detail == "odd");
}

TEST_CASE("ids of different things cannot be mixed up") {
    CHECK_FALSE(std::is_convertible_v<core::PartId, core::SittingId>);
    CHECK_FALSE(std::is_convertible_v<std::int64_t, core::PartId>);
    CHECK_FALSE(std::is_convertible_v<core::ModuleId, core::ItemId>);
    CHECK(core::PartId{1} == core::PartId{1});
    CHECK(core::PartId{1} < core::PartId{2});
}

TEST_CASE("content ids can be kept in a hashed set") {
    std::unordered_set<core::ItemId> items;
    items.insert(core::ItemId{"one"});
    items.insert(core::ItemId{"one"});
    items.insert(core::ItemId{"two"});
    CHECK(items.size() == 2);
    CHECK(core::ItemId{}.empty());
}
