// What a page is called in its tree: changes when the page does, and holds nothing that was answered.
#pragma once
#include "model/visit/state.hpp"
#include <string>

namespace ui {

std::string screen_name(const model::State& state);

}
