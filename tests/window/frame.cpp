#include "window/frame.hpp"
#include <charconv>
#include <fmt/format.h>

namespace window {
namespace {

constexpr char end_of_field = '\x1f', end_of_row = '\x1e';

// Takes what stands before `end` off the front.
std::string_view take(std::string_view& rest, char end) {
    const auto at = rest.find(end);
    const auto taken = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return taken;
}

template<class Number>
Number number(std::string_view text) {
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}

std::string encode(const ui::Tree& tree) {
    std::string message = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1e", tree.screen, tree.size.w, tree.size.h, tree.focus);
    for (const auto& widget : tree.widgets)
        fmt::format_to(std::back_inserter(message),
                       "{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{:d}\x1f{:d}\x1f{:d}\x1f{:d}\x1e", widget.id,
                       static_cast<int>(widget.role), widget.name, widget.value, widget.rect.x, widget.rect.y,
                       widget.rect.w, widget.rect.h, widget.enabled, widget.chosen, widget.action.has_value(),
                       widget.typing);
    return message + end_of_frame;
}

ui::Tree decode(std::string_view message) {
    ui::Tree tree;
    auto head = take(message, end_of_row);
    tree.screen = take(head, end_of_field);
    tree.size.w = number<float>(take(head, end_of_field));
    tree.size.h = number<float>(take(head, end_of_field));
    tree.focus = head;
    while (!message.empty()) {
        auto row = take(message, end_of_row);
        ui::Widget widget;
        widget.id = take(row, end_of_field);
        widget.role = static_cast<ui::Role>(number<int>(take(row, end_of_field)));
        widget.name = take(row, end_of_field);
        widget.value = take(row, end_of_field);
        for (float* side : {&widget.rect.x, &widget.rect.y, &widget.rect.w, &widget.rect.h})
            *side = number<float>(take(row, end_of_field));
        widget.enabled = take(row, end_of_field) == "1";
        widget.chosen = take(row, end_of_field) == "1";
        if (take(row, end_of_field) == "1")
            widget.action = model::action::Touched{}; // what it means stays in the kiosk
        widget.typing = row == "1";
        tree.widgets.push_back(std::move(widget));
    }
    return tree;
}

}
