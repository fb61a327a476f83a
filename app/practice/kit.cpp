#include "practice/kit.hpp"
#include "practice/tries.hpp"
#include "report/recovery_kit.hpp"
#include <fmt/format.h>

namespace practice {

core::Done write_kit(const KitPlan& plan, const vault::KeyPair& pair, core::WallTime at) {
    const core::Speaking speaking(plan.words.get());
    return report::write_recovery_kit({.practice = plan.practice,
                                       .words = vault::recovery_words(pair.secret_key),
                                       .fingerprint = fingerprint(pair.public_key),
                                       .made_at = at},
                                      plan.file);
}

core::Result<vault::KeyPair> open_kit(PracticeData& data, const core::SecretText& words, const store::Moment& now) {
    constexpr std::string_view subject = "recovery";
    if (const auto pause = pause_before(data, subject, now))
        return core::fail(core::ErrorCode::throttled,
                          fmt::format("wrong recovery kits; the next try is in {} s",
                                      std::chrono::ceil<std::chrono::seconds>(pause->left).count()));
    auto pair = vault::key_pair_from_words(words.view());
    if (!pair) return core::fail(pair.error().code, pair.error().detail + ": please compare it with the kit");
    const auto practice = data.store.practice();
    if (!practice) return core::pass(practice.error());
    if (pair->public_key != public_key_of(practice->recovery_public_key)) {
        if (const auto counted = count_wrong(data, subject, now); !counted) return core::pass(counted.error());
        return core::fail(core::ErrorCode::wrong_secret,
                          fmt::format("this is the kit {}; this kiosk's is {}", fingerprint(pair->public_key),
                                      fingerprint(practice->recovery_public_key)));
    }
    (void)data.store.clear_failures(subject); // a count that stays only makes the next wrong try wait longer
    return pair;
}

}
