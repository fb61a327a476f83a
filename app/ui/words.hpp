// Every sentence a person reads goes through here: context names the message, english is its source text.
// Named places are filled as in "Thank you, {name}." by fill().
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace ui {

std::string tr(std::string_view context, std::string_view english);
std::string fill(std::string text, std::initializer_list<std::pair<std::string_view, std::string>> places);

}
