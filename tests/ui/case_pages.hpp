// All pages of a case, at every size and in both languages.
#pragma once
#include "opened_case.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

namespace samples {

void turn_all_pages(model::State state, support::Panel panel, const std::string& name);

void turn_every_way(const model::State& state, support::Panel panel, const std::string& name);

void holds(const model::screen::Case& screen, const std::string& name);

}
