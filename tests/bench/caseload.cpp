// A practice with many cases: what the desk and the therapist wait for.
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include <fmt/format.h>

namespace bench {

namespace {

constexpr int times = 5;

template<class Answer>
core::Result<double> median_of(EffectRunner& runner, const model::Effect& effect) {
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const auto began = Clock::now();
        const auto answered = expect<Answer>(runner.run(effect));
        if (!answered) return core::pass(answered.error());
        taken.push_back(milliseconds(Clock::now() - began));
    }
    return median(taken);
}

}

core::Done caseload(const Options& options) {
    const auto content = shipped_content();
    if (!content) return core::pass(content.error());
    const auto opening = Clock::now();
    auto data = open_practice(options.data);
    if (!data) return core::pass(data.error());
    const double opened = milliseconds(Clock::now() - opening);
    const auto staff = data->store.therapists();
    if (!staff) return core::pass(staff.error());
    EffectRunner runner(std::move(*data), world_of(*content));
    if (const auto booked = book(runner, **content, 20); !booked) return core::pass(booked.error());

    const model::effect::UnlockDesk unlock_desk{core::SecretText(desk_pin)};
    const auto desk = median_of<model::action::BoardRead>(runner, unlock_desk);
    if (!desk) return core::pass(desk.error());
    const auto board = median_of<model::action::BoardRead>(runner, model::effect::ReadBoard{});
    if (!board) return core::pass(board.error());
    const model::TherapistName therapist{staff->front().id, {}};
    const auto cases = expect<model::action::Unlocked>(
        runner.run(model::effect::UnlockTherapist{therapist, core::SecretText(passphrase)}));
    if (!cases) return core::pass(cases.error());
    const auto list = median_of<model::action::Unlocked>(runner, model::effect::ReadCaseload{});
    if (!list) return core::pass(list.error());
    const auto file = median_of<model::action::CaseOpened>(runner, model::effect::OpenCase{cases->cases.back().id});
    if (!file) return core::pass(file.error());

    std::error_code error;
    const auto size =
        static_cast<double>(std::filesystem::file_size(options.data / "sameside.db", error)) / (1024 * 1024);
    const auto how = fmt::format("median of {}, effects of the real runner, cheap key stretching; {} cases, {:.1f} MiB",
                                 times, cases->cases.size(), size);
    print({"opening the practice's files, many cases", fmt::format("{:.1f} ms", opened), "", {}, "once; " + how});
    print({"unlocking the desk's board (checks the whole file)", fmt::format("{:.1f} ms", *desk), "", {}, how});
    print({"reading the board again, 20 open sittings", fmt::format("{:.1f} ms", *board), "", {}, how});
    print({"reading the therapist's caseload", fmt::format("{:.1f} ms", *list), "", {}, how});
    print({"opening one case", fmt::format("{:.1f} ms", *file), "", {}, how});
    return {};
}

}
