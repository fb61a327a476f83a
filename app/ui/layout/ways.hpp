// The ways on and back at the foot of a page, and where the room above them ends.
#pragma once
#include "model/visit/action.hpp"
#include "ui/kit/page.hpp"

namespace ui {

ButtonSpec back_of(bool enabled = true);
ButtonSpec next_of(bool enabled, Meaning action = model::action::NextTapped{});
// Bottom of the room for content above the footer.
float content_bottom(const Page& page, const Page::FooterSpec& footer);

}
