// Anything may be done to a kiosk, in any order. `test_walk` alone takes the same walks each time; with options:
//   --steps N      so many steps, in walks of --length N (250)
//   --seed N       of the first walk; the next one has the next
//   --replay TEXT  one walk, as it was printed
//   --minimise     what is found is made as short as it can be
#define DOCTEST_CONFIG_IMPLEMENT
#include "core/secret.hpp"
#include "walk/course.hpp"
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstring>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

namespace {

struct Options {
    std::size_t steps = 130'000, length = 250; // a minute of it
    std::uint32_t seed = 1;
    std::string replay;
    bool minimise = false;
};
Options options;
char walking[64] = ""; // printed where the program is brought down

void told_on_the_way_down(int signal) {
    (void)!write(STDERR_FILENO, walking, std::strlen(walking));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

template<class Number>
void read_number(const char* text, Number& number) {
    const auto end = text + std::strlen(text);
    if (std::from_chars(text, end, number).ptr != end) throw std::invalid_argument(text);
}

void read_options(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        const std::string_view name = arguments[i];
        const auto* value = i + 1 < count ? arguments[i + 1] : "";
        if (name == "--steps") read_number(value, options.steps);
        if (name == "--length") read_number(value, options.length);
        if (name == "--seed") read_number(value, options.seed);
        if (name == "--replay") options.replay = value;
        if (name == "--minimise") options.minimise = true;
    }
}

std::string told(const walk::Found& found) {
    return fmt::format("{}\nreplay with --replay {}\nits last steps:{}", found.how, text_of(found.path),
                       walk::last_steps(found.log));
}

// How long it took, and where it led.
void report(const walk::Course& course, std::chrono::duration<double> time) {
    const auto& count = course.count();
    auto text = fmt::format("{} steps in {:.1f} s ({:.0f} a second): {} taps, {} kills, {} disks read, {} ways home\n",
                            count.steps, time.count(), static_cast<double>(count.steps) / time.count(), count.taps,
                            count.kills, count.disks_read, count.ways_home);
    for (const auto& [place, times] : count.places)
        text += fmt::format("{:>9} {}\n", times, place);
    std::fputs(text.c_str(), stdout);
}

}

TEST_CASE("whatever is done to a kiosk, nobody sees what is another's, nothing saved is lost, and there is a way on") {
    walk::Course course;
    const auto began = std::chrono::steady_clock::now();
    const auto take = [&](const walk::Path& path) {
        fmt::format_to_n(walking, sizeof walking - 1, "\nbrought down on the walk of seed {}\n", path.seed);
        auto found = course.run(path);
        if (found && options.minimise) found = course.shortened(std::move(*found));
        if (found) FAIL_CHECK(told(*found));
        return !found;
    };
    if (!options.replay.empty()) {
        CHECK(take(walk::path_from(options.replay)));
        return;
    }
    int faults = 0;
    for (auto seed = options.seed; course.count().steps < options.steps && faults < 20; ++seed)
        faults += take(walk::path_of(seed, options.length)) ? 0 : 1;
    report(course, std::chrono::steady_clock::now() - began);
    for (const auto& place : walk::never_reached(course.count()))
        FAIL_CHECK("no walk came to ", place);
}

int main(int count, char** arguments) {
    if (!core::init_secrets()) return 2;
    read_options(count, arguments);
    std::signal(SIGABRT, told_on_the_way_down);
    std::signal(SIGSEGV, told_on_the_way_down);
    return doctest::Context(count, arguments).run();
}
