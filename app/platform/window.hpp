// The kiosk's window with its OpenGL picture. What people do comes out as plain values; nothing of SDL or GL shows
// here. One at a time, and made before other threads: SIGTERM, SIGINT and SIGHUP are blocked from then on and come out
// as Quit.
#pragma once
#include "core/pad_keys.hpp"
#include "core/result.hpp"
#include "platform/input.hpp"
#include <functional>
#include <memory>
#include <vector>

namespace platform {

struct WindowSpec {
    bool full_screen = true;
    int width = 1280, height = 800; // of a window that is not full screen
    std::string title = "Sameside";
    core::PadKeys keys = {}; // of a pad beside the panel
    // Called before the window is made, with the panel's size in pixels as far as it is known by then: what needs no
    // window can be begun on another thread. May be empty.
    std::function<void(int width, int height)> panel_expected = {};
};

class Window {
public:
    // Fails with unsupported when there is no display or no OpenGL 3; detail names which and what was said.
    [[nodiscard]] static core::Result<Window> open(const WindowSpec& spec);
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    ~Window();

    int panel_width() const; // pixels
    int panel_height() const;

    // Sleeps until something happened or the deadline; returns at once when something is left to take.
    void wait(std::optional<core::SteadyTime> deadline);
    // Takes in what happened until now, so that its time is not later than this call.
    void gather();
    std::optional<Input> next();

    // Shows what was drawn; waits for the panel's refresh where there is one.
    void present();
    // From now on present() keeps what it shows. For tests and reports.
    void keep_pixels();
    // The picture as shown last, rows from the top, RGBA; empty when it was not kept.
    std::vector<std::uint8_t> pixels() const;

    // From any thread: wait() returns and next() gives Woken.
    void wake();
    // The same, to be kept; must not be called once the window is gone.
    std::function<void()> waker() const;

private:
    struct Inside;
    explicit Window(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

core::SteadyTime steady_now();
core::Now clock_now();

}
