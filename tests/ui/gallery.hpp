// Pages made of the kit's parts, as the screens use them: what the kit's tests draw.
#pragma once
#include "ui/kit/page.hpp"

namespace gallery {

model::State a_state(model::Theme theme = model::Theme::day, int text_percent = 100);

ui::Page::FooterSpec a_footer();

// A question with seven answers.
void question(ui::Page& page);

// Writing with the keyboard.
void writing(ui::Page& page, const model::TextEdit& edit, const model::Keyboard& keys);

// Most of the parts in one column.
void parts(ui::Page& page);

}
