#include "platform/window.hpp"
#include "platform/events.hpp"
#include "platform/signals.hpp"
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <GL/gl.h>

namespace platform {

core::SteadyTime steady_now() {
    return std::chrono::time_point_cast<core::Milliseconds>(std::chrono::steady_clock::now());
}

core::Now clock_now() {
    return {std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now()), steady_now()};
}

namespace {

void push(Uint32 type) {
    SDL_Event event{};
    event.type = type;
    SDL_PushEvent(&event);
}

core::Error no_display(const char* what) {
    return {core::ErrorCode::unsupported, std::string(what) + ": " + SDL_GetError()};
}

struct PanelSize {
    int width, height;
};

// As far as it is known before there is a window.
PanelSize expected_size(const WindowSpec& spec) {
    SDL_DisplayMode display{};
    if (spec.full_screen && SDL_GetDesktopDisplayMode(0, &display) == 0 && display.w > 0 && display.h > 0)
        return {display.w, display.h};
    return {spec.width, spec.height};
}

void give_hints() {
    SDL_SetMainReady();
    // A finger and a mouse must not be made out of each other, or a tap counts twice.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    // Capturing the mouse loses the lifting of a finger on X11.
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    // Without a folder for its socket there is no Wayland, whose library would complain beside what we say.
    if (std::getenv("XDG_RUNTIME_DIR") == nullptr) SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11,kmsdrm");
}

}

struct Window::Inside {
    bool keeps = false;
    std::vector<std::uint8_t> kept;
    SDL_Window* window = nullptr;
    SDL_GLContext gl = nullptr;
    int width = 0, height = 0; // panel pixels
    std::deque<Input> taken;
    FirstFinger finger;
    core::PadKeys keys;
    Uint32 woken = 0;
    std::unique_ptr<Signals> signals;

    Inside() = default;
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() {
        signals.reset();
        if (gl) SDL_GL_DeleteContext(gl);
        if (window) SDL_DestroyWindow(window);
        SDL_Quit();
    }

    // On Wayland the picture's size follows the compositor's word, and no event tells of it where the window's own was
    // taken to be that already.
    void measure() {
        const PanelSize before{width, height};
        SDL_GL_GetDrawableSize(window, &width, &height);
        if (width != before.width || height != before.height) taken.push_back({steady_now(), input::Resized{}});
    }

    void take(const SDL_Event& event) {
        measure();
        int logical_width = 0, logical_height = 0;
        SDL_GetWindowSize(window, &logical_width, &logical_height);
        const EventScale scale{static_cast<float>(width), static_cast<float>(height),
                               static_cast<float>(width) / static_cast<float>(std::max(logical_width, 1))};
        const auto now = steady_now();
        if (event.type == woken)
            taken.push_back({now, input::Woken{}});
        else if (auto what = translate(event, scale, finger, keys, now))
            taken.push_back({now, *std::move(what)});
        // A finger needs no arrow; a mouse does.
        if (event.type == SDL_FINGERDOWN)
            SDL_ShowCursor(SDL_DISABLE);
        else if (event.type == SDL_MOUSEMOTION)
            SDL_ShowCursor(SDL_ENABLE);
    }
};

Window::Window(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

core::Result<Window> Window::open(const WindowSpec& spec) {
    give_hints();
    auto inside = std::make_unique<Inside>();
    // Before SDL starts threads of its own, so that none of them takes the signal.
    inside->signals = std::make_unique<Signals>([] { push(SDL_QUIT); });
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return core::pass(no_display("no display"));
    inside->woken = SDL_RegisterEvents(1);
    const PanelSize size = expected_size(spec);
    if (spec.panel_expected) spec.panel_expected(size.width, size.height);

    struct Version {
        int major, minor, profile;
        const char* egl; // on X11 it opens sooner than GLX, and not every driver has it
    };
    const Version versions[] = {
        {3, 2, SDL_GL_CONTEXT_PROFILE_CORE, "1"}, {3, 2, SDL_GL_CONTEXT_PROFILE_CORE, "0"}, {3, 0, 0, "0"}};
    Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= spec.full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
    for (const Version& version : versions) {
        SDL_SetHint(SDL_HINT_VIDEO_X11_FORCE_EGL, version.egl);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, version.major);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, version.minor);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, version.profile);
        SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
        SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
        inside->window = SDL_CreateWindow(spec.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                          size.width, size.height, flags);
        if (inside->window) inside->gl = SDL_GL_CreateContext(inside->window);
        if (inside->gl) break;
        if (inside->window) SDL_DestroyWindow(std::exchange(inside->window, nullptr));
    }
    if (!inside->gl) return core::pass(no_display("no window with OpenGL 3"));
    SDL_GL_SetSwapInterval(1);
    SDL_DisableScreenSaver();
    if (spec.full_screen) SDL_ShowCursor(SDL_DISABLE);
    SDL_StartTextInput();
    inside->keys = spec.keys;
    SDL_GL_GetDrawableSize(inside->window, &inside->width, &inside->height);
    return Window(std::move(inside));
}

int Window::panel_width() const {
    return m_inside->width;
}
int Window::panel_height() const {
    return m_inside->height;
}

void Window::wait(std::optional<core::SteadyTime> deadline) {
    gather();
    if (!m_inside->taken.empty()) return;
    SDL_Event event;
    int some = 0;
    if (deadline) {
        const auto left = std::clamp<std::int64_t>((*deadline - steady_now()).count(), 0, 24 * 60 * 60 * 1000);
        some = SDL_WaitEventTimeout(&event, static_cast<int>(left));
    } else {
        some = SDL_WaitEvent(&event);
    }
    if (some != 0) m_inside->take(event);
    gather();
}

void Window::gather() {
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0)
        m_inside->take(event);
    m_inside->measure();
}

std::optional<Input> Window::next() {
    if (m_inside->taken.empty()) return std::nullopt;
    Input first = std::move(m_inside->taken.front());
    m_inside->taken.pop_front();
    return first;
}

namespace {

// Before the swap: afterwards what the buffers hold is the driver's affair.
std::vector<std::uint8_t> read_drawn(int width, int height) {
    const auto stride = static_cast<std::size_t>(width) * 4;
    const auto rows = static_cast<std::size_t>(height);
    std::vector<std::uint8_t> from_below(stride * rows), from_above(stride * rows);
    glReadBuffer(GL_BACK);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, from_below.data());
    for (std::size_t row = 0; row < rows; ++row)
        std::copy_n(from_below.begin() + static_cast<std::ptrdiff_t>((rows - 1 - row) * stride), stride,
                    from_above.begin() + static_cast<std::ptrdiff_t>(row * stride));
    return from_above;
}

}

void Window::present() {
    if (m_inside->keeps) m_inside->kept = read_drawn(m_inside->width, m_inside->height);
    SDL_GL_SwapWindow(m_inside->window);
}

void Window::keep_pixels() {
    m_inside->keeps = true;
}

std::vector<std::uint8_t> Window::pixels() const {
    return m_inside->kept;
}

void Window::wake() {
    push(m_inside->woken);
}

std::function<void()> Window::waker() const {
    return [type = m_inside->woken] { push(type); };
}

}
