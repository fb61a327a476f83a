// What becomes of something that the disk did not take, on every screen that has it.
#include "every_screen.hpp"
#include "model/visit/update.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

bool saves(const Effects& effects) {
    return std::ranges::any_of(effects, [](const Effect& one) {
        return std::holds_alternative<effect::SaveEntries>(one) ||
               std::holds_alternative<effect::SaveJointEntries>(one);
    });
}

// To forget and to lock cannot fail.
bool tries_something(const Effects& effects) {
    return std::ranges::any_of(effects, [](const Effect& one) {
        return !std::holds_alternative<effect::ForgetKeys>(one) && !std::holds_alternative<effect::LockTherapist>(one);
    });
}

// As if something were on its way to the disk; the part that it belongs to, or nothing on a screen that has none.
std::optional<core::PartId> on_its_way(State& state) {
    std::optional<core::PartId> part;
    const auto add = [&](auto& session) {
        if constexpr (std::is_same_v<decltype(session.pending), std::vector<JointEntry>>)
            session.pending.emplace_back(AssentChanged{Partner::a, true});
        else
            session.pending.emplace_back(Spoken{"en"});
        session.saving = true;
        session.trouble = false;
        part = session.part;
    };
    std::visit(
        [&]<class S>(S& screen) {
            if constexpr (requires { add(screen.session); }) add(screen.session);
            if constexpr (requires { screen.sealing; }) screen.sealing = false; // that waits for all of it
            if constexpr (requires { screen.save_typing_at; }) screen.save_typing_at.reset(); // it is saved in its time
        },
        state.screen);
    return part;
}

}

TEST_CASE("what could not be saved is not tried again by itself, which would never end on a full disk") {
    std::size_t tried = 0;
    for (const auto& shown : every::screens()) {
        auto state = shown.state;
        const auto part = on_its_way(state);
        if (!part) continue;
        INFO(shown.name);
        core::Now now{};
        auto step = update(std::move(state), action::SaveFailed{*part, {core::ErrorCode::disk_full, ""}}, now);
        CHECK_FALSE(saves(step.effects));
        for (int second = 0; second < 3; ++second) {
            now.steady += std::chrono::seconds(1);
            step = update(std::move(step.state), action::TimePassed{}, now);
            CHECK_FALSE(saves(step.effects));
        }
        if (support::draw(step.state, support::lying).find_id("retry") == nullptr) continue; // while it seals
        step = update(std::move(step.state), action::RetrySave{}, now);
        CHECK(saves(step.effects));
        ++tried;
    }
    CHECK(tried > 20);
}

TEST_CASE("no failure orders again what failed: one that goes on would keep the kiosk from everything else") {
    const core::Error full{core::ErrorCode::disk_full, ""};
    const Action failures[] = {action::Refused{{.why = Refusal::Why::wrong, .failures = 1, .until = {}}},
                               action::SaveFailed{{3}, full},
                               action::SaveFailed{{9}, full},
                               action::SealFailed{full},
                               action::DeskFailed{full},
                               action::DeskFailed{full, true},
                               action::SlipFailed{},
                               action::PrintFailed{},
                               action::KeysRefused{core::message("recover.other", "This is another kiosk's kit.")},
                               action::NoteFailed{full, {12}},
                               action::TherapistFailed{full}};
    for (const auto& shown : every::screens())
        for (const auto& failed : failures) {
            INFO(shown.name, ", failure ", failed.kind());
            auto step = update(shown.state, failed, {});
            std::size_t rounds = 0;
            for (; tries_something(step.effects) && rounds < 3; ++rounds)
                step = update(std::move(step.state), failed, {});
            CHECK(rounds < 3);
        }
}
