// Which page is on the screen: the one answer to "is this still the same page?". Presses begun on another page are
// forgotten, and a new page takes none before it has settled.
#pragma once
#include "model/visit/state.hpp"
#include <string>

namespace model {

// Another value when a finger that comes down in the same place could mean something else. `name` is for people too,
// in tests and in the tour's index ("question:same-side:turning-1"); it holds nothing that was answered.
struct PageId {
    std::string name;
    bool operator==(const PageId&) const = default;
};
PageId page_id(const State& state);

// The second half of a slow double tap comes within three quarters of a second, sooner than anybody has read a page on
// which to decide. All of such a page waits, not one button of it: a button that waits alone looks broken.
inline constexpr std::chrono::milliseconds settle_time_to_decide{800};

// How long a page stands before it takes a press: settle_time, and the longer one where one tap is a decision.
std::chrono::milliseconds settle_time_of(const State& state);

}
