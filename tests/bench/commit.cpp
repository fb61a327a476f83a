// An answer on its way to the disk beside the least that any program must pay for a lasting write.
#include "bench/bare_file.hpp"
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include "platform/window.hpp"
#include <fmt/format.h>

namespace bench {

namespace {

core::Result<double> timed(const std::function<core::Done()>& work) {
    const auto began = Clock::now();
    if (const auto done = work(); !done) return core::pass(done.error());
    return milliseconds(Clock::now() - began);
}

}

core::Done commit(const Options& options) {
    const int count = options.quick ? 100 : 1000;
    const auto content = shipped_content();
    if (!content) return core::pass(content.error());
    if (const auto made = make_practice_in(options.data, true); !made) return made;
    auto data = open_practice(options.data);
    if (!data) return core::pass(data.error());
    EffectRunner runner(std::move(*data), world_of(*content));
    const auto rows = book(runner, **content, 1);
    if (!rows) return core::pass(rows.error());
    const model::Sitting sitting{.id = rows->front().sitting, .packet = (*content)->packets.front().id};
    const auto opened = expect<model::action::PartOpened>(
        runner.run(model::effect::StartPart{{sitting, model::Partner::a}, core::SecretText("4711"), {}}));
    if (!opened) return core::pass(opened.error());
    auto bare = BareFile::make(options.data / "bare");
    if (!bare) return core::pass(bare.error());

    const auto save = [&, number = 0]() mutable -> core::Done {
        const model::ItemRef item{{"same-side"}, {fmt::format("item-{}", number % 60)}};
        const model::Progress progress{number % 60, 60, std::chrono::seconds(8 * (60 - number % 60))};
        const model::Entry entry =
            model::AnswerGiven{item, model::Chosen{1 + number++ % 7}, platform::clock_now().wall};
        const auto saved = expect<model::action::Saved>(
            runner.run(model::effect::SaveEntries{opened->session.part, {entry}, progress}));
        return saved ? core::Done() : core::pass(saved.error());
    };
    std::vector<double> ours, theirs;
    for (int pair = 0; pair < count; ++pair) {
        // Who goes first changes: the second write of a pair may find the disk still busy with the first.
        for (const bool own : {pair % 2 == 0, pair % 2 != 0}) {
            const auto time = own ? timed(save) : timed([&] { return bare->write(); });
            if (!time) return core::pass(time.error());
            (own ? ours : theirs).push_back(*time);
        }
    }
    const auto how =
        fmt::format("{} pairs in turn: SaveEntries (encode, seal, commit) | write+fdatasync of 4 KiB in place", count);
    for (const double percent : {50.0, 99.0}) {
        const double own = percentile(ours, percent), least = percentile(theirs, percent);
        print({fmt::format("commit of one answer, p{:.0f}, beside a bare write", percent),
               fmt::format("{:.2f} ms | {:.2f} ms = {:.1f}x", own, least, own / least), "2x", own <= 2 * least, how});
    }
    return {};
}

}
