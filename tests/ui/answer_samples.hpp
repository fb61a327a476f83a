// The screens of a part being answered and of the joint page, each in its states.
#pragma once
#include "shown_samples.hpp"
#include <functional>

namespace asking {

template<class Screen>
Sample with(std::string name, Screen screen, const std::function<void(Screen&)>& change) {
    change(screen);
    return {std::move(name), std::move(screen)};
}

model::screen::Release release(bool long_names);
// Everything was passed; what has no answer was skipped.
model::screen::Review review(bool long_names);
model::screen::Review early(bool long_names);
model::screen::ModuleIntro intro(std::size_t module, bool long_names);

std::vector<Sample> answer_samples(bool long_names);

}
