// The keyboard and the keypad.
#include "model/visit/marked_letters.hpp"
#include "model/visit/update.hpp"
#include "ui/kit/page.hpp"
#include <algorithm>

namespace ui {

namespace {

// What one letter bears: small ones above capitals, and no third row.
model::KeyLayer marked_layer(std::string_view letter) {
    model::KeyLayer layer;
    const auto found = model::letters_with_marks(letter);
    std::ranges::copy(found.small, layer.first.begin());
    std::ranges::copy(found.capital, layer.second.begin());
    return layer;
}

model::KeyLayer layer_of(const model::Keyboard& keys, const model::KeyboardLayout& layout) {
    if (keys.marks_of && !keys.marks_of->empty()) return marked_layer(*keys.marks_of);
    if (keys.symbols) return keys.shift ? layout.more_signs : layout.signs;
    return keys.shift ? layout.capitals : layout.letters;
}

}

float Page::keyboard_top() const {
    return height() - (portrait() ? 464.0f : 360.0f);
}

// Key labels stop growing at 150 %: the largest of the sizes in use that is no larger than that and fits.
Style Page::key_style(std::string_view label, float room, Weight weight) const {
    const float largest = type_size(Style::heading, 150, portrait()).px;
    for (const Style style : {Style::heading, Style::body, Style::small}) {
        if (type(style).px <= largest && text_width(label, style, weight) <= room) return style;
    }
    return Style::small;
}

void Page::key(Rect rect, std::string id, std::string name, Icon which, Meaning action, bool special, bool primary,
               bool enabled) {
    const bool held = enabled && pressed(id);
    Color paper = special ? color.bg : color.surface, ink = color.ink;
    if (primary) {
        paper = held ? color.press : color.action;
        ink = color.on_action;
    } else if (held) {
        paper = color.line;
    }
    if (!enabled) {
        paper = color.bg;
        ink = color.soft;
    }
    box(rect, paper, 12);
    const bool high = state.appearance.theme == model::Theme::high_contrast;
    if (high && !(primary && enabled)) outline(rect, enabled ? color.edge : color.line, 2, 12);
    Widget widget;
    const Weight weight = special || primary ? Weight::bold : Weight::regular;
    Style style = key_style(name, rect.w - 16, weight);
    if (special && style == Style::heading) style = Style::body;
    if (which == Icon::none) {
        widget.label = draw_label(rect, {.name = name, .style = style, .weight = weight, .padding = 4}, ink);
        widget.text_px = type(style).px;
    } else {
        const float side = std::min(icon_size(), portrait() ? 45.0f : 36.0f);
        icon({rect.center().x - side / 2, rect.center().y - side / 2, side, side}, which, ink);
    }
    widget.id = std::move(id);
    widget.role = Role::key;
    widget.round = 12;
    widget.name = std::move(name);
    widget.rect = rect;
    widget.enabled = enabled;
    widget.action = std::move(action);
    widget.ink = ink;
    widget.paper = paper;
    add(std::move(widget));
}

void Page::keyboard(const model::Keyboard& keys, std::string done_label, bool enabled) {
    const float bed = keyboard_top();
    box({0, bed, width(), height() - bed}, color.sunk, 0);
    const float sides = portrait() ? 84 : 64, gap = 8, high = portrait() ? 96 : 72;
    const float room = width() - 2 * sides;
    const float wide = (room - 9 * gap) / 10;
    const float left = sides, right = sides + room;
    float y = bed + 16;
    const auto& layout = model::keyboard_of(state);
    const auto layer = layer_of(keys, layout);
    const bool asks_which = keys.marks_of && keys.marks_of->empty();
    const auto types = [&](float x, const std::string& text) {
        key({x, y, wide, high}, "key:" + text, text, Icon::none, model::action::KeyTyped{text}, false, false, enabled);
    };
    const auto letter = [&](float x, const std::string& text) {
        if (text.empty()) return;
        if (asks_which)
            key({x, y, wide, high}, "key:" + text, text, Icon::none, model::action::MarksOfChosen{text}, false, false,
                enabled && !model::letters_with_marks(text).small.empty());
        else
            types(x, text);
    };
    for (const auto* row : {&layer.first, &layer.second}) {
        for (std::size_t index = 0; index < row->size(); ++index)
            letter(left + static_cast<float>(index) * (wide + gap), (*row)[index]);
        y += high + gap;
    }
    const float shift_wide = wide * 1.5f + 2, third = left + shift_wide + gap;
    const bool lettered = !keys.symbols;
    const bool shows_marked = keys.marks_of && !asks_which; // capitals and small letters stand side by side
    const std::string shift_name =
        lettered     ? keys.shift ? tr("keys.shift_off", "Small letters") : tr("keys.shift", "Capital letters")
            : keys.shift ? std::string("?123")
                     : layout.more_name;
    key({left, y, shift_wide, high}, "key:shift", shift_name, lettered ? Icon::shift : Icon::none,
        model::action::ShiftTapped{}, !(lettered && keys.shift), false, enabled && !shows_marked);
    tree.widgets.back().chosen = keys.shift;
    for (std::size_t index = 0; index < layer.third.size(); ++index)
        letter(third + static_cast<float>(index) * (wide + gap), layer.third[index]);
    const float delete_x = third + 7 * (wide + gap);
    key({delete_x, y, right - delete_x, high}, "key:backspace", tr("keys.delete", "Delete"), Icon::backspace,
        model::action::BackspaceTyped{}, true, false, enabled);
    y += high + gap;
    const float broad = 2 * wide + gap;
    key({left, y, broad, high}, "key:symbols", keys.symbols || keys.marks_of ? "abc" : "?123", Icon::none,
        model::action::SymbolsTapped{}, true, false, enabled);
    types(left + broad + gap, ",");
    float space_x = left + broad + wide + 2 * gap, space_wide = 4 * wide + 3 * gap;
    const auto beside_space = [&](std::string id, std::string name, Meaning action, bool special) {
        key({space_x, y, wide, high}, std::move(id), std::move(name), Icon::none, std::move(action), special, false,
            enabled);
        space_x += wide + gap;
        space_wide -= wide + gap;
    };
    if (layout.accent_key)
        beside_space("key:accent", std::string(model::accent), model::action::KeyTyped{std::string(model::accent)},
                     false);
    // Beside the letters with marks that are written most stands the way to all others, and to another letter's.
    if ((keys.symbols && keys.shift) || shows_marked)
        beside_space("key:marks", "āčęł", model::action::MarksTapped{}, true);
    key({space_x, y, space_wide, high}, "key:space", tr("keys.space", "Space"), Icon::none,
        model::action::KeyTyped{" "}, false, false, enabled);
    types(space_x + space_wide + gap, ".");
    key({right - broad, y, broad, high}, "key:done", std::move(done_label), Icon::none, model::action::DoneTyping{},
        false, true, enabled);
}

namespace {

constexpr float bed_inset = 16;

}

Size Page::keypad_size() const {
    const float wide = portrait() ? 160 : 112, high = portrait() ? 104 : 72;
    return {3 * wide + 16 + 2 * bed_inset, 4 * high + 24 + 2 * bed_inset};
}

Rect Page::keypad(Rect within, bool enabled, Corner corner) {
    const Size wished = keypad_size();
    const float room_high = within.h > 0 ? std::min(wished.h, within.h) : wished.h;
    const float wide = std::max(64.0f, (std::min(wished.w, within.w) - 16 - 2 * bed_inset) / 3);
    const float high = std::max(64.0f, (room_high - 24 - 2 * bed_inset) / 4);
    const Rect bed{within.center().x - (3 * wide + 16) / 2 - bed_inset, within.y, 3 * wide + 16 + 2 * bed_inset,
                   4 * high + 24 + 2 * bed_inset};
    box(bed, color.sunk, 24);
    const auto place = [&](int column, int row) {
        return Rect{bed.x + bed_inset + static_cast<float>(column) * (wide + 8),
                    bed.y + bed_inset + static_cast<float>(row) * (high + 8), wide, high};
    };
    for (int digit = 1; digit <= 9; ++digit) {
        const std::string text = std::to_string(digit);
        key(place((digit - 1) % 3, (digit - 1) / 3), "key:" + text, text, Icon::none, model::action::KeyTyped{text},
            false, false, enabled);
    }
    key(place(0, 3), "key:backspace", tr("keys.delete", "Delete"), Icon::backspace, model::action::BackspaceTyped{},
        true, false, enabled);
    key(place(1, 3), "key:0", "0", Icon::none, model::action::KeyTyped{"0"}, false, false, enabled);
    if (corner == Corner::point)
        key(place(2, 3), "key:point", tr("keys.point", "."), Icon::none, model::action::KeyTyped{"."}, true, false,
            enabled);
    else if (corner == Corner::ok)
        key(place(2, 3), "key:done", tr("keys.ok", "OK"), Icon::none, model::action::DoneTyping{}, false, true,
            enabled);
    return bed;
}

}
