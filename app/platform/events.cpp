#include "platform/events.hpp"

namespace platform {
namespace {

using What = std::optional<decltype(Input::what)>;

template<class T>
What maybe(std::optional<T> one) {
    if (!one) return std::nullopt;
    return *one;
}

std::optional<Key> key_of(const SDL_Keysym& symbol) {
    switch (symbol.sym) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return Key::enter;
    case SDLK_SPACE:
        return Key::space;
    case SDLK_TAB:
        return (symbol.mod & KMOD_SHIFT) != 0 ? Key::shift_tab : Key::tab;
    case SDLK_BACKSPACE:
        return Key::backspace;
    case SDLK_DELETE:
        return Key::delete_forward;
    case SDLK_LEFT:
        return Key::left;
    case SDLK_RIGHT:
        return Key::right;
    case SDLK_UP:
        return Key::up;
    case SDLK_DOWN:
        return Key::down;
    case SDLK_HOME:
        return Key::home;
    case SDLK_END:
        return Key::end;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK:
        return Key::escape;
    default:
        return std::nullopt;
    }
}

std::optional<Key> pad_key(int code, const core::PadKeys& keys) {
    if (code == 0) return std::nullopt;
    if (code == keys.up) return Key::up;
    if (code == keys.down) return Key::down;
    if (code == keys.left) return Key::left;
    if (code == keys.right) return Key::right;
    if (code == keys.choose) return Key::enter;
    if (code == keys.back) return Key::escape;
    return std::nullopt;
}

What key(const SDL_KeyboardEvent& event, const core::PadKeys& keys) {
    if ((event.keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return std::nullopt;
    std::optional<Key> known = pad_key(event.keysym.scancode, keys);
    if (!known) known = key_of(event.keysym);
    if (!known) return std::nullopt;
    return input::KeyDown{*known, event.repeat != 0};
}

What window(const SDL_WindowEvent& event, FirstFinger& finger) {
    switch (event.event) {
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_RESTORED:
        return input::Resized{};
    case SDL_WINDOWEVENT_FOCUS_LOST:
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
        return maybe(finger.lost());
    case SDL_WINDOWEVENT_LEAVE:
        // The pointer's own; a finger cannot leave the panel without lifting.
        return finger.is(FirstFinger::mouse) ? maybe(finger.lost()) : std::nullopt;
    default:
        return std::nullopt;
    }
}

}

std::optional<decltype(Input::what)> translate(const SDL_Event& event, const EventScale& scale, FirstFinger& finger,
                                               const core::PadKeys& keys, core::SteadyTime now) {
    const auto finger_at = [&] {
        return ui::Point{event.tfinger.x * scale.panel_width, event.tfinger.y * scale.panel_height};
    };
    const auto mouse_at = [&](Sint32 x, Sint32 y) {
        return ui::Point{static_cast<float>(x) * scale.for_mouse, static_cast<float>(y) * scale.for_mouse};
    };
    switch (event.type) {
    case SDL_FINGERDOWN:
        return maybe(finger.down(event.tfinger.fingerId, finger_at(), now));
    case SDL_FINGERMOTION:
        return maybe(finger.moved(event.tfinger.fingerId, finger_at(), now));
    case SDL_FINGERUP:
        return maybe(finger.up(event.tfinger.fingerId, finger_at(), now));
    case SDL_MOUSEBUTTONDOWN:
        if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
        return maybe(finger.down(FirstFinger::mouse, mouse_at(event.button.x, event.button.y), now));
    case SDL_MOUSEMOTION:
        return maybe(finger.moved(FirstFinger::mouse, mouse_at(event.motion.x, event.motion.y), now));
    case SDL_MOUSEBUTTONUP:
        if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
        return maybe(finger.up(FirstFinger::mouse, mouse_at(event.button.x, event.button.y), now));
    case SDL_TEXTINPUT: {
        std::string text = event.text.text;
        if (text.empty() || text == " ") return std::nullopt;
        return input::Typed{std::move(text)};
    }
    case SDL_KEYDOWN:
        return key(event.key, keys);
    case SDL_WINDOWEVENT:
        return window(event.window, finger);
    case SDL_QUIT:
        return input::Quit{};
    default:
        return std::nullopt;
    }
}

}
