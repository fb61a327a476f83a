// Measures one figure a call, so that none stands in a process that another has warmed or filled. tests/bench/run calls
// them all.
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include "harden.hpp"
#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace {

core::Done practice(const bench::Options& options) {
    return bench::make_practice_in(options.data, false);
}

core::Done head(const bench::Options&) {
    bench::print_head();
    return {};
}

struct Figure {
    const char* name;
    core::Done (*measure)(const bench::Options&);
};
constexpr Figure figures[] = {{"head", head},
                              {"practice", practice},
                              {"start", bench::start},
                              {"costs", bench::costs},
                              {"steps", bench::steps},
                              {"idle", bench::idle},
                              {"window", bench::window},
                              {"moving-on", bench::moving_on},
                              {"speech", bench::speech},
                              {"commit", bench::commit},
                              {"visits", bench::visits},
                              {"forms", bench::forms},
                              {"caseload", bench::caseload},
                              {"room", bench::room},
                              {"erase", bench::erase},
                              {"exports", bench::exports},
                              {"study", bench::study},
                              {"practice-figures", bench::practice_figures}};

}

int main(int count, char** arguments) {
    harden_process();
    bench::Options options;
    CLI::App app{"Measures Sameside. tests/bench/run prints the whole table.", "bench"};
    app.add_option("figure", options.figure, "what to measure")->required();
    app.add_option("--data", options.data, "folder of the practice, on a disk");
    app.add_option("--program", options.program, "the sameside to start");
    app.add_option("--config", options.config, "its settings");
    app.add_option("--keep", options.keep, "where the practice is copied to that the visits made");
    app.add_option("--about", options.about, "what the data folder holds");
    app.add_option("--visits", options.visits, "how many visits")->check(CLI::PositiveNumber);
    app.add_flag("--quick", options.quick, "a few of each, to see that it runs");
    CLI11_PARSE(app, count, arguments);
    if (const auto ready = core::init_secrets(); !ready) return 1;
    for (const Figure& figure : figures) {
        if (options.figure != figure.name) continue;
        const auto done = figure.measure(options);
        if (!done) fmt::print(stderr, "bench {}: {}\n", figure.name, done.error().detail);
        return done ? 0 : 1;
    }
    fmt::print(stderr, "bench: there is no figure {}\n", options.figure);
    return 1;
}
