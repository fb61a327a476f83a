// How long things take to read and answer, at an easy pace: the desk's minutes and "about 12 minutes" are sums of
// these.
#pragma once
#include "model/form/module.hpp"
#include <chrono>

namespace model {

inline std::chrono::seconds time_for(const Item& item) {
    return time_for(item.kind);
}
inline constexpr std::chrono::seconds time_for_intro{10};

}
