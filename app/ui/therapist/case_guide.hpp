// What practice guidance says to do with private answers (clinical.md, safety). The same whatever was answered.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

void add_guide(Page& page, Flow& flow, const std::string& name);

}
