// How long a page must stand before it takes a tap, for a test that knows it by its name alone.
#pragma once
#include "model/visit/page_id.hpp"
#include <algorithm>
#include <string_view>

namespace support {

// At least model::settle_time_of the state that the page shows.
inline std::chrono::milliseconds settle_time_on(std::string_view page) {
    constexpr std::string_view deciding[] = {
        "review",       "hand-over",       "sitting-created", "confirm-",           "move-sitting",  "case:private",
        "export",       "folder:",         "choose-cards",    "wrong-tries",        "whose-answers", "recover:place",
        "recover:done", "recover:working", "agreed",          "new-sitting:second", "day-list:plan"};
    const bool decides = std::ranges::any_of(deciding, [&](auto name) { return page.starts_with(name); });
    return decides ? model::settle_time_to_decide : model::settle_time;
}

}
