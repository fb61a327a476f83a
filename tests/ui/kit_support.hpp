// Drawing single parts of the kit on an empty page.
#pragma once
#include "gallery.hpp"
#include "model/visit/text_edit.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

namespace kit {

ui::Tree part(const std::function<void(ui::Page&)>& draw, support::Panel panel = support::lying, int percent = 100,
              model::Theme theme = model::Theme::day, ui::View view = {});

model::TextEdit written(std::string_view text, std::size_t caret);

template<class Wanted>
const Wanted& action_of(const ui::Tree& tree, std::string_view id) {
    const ui::Widget* widget = tree.find_id(id);
    REQUIRE(widget != nullptr);
    REQUIRE(widget->action.has_value());
    const auto* wanted = widget->action->as<Wanted>();
    REQUIRE(wanted != nullptr);
    return *wanted;
}

// How many pixels of this colour stand in the rect of what was drawn last.
int pixels_of(ui::Color color, ui::Rect rect, support::Panel panel = support::lying, int percent = 100);

}
