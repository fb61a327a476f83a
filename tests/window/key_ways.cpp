#include "window/key_ways.hpp"
#include "window/child.hpp"
#include <deque>
#include <map>
#include <span>

namespace window {
namespace {

struct Stroke {
    ui::KeyStep step;
    const char* key;
};
constexpr Stroke of_the_pad[] = {{ui::KeyStep::right, pad_right},
                                 {ui::KeyStep::left, pad_left},
                                 {ui::KeyStep::down, pad_down},
                                 {ui::KeyStep::up, pad_up}};
constexpr Stroke of_a_keyboard[] = {{ui::KeyStep::next, "Tab"}, {ui::KeyStep::previous, "shift+Tab"}};

// In a text left and right move the caret.
bool leads_on(const ui::Widget& from, ui::KeyStep step) {
    const bool across = step == ui::KeyStep::left || step == ui::KeyStep::right;
    return from.role != ui::Role::writing || !across;
}

}

std::vector<std::string> keys_to(const ui::Tree& page, const std::string& id, Hand hand) {
    const bool pad = hand == Hand::pad;
    const auto strokes = pad ? std::span<const Stroke>(of_the_pad) : std::span<const Stroke>(of_a_keyboard);
    const auto* focused = page.find_id(page.focus);
    if (focused == nullptr) return {pad ? pad_down : "Tab"};
    std::map<const ui::Widget*, std::vector<std::string>> ways{{focused, {}}};
    std::deque<const ui::Widget*> open{focused};
    for (; !open.empty(); open.pop_front()) {
        const auto* here = open.front();
        if (here->id == id) return ways.at(here);
        for (const auto& [step, key] : strokes) {
            if (!leads_on(*here, step)) continue;
            const auto* there = ui::step_from(page, here->id, step, pad);
            auto way = ways.at(here);
            way.emplace_back(key);
            if (ways.emplace(there, std::move(way)).second) open.push_back(there);
        }
    }
    return {};
}

}
