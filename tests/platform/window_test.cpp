#include "platform/loop.hpp"
#include "platform/manager.hpp"
#include "ui/kit/theme.hpp"
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <SDL.h>
#include <SDL_syswm.h>
#include <set>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

// These open real windows; tests/run gives them a display of their own.
bool no_display() {
    if (std::getenv("DISPLAY")) return false;
    MESSAGE("skipped: there is no display (DISPLAY is empty)");
    return true;
}

platform::Window a_window(int width = 640, int height = 400) {
    auto window = platform::Window::open({false, width, height, "test"});
    REQUIRE_MESSAGE(window, window.error().detail);
    // Until it stands on the panel and its first events are over.
    for (int turn = 0; turn < 3; ++turn) {
        window->present();
        window->wait(platform::steady_now() + 30ms);
        while (window->next()) {
        }
    }
    return *std::move(window);
}

// What comes within a second, up to and with the first of one kind.
template<class Last>
std::vector<platform::Input> until(platform::Window& window) {
    std::vector<platform::Input> came;
    const auto latest = platform::steady_now() + 1s;
    while (platform::steady_now() < latest) {
        window.wait(latest);
        while (auto input = window.next()) {
            came.push_back(*std::move(input));
            if (std::holds_alternative<Last>(came.back().what)) return came;
        }
    }
    return came;
}

template<class Kind>
int count(const std::vector<platform::Input>& inputs) {
    int found = 0;
    for (const platform::Input& input : inputs)
        found += std::holds_alternative<Kind>(input.what) ? 1 : 0;
    return found;
}

void finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = id;
    event.tfinger.x = x;
    event.tfinger.y = y;
    SDL_PushEvent(&event);
}

void mouse(Uint32 type, int x, int y) {
    SDL_Event event{};
    event.type = type;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = x;
    event.button.y = y;
    SDL_PushEvent(&event);
}

// As a window manager does it for a cross in a corner, or for Alt and F4. False: there is no X11 window to ask.
bool ask_to_close() {
    SDL_Window* window = nullptr;
    for (Uint32 id = 1; id < 100 && !window; ++id) // a number for each window that this program has had
        window = SDL_GetWindowFromID(id);
    SDL_SysWMinfo info{};
    SDL_VERSION(&info.version);
    if (!window || SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return false;
    auto* display = info.info.x11.display;
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = info.info.x11.window;
    event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", True);
    event.xclient.format = 32;
    event.xclient.data.l[0] = static_cast<long>(XInternAtom(display, "WM_DELETE_WINDOW", True));
    XSendEvent(display, event.xclient.window, False, NoEventMask, &event);
    XSync(display, False);
    return true;
}

model::State a_state() {
    model::State state;
    auto practice = std::make_shared<model::Practice>();
    practice->name = "Rivergate Counseling";
    state.content = std::make_shared<model::Content>();
    state.practice = practice;
    state.touched_at = platform::steady_now();
    state.shown_at = platform::steady_now() - 10s;
    return state;
}

platform::Canvas a_canvas(const platform::Window& window) {
    auto fonts = ui::find_fonts();
    REQUIRE(fonts);
    auto canvas =
        platform::Canvas::open(window, *fonts, platform::Pictures(platform::asset_folders({}, SAMESIDE_SOURCE_DIR)));
    REQUIRE_MESSAGE(canvas, canvas.error().detail);
    return *std::move(canvas);
}

}

TEST_CASE("a second finger on the panel is not heard until the first lifts") {
    if (no_display()) return;
    auto window = a_window();
    finger(SDL_FINGERDOWN, 1, 0.25f, 0.5f);
    finger(SDL_FINGERDOWN, 2, 0.75f, 0.5f);
    finger(SDL_FINGERUP, 2, 0.75f, 0.5f);
    finger(SDL_FINGERUP, 1, 0.25f, 0.5f);
    const auto came = until<platform::input::Release>(window);
    CHECK(count<platform::input::Press>(came) == 1);
    REQUIRE(count<platform::input::Release>(came) == 1);
    const auto at = std::get<platform::input::Release>(came.back().what).at;
    CHECK(at.x == doctest::Approx(0.25f * static_cast<float>(window.panel_width())));
    CHECK(at.y == doctest::Approx(0.5f * static_cast<float>(window.panel_height())));
}

TEST_CASE("the left button of a mouse is a finger, and leaving the window takes its press away") {
    if (no_display()) return;
    auto window = a_window();
    mouse(SDL_MOUSEBUTTONDOWN, 30, 40);
    SDL_Event leave{};
    leave.type = SDL_WINDOWEVENT;
    leave.window.event = SDL_WINDOWEVENT_LEAVE;
    SDL_PushEvent(&leave);
    mouse(SDL_MOUSEBUTTONUP, 30, 40);
    mouse(SDL_MOUSEBUTTONDOWN, 50, 60);
    mouse(SDL_MOUSEBUTTONUP, 50, 60);
    const auto came = until<platform::input::Release>(window);
    CHECK(count<platform::input::Press>(came) == 2);
    CHECK(count<platform::input::Cancel>(came) == 1);
    REQUIRE(count<platform::input::Release>(came) == 1);
    CHECK(std::get<platform::input::Release>(came.back().what).at.x == doctest::Approx(50));
}

TEST_CASE("SIGTERM comes out as Quit") {
    if (no_display()) return;
    auto window = a_window();
    REQUIRE(kill(getpid(), SIGTERM) == 0);
    CHECK(count<platform::input::Quit>(until<platform::input::Quit>(window)) == 1);
}

TEST_CASE("closing the window ends the program, but not where the service says that it means nothing") {
    if (no_display()) return;
    const bool kept_open = [] {
        bool kept = false;
        SUBCASE("as it is") {
            unsetenv("SDL_QUIT_ON_LAST_WINDOW_CLOSE");
        }
        SUBCASE("as kiosk-config/kiosk/systemd/sameside-kiosk.service has it") {
            setenv("SDL_QUIT_ON_LAST_WINDOW_CLOSE", "0", 1);
            kept = true;
        }
        return kept;
    }();
    auto window = a_window();
    REQUIRE(ask_to_close());
    window.wake(); // heard after it
    const auto came = until<platform::input::Woken>(window);
    const auto later = until<platform::input::Quit>(window);
    CHECK(count<platform::input::Quit>(came) + count<platform::input::Quit>(later) == (kept_open ? 0 : 1));
    unsetenv("SDL_QUIT_ON_LAST_WINDOW_CLOSE");
}

TEST_CASE("another thread can wake a window that waits for nothing else") {
    if (no_display()) return;
    auto window = a_window();
    std::thread other([&window] { window.wake(); });
    CHECK(count<platform::input::Woken>(until<platform::input::Woken>(window)) == 1);
    other.join();
}

TEST_CASE("waiting ends at the deadline with nothing to take") {
    if (no_display()) return;
    auto window = a_window();
    const auto deadline = platform::steady_now() + 40ms;
    while (platform::steady_now() < deadline)
        window.wait(deadline);
    CHECK(platform::steady_now() < deadline + 2s);
    window.wait(deadline); // past already: returns at once
    CHECK_FALSE(window.next());
}

TEST_CASE("a click on the welcome screen opens the next page, on the panel too") {
    if (no_display()) return;
    auto window = a_window(1280, 800);
    window.keep_pixels();
    auto canvas = a_canvas(window);
    std::vector<std::string> shown;
    std::set<std::uint32_t> colours;
    bool clicked = false, asked_to_stop = false;
    platform::LoopCallbacks callbacks;
    callbacks.run = [](const model::Effect&) { return std::vector<model::Action>{}; };
    callbacks.shown = [&](const ui::Tree& tree) {
        if (shown.empty() || shown.back() != tree.screen) shown.push_back(tree.screen);
        if (!clicked) {
            const auto pixels = window.pixels();
            const auto corner = ui::colors(model::Theme::day).bg;
            REQUIRE(pixels.size() >= 4);
            CHECK(pixels[0] == corner.r);
            CHECK(pixels[1] == corner.g);
            CHECK(pixels[2] == corner.b);
            for (std::size_t i = 0; i + 3 < pixels.size(); i += 4)
                colours.insert(pixels[i] * 65536u + pixels[i + 1] * 256u + pixels[i + 2]);
            clicked = true;
            mouse(SDL_MOUSEBUTTONDOWN, window.panel_width() / 3, window.panel_height() / 3);
            mouse(SDL_MOUSEBUTTONUP, window.panel_width() / 3, window.panel_height() / 3);
        } else if (shown.size() > 1 && !asked_to_stop) {
            asked_to_stop = true;
            SDL_Event quit{};
            quit.type = SDL_QUIT;
            SDL_PushEvent(&quit);
        }
    };
    const auto last = platform::run(window, canvas, a_state(), std::move(callbacks));
    REQUIRE(last);
    CHECK(colours.size() > 20);
    CHECK(std::holds_alternative<model::screen::EntryCode>(last->screen));
    CHECK(shown.size() == 2);
}

TEST_CASE("whoever started the kiosk hears that it stands when the first picture does, and that it stops") {
    if (no_display()) return;
    auto window = a_window();
    auto canvas = a_canvas(window);
    const platform::Manager manager(platform::a_path());
    setenv("WATCHDOG_USEC", "30000", 1);
    auto supervisor = platform::Supervisor::of_environment();
    std::string before, alive;
    std::atomic<bool> shown = false;
    platform::LoopCallbacks callbacks;
    callbacks.run = [](const model::Effect&) { return std::vector<model::Action>{}; };
    callbacks.supervisor = &supervisor;
    callbacks.shown = [&](const ui::Tree&) {
        if (shown) return;
        before = manager.heard();
        shown = true;
    };
    // An idle loop: nothing is touched, and it is asked to stop when it has said three times that it turns.
    std::thread listening([&] {
        const auto latest = platform::steady_now() + 20s;
        while (alive.find("WATCHDOG=1\nWATCHDOG=1\nWATCHDOG=1\n") == std::string::npos &&
               platform::steady_now() < latest)
            if (shown) alive += manager.heard();
        SDL_Event quit{};
        quit.type = SDL_QUIT;
        SDL_PushEvent(&quit);
    });
    const auto last = platform::run(window, canvas, a_state(), std::move(callbacks));
    listening.join();
    REQUIRE(last);
    CHECK(before.empty());
    CHECK(alive.starts_with("READY=1\nWATCHDOG=1\nWATCHDOG=1\nWATCHDOG=1\n"));
    CHECK(manager.heard().ends_with("STOPPING=1\n"));
}

TEST_CASE("larger text gives larger letters, and back again the same ones") {
    if (no_display()) return;
    auto window = a_window(1280, 800);
    auto canvas = a_canvas(window);
    const auto height = [&](int percent) {
        REQUIRE(canvas.fit(window, percent));
        auto state = a_state();
        state.appearance.text_percent = percent;
        const auto tree = canvas.describe(state, {canvas.fitted().size, platform::clock_now(), {}, {}, false});
        canvas.render(window, ui::colors(model::Theme::day).bg);
        window.present();
        const auto* name = tree.find_name("Rivergate Counseling");
        REQUIRE(name);
        return name->rect.h;
    };
    const float usual = height(100);
    CHECK(height(200) > usual);
    CHECK(height(100) == usual);
}
