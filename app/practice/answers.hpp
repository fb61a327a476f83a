// What an effect is answered with.
#pragma once
#include "model/visit/action.hpp"
#include "model/visit/effect.hpp"

namespace practice {

using Answers = std::vector<model::Action>;

}
