// The kiosk in its window with a couple at it: how fast it answers, what it does between two taps, and what it holds.
#include "bench/costs.hpp"
#include "bench/in_window.hpp"
#include <fmt/format.h>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {

using namespace std::chrono_literals;

struct Rest {
    int frames = 0;
    std::chrono::nanoseconds cpu{0};
};

Rest rest_for(Panel& panel, std::chrono::milliseconds time) {
    std::this_thread::sleep_for(2s);
    const int frames = panel.latest().number;
    const auto cpu = cpu_time(getpid());
    std::this_thread::sleep_for(time);
    return {panel.latest().number - frames, cpu_time(getpid()) - cpu};
}

// What the process has worked until a question, without the thread that asks.
struct Work {
    int questions = 0;
    std::chrono::nanoseconds cpu{0};
};

Work work_until(int question) {
    timespec mine{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &mine);
    return {question, cpu_time(getpid()) - std::chrono::seconds(mine.tv_sec) - std::chrono::nanoseconds(mine.tv_nsec)};
}

void print_taps(const std::string& figure, const std::vector<double>& taken, double offset, const std::string& how) {
    const double middle = median(taken) - offset, late = percentile(taken, 99) - offset;
    print({figure, fmt::format("median {:.1f} ms, p99 {:.1f} ms, n={}", middle, late, taken.size()), "25 ms / 60 ms",
           middle <= 25 && late <= 60, how});
}

constexpr const char* tapping = "SDL finger events pushed beside the loop; from the lift to SDL_GL_SwapWindow's return";

}

core::Done window(const Options& options) {
    const auto time = options.quick ? 3000ms : 10'000ms;
    const int couples = options.quick ? 1 : 2;
    Rest rest;
    Memory at_start, after_visit, at_end;
    Taps taps;
    const auto script = [&](Panel& panel, Visitor& visitor, const auto& rows) -> core::Done {
        at_start = memory_now();
        visitor.at_question = [&](int number) {
            if (number == 15) rest = rest_for(panel, time);
        };
        for (const auto& row : rows) {
            if (const auto done = visitor.whole_visit(row.entry_code); !done) return done;
            if (&row == &rows.front()) after_visit = memory_now();
        }
        at_end = memory_now();
        taps = visitor.taps();
        return {};
    };
    const auto drawn = in_window(options, model::AdvanceBy::button, couples, script);
    if (!drawn.done) return drawn.done;

    const auto seconds = time.count() / 1000;
    const double share = milliseconds(rest.cpu) / milliseconds(time) * 100;
    print({fmt::format("frames drawn in {} idle seconds on a question", seconds), fmt::format("{}", rest.frames), "0",
           rest.frames == 0, "run_kiosk in its window, question 15 of a part; frames that its loop presented"});
    print({fmt::format("CPU in {} idle seconds on a question", seconds), fmt::format("{:.3f} %", share), "0.1 %",
           share <= 0.1, "of one CPU, all threads of that process; /proc/PID/task/*/schedstat"});
    print_taps("tap on an answer to shown as chosen and Saved", taps.chosen, 0,
               fmt::format("commit included; {}; {}", tapping, drawn.by));
    print_taps("tap on Next to the next question's first frame", taps.next, 0,
               "advance=\"button\"; commit of the place included; the fade of 160 ms begins with this frame");
    print(
        {"resident memory after a whole visit in the window",
         fmt::format("{:.0f} MiB ({:.0f} of it files)", after_visit.resident, after_visit.from_files), "140 MiB",
         after_visit.resident <= 140,
         fmt::format(
             "/proc/self/statm back on Welcome; {:.0f} MiB at the first frame, {:.0f} MiB after {} visits, {:.0f} MiB "
             "at the most",
             at_start.resident, at_end.resident, couples, most_memory())});
    return {};
}

core::Done moving_on(const Options& options) {
    const auto bare = bare_costs(options.data);
    if (!bare) return core::pass(bare.error());
    Taps taps;
    Work began, ended;
    const auto script = [&](Panel&, Visitor& visitor, const auto& rows) -> core::Done {
        visitor.at_question = [&](int number) { (number < 5 ? began : ended) = work_until(number); };
        const auto done = visitor.first_part(rows.front().entry_code, options.quick ? 20 : 1000);
        taps = visitor.taps();
        return done;
    };
    const auto drawn = in_window(options, model::AdvanceBy::choice, 1, script);
    if (!drawn.done) return drawn.done;
    print_taps(
        "tap on an answer to the next question, over its 250 ms", taps.moved_on, 250,
        "advance=\"choice\"; the commits of answer and place included; less the 250 ms that show what was chosen");
    const double each = milliseconds(ended.cpu - began.cpu) / std::max(1, ended.questions - began.questions);
    const double least = bare->frame + bare->sync;
    print({"CPU for an answer, to a bare frame and a bare sync",
           fmt::format("{:.1f} ({:.2f} ms to {:.2f} + {:.2f} ms)", each / least, each, bare->frame, bare->sync), "1.5",
           each <= 1.5 * least,
           fmt::format("{} questions, from one to the next: touch, two commits, all frames of the fade; all threads of "
                       "the process but the finger's",
                       ended.questions - began.questions)});
    return {};
}

}
