#include "model/visit/paging.hpp"
#include <algorithm>

namespace model {

bool go_to_page(std::size_t& page, Among<known::Paging> action) {
    const auto* turned = action.as<action::PageChosen>();
    if (turned != nullptr) page = turned->to;
    return turned != nullptr;
}

bool go_through_list(std::size_t& first, std::size_t count, Among<known::Listing> action) {
    const auto* turned = action.as<action::ListPaged>();
    if (turned == nullptr || turned->first >= count) return false;
    first = turned->first;
    return true;
}

std::size_t shown_page(std::size_t wanted, std::size_t count) {
    return count == 0 ? 0 : std::min(wanted, count - 1);
}

std::optional<Action> to_earlier_page(std::size_t shown) {
    if (shown == 0) return std::nullopt;
    return action::PageChosen{shown - 1};
}

std::optional<Action> to_later_page(std::size_t shown, std::size_t count) {
    if (shown + 1 >= count) return std::nullopt;
    return action::PageChosen{shown + 1};
}

}
