// The letters, for the morning check.
#pragma once
#include "model/case/self_check.hpp"

namespace ui {

model::SelfCheck check_fonts();

}
