#include "ui/layout/ways.hpp"

namespace ui {

ButtonSpec back_of(bool enabled) {
    return {.id = "back",
            .name = tr("common.back", "Back"),
            .icon = Icon::back,
            .enabled = enabled,
            .action = model::action::BackTapped{}};
}

ButtonSpec next_of(bool enabled, Meaning action) {
    return {.id = "next",
            .name = tr("answering.next", "Next"),
            .look = ButtonLook::primary,
            .icon = Icon::next,
            .icon_right = true,
            .enabled = enabled,
            .action = std::move(action)};
}

float content_bottom(const Page& page, const Page::FooterSpec& footer) {
    return page.footer_top(footer) - (page.portrait() ? 56.f : 32.f);
}

}
