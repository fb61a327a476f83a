// The ways on and back below a screen, in one row, in two, or one below the other.
#include "ui/kit/page.hpp"
#include <algorithm>

namespace ui {
namespace {

// As wide as a quiet button is once it is chosen, so that nothing moves then.
ButtonSpec as_chosen(ButtonSpec spec) {
    spec.look = ButtonLook::quiet_with_line;
    spec.icon = Icon::tick;
    return spec;
}

}

Page::FooterPlan Page::plan_footer(const FooterSpec& footer) const {
    FooterPlan plan;
    const float room = width() - 2 * margin();
    const float least = portrait() ? 88 : 64;
    plan.row = least;
    const std::optional<ButtonSpec>* specs[] = {&footer.left, &footer.middle, &footer.beside, &footer.right};
    const float widths[] = {portrait() ? 200.0f : 160.0f, 48, 48, portrait() ? 320.0f : 240.0f};
    float natural = -24, wide = -24, pair = -24, quiet = -24;
    for (std::size_t index = 0; index < 4; ++index) {
        if (!*specs[index]) continue;
        ButtonSpec spec = **specs[index];
        if (index == 2) spec = as_chosen(spec);
        plan.sizes[index] = fit_button(spec);
        plan.row = std::max(plan.row, plan.sizes[index].h);
        natural += plan.sizes[index].w + 24;
        wide += std::max(plan.sizes[index].w, widths[index]) + 24;
        const bool outer = index == 0 || index == 3;
        (outer ? pair : quiet) += plan.sizes[index].w + 24;
    }
    if (natural <= room)
        plan.rows = FooterPlan::Rows::one;
    else if (footer.beside && pair <= room && quiet <= room)
        plan.rows = FooterPlan::Rows::two;
    else
        plan.rows = FooterPlan::Rows::stacked;
    if (plan.rows == FooterPlan::Rows::one && wide <= room)
        for (std::size_t index = 0; index < 4; ++index)
            if (*specs[index]) plan.sizes[index].w = std::max(plan.sizes[index].w, widths[index]);
    switch (plan.rows) {
    case FooterPlan::Rows::one:
        plan.height = plan.row;
        break;
    case FooterPlan::Rows::two:
        plan.height = 2 * plan.row + 8;
        break;
    case FooterPlan::Rows::stacked:
        for (const auto* spec : specs)
            if (*spec) plan.height += (plan.height > 0 ? 8 : 0) + button_height(**spec, room);
        break;
    }
    return plan;
}

float Page::footer_top(const FooterSpec& footer) const {
    return height() - (portrait() ? 64.0f : 24.0f) - plan_footer(footer).height;
}

float Page::footer_top() const {
    return m_footer_top.value_or(height() - (portrait() ? 64.0f : 24.0f) - (portrait() ? 88.0f : 64.0f));
}

void Page::footer(const FooterSpec& footer) {
    const float room = width() - 2 * margin(), left = margin();
    const FooterPlan plan = plan_footer(footer);
    const float top = footer_top(footer);
    m_footer_top = top;
    if (plan.rows == FooterPlan::Rows::stacked) { // one below the other, what goes on first
        float y = top;
        for (const auto* spec : {&footer.right, &footer.middle, &footer.beside, &footer.left}) {
            if (!*spec) continue;
            const float high = button_height(**spec, room);
            // In the middle of its row, as the words of the others are.
            const float wide = (*spec)->look == ButtonLook::quiet ? std::min(room, fit_button(**spec).w) : room;
            button({left + (room - wide) / 2, y, wide, high}, **spec);
            y += high + 8;
        }
        return;
    }
    const bool two = plan.rows == FooterPlan::Rows::two;
    const float high = plan.row, outer_y = two ? top + high + 8 : top;
    if (two) quiet_pair(footer, plan, {left, top, room, high});
    if (footer.left) button({left, outer_y, plan.sizes[0].w, high}, *footer.left);
    if (footer.right) button({left + room - plan.sizes[3].w, outer_y, plan.sizes[3].w, high}, *footer.right);
    if (two) return;
    const float from = footer.left ? left + plan.sizes[0].w + 24 : left;
    const float to = left + room - (footer.right ? plan.sizes[3].w + 24 : 0);
    quiet_pair(footer, plan, {from, top, to - from, high});
}

// The middle one and the one beside it: where the answers begin when lying, in the middle of the page when standing.
void Page::quiet_pair(const FooterSpec& footer, const FooterPlan& plan, Rect room) {
    if (!footer.middle) return;
    const float first = plan.sizes[1].w, second = footer.beside ? plan.sizes[2].w + 24 : 0;
    const bool bare = footer.middle->look == ButtonLook::quiet;
    const float words = bare ? text_width(footer.middle->name, footer.middle->style, Weight::bold) : first;
    const float wished =
        portrait() || footer.beside ? (width() - first - second) / 2 : margin() + 624 - (first - words) / 2;
    const float x = std::clamp(wished, room.x, std::max(room.x, room.right() - first - second));
    button({x, room.y, first, room.h}, *footer.middle);
    if (!footer.beside) return;
    button({x + first + 24, room.y, plan.sizes[2].w, room.h}, *footer.beside);
}

}
