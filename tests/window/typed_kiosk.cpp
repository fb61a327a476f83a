// What is typed at the kiosk, on the keys of the screen or on keys of its own.
#include "window/touched_kiosk.hpp"
#include <cctype>
#include <doctest/doctest.h>

namespace window {
namespace {

const ui::Widget* box_in_use(const ui::Tree& page) {
    for (const auto& widget : page.widgets)
        if (widget.role == ui::Role::writing && widget.chosen) return &widget;
    return nullptr;
}

// Which of the keyboard's layers is up, told by its first letter.
std::string layer(const ui::Tree& page) {
    for (const auto& widget : page.widgets)
        if (widget.role == ui::Role::key) return widget.id;
    return {};
}

}

void Kiosk::code(std::string_view digits) {
    keys(digits);
    if (m_hand != Hand::pointer) tap("key:done");
}

void Kiosk::keys(std::string_view keys) {
    wait_for("keys", [](const ui::Tree& page) {
        const auto* done = page.find_id("key:done");
        const auto* first = done != nullptr ? done : page.find_id("key:0"); // a number is finished by Next
        return first != nullptr && first->enabled;
    });
    if (m_hand == Hand::keyboard) {
        type(std::string(keys));
        return wait_for("the focus where letters go", [](const ui::Tree& page) {
            const auto* focused = page.find_id(page.focus);
            return focused != nullptr && focused->typing;
        });
    }
    std::vector<std::string> ids;
    for (const char key : keys)
        ids.push_back(key == ' ' ? "key:space" : std::string("key:") + key);
    settle({}); // the first key may stand where the last button did
    if (m_hand == Hand::pointer) return click(ids);
    for (const auto& id : ids) {
        go_to(id);
        strike(pad_choose);
    }
}

// Through capitals and signs to the layer that has it.
void Kiosk::bring_key(char letter) {
    for (int changes = 0; changes < 3 && m_page.find_id(std::string("key:") + letter) == nullptr; ++changes) {
        const auto before = layer(m_page);
        const bool lettered = before == "key:q" || before == "key:Q";
        const bool wanted = std::isalpha(static_cast<unsigned char>(letter)) != 0;
        const std::string other = lettered == wanted ? "key:shift" : "key:symbols";
        if (m_hand == Hand::pad)
            tap(other);
        else
            click({other});
        wait_for("other keys", [&](const ui::Tree& page) { return layer(page) != before; });
    }
}

void Kiosk::write(std::string_view text) {
    wait_for("a box to write in", box_in_use);
    auto expected = written();
    if (m_hand == Hand::keyboard) {
        type(std::string(text));
        return wait_for("what was typed to be shown",
                        [&](const ui::Tree&) { return written() == expected + std::string(text); });
    }
    for (const char letter : text) {
        if (letter != ' ') bring_key(letter);
        keys({&letter, 1});
        expected += letter;
        wait_for("what was written to be shown", [&](const ui::Tree&) { return written() == expected; });
    }
}

std::string Kiosk::written() const {
    const auto* box = box_in_use(m_page);
    return box == nullptr ? std::string() : box->value;
}

void Kiosk::type(const std::string& text) {
    output_of({"xdotool", "type", "--delay", "15", text});
}

void Kiosk::strike(const std::string& key) {
    output_of({"xdotool", "key", key});
}

void Kiosk::hold(const std::string& key, const std::function<bool(const ui::Tree&)>& until) {
    output_of({"xdotool", "keydown", key});
    const bool came = look_until(Clock::now() + patience, [&] { return until(m_page); });
    output_of({"xdotool", "keyup", key});
    REQUIRE_MESSAGE(came, "held " << key << " in vain at " << m_page.screen << " with the ring round " << m_page.focus);
}

}
