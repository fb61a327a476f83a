// Turning pages, one rule for every screen. Only the layout knows how many pages there are: a tap says which one it
// leads to, the state keeps that wish, and what lies past the last page is shown as the last.
#pragma once
#include "model/visit/known_actions.hpp"
#include <optional>

namespace model {

// Takes the page that the action leads to. False when the action turns none.
bool go_to_page(std::size_t& page, Among<known::Paging> action);
// The same for a list of `count` rows that turns by its rows.
bool go_through_list(std::size_t& first, std::size_t count, Among<known::Listing> action);

// Of `count` pages, the one to show for this wish.
std::size_t shown_page(std::size_t wanted, std::size_t count);
// What a tap towards the page before or after the one shown means; empty where there is none.
std::optional<Action> to_earlier_page(std::size_t shown);
std::optional<Action> to_later_page(std::size_t shown, std::size_t count);

}
