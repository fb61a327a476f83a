// How soon a thing is heard that the focus came to: from the key pushed beside the loop to the first sound that is more
// than silence, as SDL's disk driver takes it, which is given sound at the pace of a card.
#include "bench/in_window.hpp"
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <SDL.h>
#include <thread>

namespace bench {

namespace {

using namespace std::chrono_literals;

void push_tab() {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = SDLK_TAB;
    event.key.keysym.scancode = SDL_SCANCODE_TAB;
    event.key.state = SDL_PRESSED;
    SDL_PushEvent(&event);
    event.type = SDL_KEYUP;
    event.key.state = SDL_RELEASED;
    SDL_PushEvent(&event);
}

// What the sound card was given so far.
class Ear {
public:
    explicit Ear(std::filesystem::path file) : m_file(std::move(file)) {}
    // Sound within that time.
    bool hears(std::chrono::milliseconds at_most) {
        for (const auto until = Clock::now() + at_most; Clock::now() < until; std::this_thread::sleep_for(1ms))
            if (next_is_loud()) return true;
        return false;
    }
    // Nothing for a while; false when it never ends.
    bool falls_silent() {
        for (int tries = 0; tries < 100; ++tries)
            if (!hears(300ms)) return true;
        return false;
    }

private:
    bool next_is_loud() {
        std::ifstream in(m_file, std::ios::binary);
        in.seekg(m_at);
        std::int16_t sample = 0;
        bool loud = false;
        while (in.read(reinterpret_cast<char*>(&sample), sizeof sample)) {
            m_at += static_cast<std::streamoff>(sizeof sample);
            loud = loud || std::abs(sample) > 64;
        }
        return loud;
    }
    std::filesystem::path m_file;
    std::streamoff m_at = 0;
};

core::Done lost(const char* what) {
    return core::fail(core::ErrorCode::invalid_state, what);
}

core::Done turn_on(Panel& panel) {
    const auto is_there = [](const ui::Tree& tree) { return tree.find_id("read-aloud") != nullptr; };
    panel.expect(is_there);
    if (!is_there(panel.latest().tree) && !panel.expected()) return lost("this machine cannot read aloud");
    const auto frame = panel.latest();
    const auto at = frame.tree.find_id("read-aloud")->rect.center();
    std::this_thread::sleep_for(1s); // the page has settled
    put_finger_down(frame.tree, at);
    std::this_thread::sleep_for(50ms);
    panel.expect([](const ui::Tree& tree) {
        const auto* toggle = tree.find_id("read-aloud");
        return toggle != nullptr && toggle->chosen;
    });
    lift_finger(frame.tree, at);
    return panel.expected() ? core::Done() : lost("reading aloud was not turned on");
}

}

core::Done speech(const Options& options) {
    const int count = options.quick ? 5 : 40;
    const auto file = options.data / "sound";
    std::filesystem::remove(file);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
    std::vector<double> taken;
    const auto drawn = in_window(options, model::AdvanceBy::button, 0, [&](Panel& panel, Visitor&, const auto&) {
        if (auto done = turn_on(panel); !done) return done;
        Ear ear(file);
        for (int i = 0; i < count; ++i) {
            if (!ear.falls_silent()) return lost("it never falls silent");
            const auto pushed = Clock::now();
            push_tab();
            if (!ear.hears(2s)) return lost("nothing was said of what the focus came to");
            taken.push_back(milliseconds(Clock::now() - pushed));
        }
        return core::Done();
    });
    std::filesystem::remove(file);
    if (!drawn.done) return drawn.done;
    const double late = percentile(taken, 95);
    print({"focus to speech", fmt::format("median {:.0f} ms, p95 {:.0f} ms, n={}", median(taken), late, taken.size()),
           "150 ms", late <= 150,
           "Tab pushed beside the loop on Welcome; until the first loud sample came to SDL's disk driver, 23 ms a "
           "piece"});
    return {};
}

}
