// Every screen in its states, with the content and the practice that it is shown with.
#pragma once
#include "answer_samples.hpp"
#include "opened_case.hpp"
#include "staff_samples.hpp"
#include "support/some_figures.hpp"
#include "together_samples.hpp"
#include <algorithm>

namespace every {

struct Shown {
    std::string name;
    model::State state;
};

const std::vector<Shown>& screens();

}
