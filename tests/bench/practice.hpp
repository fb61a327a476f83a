// A practice to measure with: real keys and files, made-up people. Each function opens the folder and lets go of it.
#pragma once
#include "practice/open_kiosk.hpp"

namespace bench {

using namespace practice;

inline constexpr auto desk_pin = "2580";
inline constexpr auto passphrase = "paper boats on a quiet river";

[[nodiscard]] core::Result<std::shared_ptr<const model::Content>> shipped_content();
// With the key stretching of a real one, unless `cheap`.
[[nodiscard]] core::Done make_practice_in(const std::filesystem::path& folder, bool cheap);
// Couples "MC-0" and so on at some visits a month apart, both parts of each sealed.
[[nodiscard]] core::Done fill(const std::filesystem::path& folder, const World& world, int couples, int visits);
World world_of(std::shared_ptr<const model::Content> content);
// Opens the desk and makes `count` sittings of the usual packet; gives their rows.
[[nodiscard]] core::Result<std::vector<model::BoardRow>> book(EffectRunner& runner, const model::Content& content,
                                                              int count);

// The one answer an effect should give; its error when it gave none.
template<class Answer>
core::Result<Answer> expect(const std::vector<model::Action>& answers) {
    for (const auto& answer : answers)
        if (const auto* wanted = answer.as<Answer>()) return *wanted;
    for (const auto& answer : answers) {
        if (const auto* failed = answer.as<model::action::DeskFailed>()) return core::pass(failed->error);
        if (const auto* failed = answer.as<model::action::TherapistFailed>()) return core::pass(failed->error);
        if (const auto* failed = answer.as<model::action::SaveFailed>()) return core::pass(failed->error);
        if (const auto* broke = answer.as<model::action::Broke>()) return core::pass(broke->error);
    }
    return core::fail(core::ErrorCode::invalid_state, "an effect was refused");
}

}
