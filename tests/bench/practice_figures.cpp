// The practice's own figures over many cases: how long a therapist waits, and what memory it takes.
#include "model/case/practice_figures.hpp"
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace bench {

core::Done practice_figures(const Options& options) {
    const auto content = shipped_content();
    if (!content) return core::pass(content.error());
    const int couples = options.quick ? 60 : 1000;
    if (auto done = make_practice_in(options.data, true); !done) return done;
    const auto world = world_of(*content);
    if (auto done = fill(options.data, world, couples, 2); !done) return done;
    auto data = open_practice(options.data);
    if (!data) return core::pass(data.error());
    const auto staff = data->store.therapists();
    if (!staff) return core::pass(staff.error());
    EffectRunner runner(std::move(*data), world);
    const auto unlocked = expect<model::action::Unlocked>(runner.run(model::effect::UnlockTherapist{
        model::TherapistName{staff->front().id, "Dr. Okafor"}, core::SecretText(passphrase)}));
    if (!unlocked) return core::pass(unlocked.error());

    const double before = memory_now().resident;
    double longest = 0;
    const auto began = Clock::now();
    auto part = expect<model::action::FiguresGoOn>(runner.run(model::effect::GatherFigures{}));
    while (part && part->done < part->of) {
        const auto step = Clock::now();
        part = expect<model::action::FiguresGoOn>(runner.run(model::effect::GoOnGathering{}));
        longest = std::max(longest, milliseconds(Clock::now() - step));
    }
    if (!part) return core::pass(part.error());
    const auto counting = Clock::now();
    const auto read = expect<model::action::FiguresRead>(runner.run(model::effect::GoOnGathering{}));
    if (!read) return core::pass(read.error());
    const double fitted = milliseconds(Clock::now() - counting), all = milliseconds(Clock::now() - began);
    const auto how = fmt::format("once, {} cases, 2 visits each, effects of the real runner", couples);
    print({fmt::format("the practice's own figures, {} cases", couples), fmt::format("{:.0f} ms", all), "10000 ms",
           all < 10'000,
           fmt::format("{}; {} scales, of which {:.0f} ms for the coefficients", how, read->figures->measures.size(),
                       fitted)});
    print({"the longest step of counting them", fmt::format("{:.0f} ms", longest), "250 ms", longest < 250, how});
    print({"memory that counting takes", fmt::format("{:.1f} MiB", memory_now().resident - before), "", {}, how});
    return {};
}

}
