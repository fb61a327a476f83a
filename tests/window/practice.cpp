#include "window/practice.hpp"
#include "platform/window.hpp"

using namespace practice;

namespace window {
namespace {

// The one answer of an effect, which must be of this kind.
template<class Answer>
Answer asked(EffectRunner& runner, const model::Effect& effect) {
    const auto answers = runner.run(effect);
    REQUIRE(answers.size() == 1);
    const auto* answer = answers.front().as<Answer>();
    REQUIRE(answer != nullptr);
    return *answer;
}

}

Practice::Practice(std::string passphrase, const vault::KdfCost& passphrase_cost)
    : m_passphrase(std::move(passphrase)) {
    NewPractice made{.desk_pin = core::SecretText(visits::pin),
                     .therapists = {{"Dr. Okafor", core::SecretText(m_passphrase)}},
                     .passphrase_cost = passphrase_cost,
                     .pin_cost = support::test_cost()};
    REQUIRE(make_practice(folder(), made, platform::clock_now().wall).has_value());
}

Found read_with_key(const Practice& practice) {
    auto data = open_practice(practice.folder());
    REQUIRE(data.has_value());
    EffectRunner runner(std::move(*data), {.content = visits::shipped_content(),
                                           .practice = std::make_shared<const model::Practice>(),
                                           .now = platform::clock_now,
                                           .screen_check = {},
                                           .export_folder = practice.folder()});
    const auto staff = asked<model::action::StaffListed>(runner, model::effect::ListStaff{});
    REQUIRE(staff.therapists.size() == 1);
    const auto unlocked = asked<model::action::Unlocked>(
        runner, model::effect::UnlockTherapist{staff.therapists.front(), core::SecretText(practice.passphrase())});
    REQUIRE(unlocked.cases.size() == 1);
    Found found;
    found.file = asked<model::action::CaseOpened>(runner, model::effect::OpenCase{unlocked.cases.front().id}).file;
    REQUIRE(found.file.visits.size() == 1);
    const auto private_of = [&](model::Partner partner) {
        const model::effect::ReadPrivate order{found.visit().sitting, partner};
        return asked<model::action::PrivateRead>(runner, order).record.answers;
    };
    found.private_a = private_of(model::Partner::a);
    found.private_b = private_of(model::Partner::b);
    return found;
}

model::Answers all_answers(const Found& found, model::Partner partner) {
    const auto& part = model::part_of(found.visit(), partner);
    REQUIRE(part.content.has_value());
    auto answers = part.content->answers;
    for (const auto& answer : partner == model::Partner::a ? found.private_a : found.private_b) {
        CHECK_MESSAGE(answers.count(answer.first) == 0, "private, and among the others: " << answer.first.item.value);
        answers.insert(answer);
    }
    return answers;
}

namespace {

// Where the lines of a signature run is the panel's affair: drawn is drawn.
model::Answer without_lines(model::Answer answer) {
    if (auto* sign = std::get_if<model::Signed>(&answer); sign != nullptr && !sign->strokes.empty())
        sign->strokes = {{{0, 0}}};
    return answer;
}

}

std::string differences(const model::Answers& found, const model::Answers& given) {
    std::string questions;
    const auto compare = [&](const model::Answers& one, const model::Answers& other, const std::string& where) {
        for (const auto& [ref, answer] : one)
            if (const auto same = other.find(ref);
                same == other.end() || without_lines(same->second) != without_lines(answer))
                questions += ref.module.value + "." + ref.item.value + where;
    };
    compare(found, given, " was found; ");
    compare(given, found, " was given; ");
    return questions;
}

}
