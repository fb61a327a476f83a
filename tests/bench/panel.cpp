#include "bench/panel.hpp"
#include <algorithm>
#include <SDL.h>

namespace bench {

void Panel::shown(const ui::Tree& tree) {
    const auto now = Clock::now();
    const std::scoped_lock lock(m_mutex);
    const auto since = m_latest.tree.screen == tree.screen ? m_latest.screen_since : now;
    m_latest = {tree, now, since, m_latest.number + 1};
    if (m_wanted && m_wanted(tree)) {
        m_wanted = {};
        m_found = m_latest;
    }
    m_came.notify_all();
}

Frame Panel::latest() const {
    const std::scoped_lock lock(m_mutex);
    return m_latest;
}

void Panel::expect(Wanted wanted) {
    const std::scoped_lock lock(m_mutex);
    m_wanted = std::move(wanted);
    m_found.reset();
}

std::optional<Frame> Panel::expected(std::chrono::milliseconds at_most) {
    std::unique_lock lock(m_mutex);
    m_came.wait_for(lock, at_most, [this] { return m_found.has_value(); });
    m_wanted = {};
    return std::exchange(m_found, std::nullopt);
}

namespace {

void finger(Uint32 type, const ui::Tree& tree, ui::Point at) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = 1;
    event.tfinger.x = at.x / tree.size.w;
    event.tfinger.y = at.y / tree.size.h;
    SDL_PushEvent(&event);
}

}

void put_finger_down(const ui::Tree& tree, ui::Point at) {
    finger(SDL_FINGERDOWN, tree, at);
}

void lift_finger(const ui::Tree& tree, ui::Point at) {
    finger(SDL_FINGERUP, tree, at);
}

void type_words(std::string_view words) {
    while (!words.empty()) {
        SDL_Event event{};
        event.type = SDL_TEXTINPUT;
        const auto some = words.substr(0, sizeof event.text.text - 1);
        std::ranges::copy(some, event.text.text);
        SDL_PushEvent(&event);
        words.remove_prefix(some.size());
    }
}

void close_window() {
    SDL_Event event{};
    event.type = SDL_QUIT;
    SDL_PushEvent(&event);
}

}
