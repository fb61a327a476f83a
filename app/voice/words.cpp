#include "voice/words.hpp"
#include "core/i18n.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <cctype>

namespace voice {
namespace {

using core::fill;
using core::tr;
using ui::Role;
using ui::Widget;

bool can_be_seen(const Widget& widget) {
    return widget.rect.w > 0 && widget.rect.h > 0;
}

bool ends_sentence(std::string_view text) {
    for (const std::string_view end : {".", "?", "!", ":", "…", "”", "»"})
        if (text.ends_with(end)) return true;
    return false;
}

// With a stop at its end, so that the voice pauses there.
std::string sentence(std::string text) {
    if (!text.empty() && !ends_sentence(text)) text += ".";
    return text;
}

std::string joined(std::initializer_list<std::string> parts) {
    std::string all;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += " ";
        all += sentence(part);
    }
    return all;
}

// What is chosen for one thing is of one list; else "answer:5" and "answer:6" are, and "from-me:5" is of another.
bool is_of_one_list(const Widget& one, const Widget& other) {
    if (one.role != other.role || one.about != other.about) return false;
    const auto list_of = [](const Widget& widget) {
        return std::string_view(widget.id).substr(0, widget.id.rfind(':'));
    };
    return !one.about.empty() || list_of(one) == list_of(other);
}

struct Place {
    int at = 0, of = 0;
};
Place place_in_list(const ui::Tree& tree, const Widget& widget) {
    Place place;
    for (const auto& other : tree.widgets) {
        if (!is_of_one_list(other, widget)) continue;
        ++place.of;
        if (&other == &widget || other.id == widget.id) place.at = place.of;
    }
    return place;
}

std::string counted(std::string words, Place place) {
    return fill(words, {{"at", std::to_string(place.at)}, {"of", std::to_string(place.of)}});
}

std::string role_of(const ui::Tree& tree, const Widget& widget) {
    switch (widget.role) {
    case Role::text:
    case Role::heading:
    case Role::picture:
    case Role::status:
        return widget.action ? tr("voice.button", "Button") : std::string();
    case Role::button:
        return tr("voice.button", "Button");
    case Role::link:
        return tr("voice.link", "Link");
    case Role::answer:
        return counted(tr("voice.answer", "Answer {at} of {of}"), place_in_list(tree, widget));
    case Role::toggle:
        return tr("voice.toggle", "Tick box");
    case Role::tab:
        return counted(tr("voice.tab", "Choice {at} of {of}"), place_in_list(tree, widget));
    case Role::row:
        return counted(tr("voice.row", "Row {at} of {of}"), place_in_list(tree, widget));
    case Role::field:
        return tr("voice.field", "Field");
    case Role::key:
        return tr("voice.key", "Key");
    case Role::writing:
        return tr("voice.writing", "Text box");
    case Role::drawing:
        return tr("voice.drawing", "Box to draw in with a finger");
    case Role::background:
        return tr("voice.anywhere", "Anywhere on the screen");
    }
    return {};
}

std::string name_of(const Widget& widget) {
    if (widget.name == "?123") return tr("voice.signs", "Digits and signs");
    if (widget.name == "abc") return tr("voice.letters", "Letters");
    if (widget.role == Role::key && core::utf8::after(widget.name, 0) == widget.name.size()) {
        const char first = widget.name.front();
        if (first >= 'A' && first <= 'Z')
            return fill(tr("voice.capital", "Capital {letter}"), {{"letter", widget.name}});
    }
    return widget.name;
}

// A single sign is no word: the voice must be told to name it.
bool is_sign(const Widget& widget) {
    if (widget.role != Role::key || widget.name.size() != 1) return false;
    const auto sign = static_cast<unsigned char>(widget.name.front());
    return std::ispunct(sign) != 0;
}

std::string keys_words(std::size_t keys) {
    if (keys == 0) return {};
    return keys > 14 ? tr("voice.keyboard", "There is a keyboard below.")
                     : tr("voice.keypad", "There are keys with digits.");
}

// What a row says, or the whole screen, stands on it as words of their own.
bool is_label(const ui::Tree& tree, const Widget& text) {
    return std::ranges::any_of(tree.widgets, [&](const Widget& stop) {
        if (!stop.rect.contains(text.rect.center())) return false;
        if (stop.role == Role::row)
            return stop.name.find(text.name) != std::string::npos || stop.value.find(text.name) != std::string::npos;
        return stop.role == Role::background && (stop.name == text.name || stop.value == text.name);
    });
}

// It stands there once more, as in a header.
bool is_title(const ui::Tree& tree, const Widget& text) {
    return std::ranges::any_of(
        tree.widgets, [&](const Widget& other) { return other.role == Role::heading && other.name == text.name; });
}

// What a page asks for comes before the ways off it.
bool is_way(const Widget& widget) {
    return widget.role == Role::button || widget.role == Role::link;
}

}

bool is_control(const Widget& widget) {
    switch (widget.role) {
    case Role::text:
    case Role::heading:
    case Role::picture:
    case Role::status:
        return widget.action.has_value();
    case Role::button:
    case Role::answer:
    case Role::toggle:
    case Role::tab:
    case Role::row:
    case Role::field:
    case Role::link:
    case Role::key:
    case Role::writing:
    case Role::drawing:
    case Role::background:
        return true;
    }
    return false;
}

std::string state_of(const Widget& widget, Typed typed) {
    std::string value;
    switch (widget.role) {
    case Role::toggle:
        value = widget.chosen ? tr("voice.on", "On") : tr("voice.off", "Off");
        break;
    case Role::answer:
    case Role::tab:
        value = widget.chosen ? tr("voice.chosen", "Chosen") : tr("voice.not-chosen", "Not chosen");
        break;
    case Role::field:
    case Role::writing:
        if (widget.secret || typed == Typed::kept)
            value = tr("voice.secret", "What you type is not said");
        else
            value = widget.value.empty() ? tr("voice.empty", "Empty") : widget.value;
        break;
    case Role::row:
        value = joined({widget.value, widget.chosen ? tr("voice.chosen", "Chosen") : std::string()});
        break;
    case Role::button:
    case Role::link:
    case Role::key:
    case Role::background:
    case Role::text:
    case Role::heading:
    case Role::picture:
    case Role::status:
    case Role::drawing:
        if (widget.chosen) value = tr("voice.chosen", "Chosen");
        break;
    }
    return joined({value, widget.enabled ? std::string() : tr("voice.shut", "Not possible now")});
}

Sentence words_of(const ui::Tree& tree, const Widget& widget, Typed typed) {
    if (!is_control(widget)) return {sentence(widget.name), widget.id};
    return {joined({name_of(widget), widget.about, role_of(tree, widget), state_of(widget, typed)}), widget.id,
            is_sign(widget) ? widget.name : std::string()};
}

bool heard_first(const model::State& state, const Widget& widget) {
    return model::reads_page(state) && (!widget.action || model::says_before_doing(state, *widget.action));
}

std::vector<Sentence> words_of_page(const ui::Tree& tree, Typed typed) {
    std::vector<Sentence> all;
    const auto add = [&](auto belongs) {
        for (const auto& widget : tree.widgets)
            if (can_be_seen(widget) && !widget.name.empty() && !widget.drawn && belongs(widget))
                all.push_back(words_of(tree, widget, typed));
    };
    add([](const Widget& widget) { return widget.role == Role::heading && !is_control(widget); });
    add([&](const Widget& widget) {
        return widget.role != Role::heading && !is_control(widget) && !is_label(tree, widget) &&
               !is_title(tree, widget);
    });
    add([](const Widget& widget) { return is_control(widget) && !is_way(widget) && widget.role != Role::key; });
    const auto keys = std::ranges::count(tree.widgets, Role::key, &Widget::role);
    if (auto words = keys_words(static_cast<std::size_t>(keys)); !words.empty()) all.push_back({std::move(words)});
    add([](const Widget& widget) { return is_control(widget) && is_way(widget); });
    return all;
}

}
