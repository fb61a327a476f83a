#include "walk/course.hpp"
#include "practice/staff.hpp"
#include "rehearsal/fixed_random.hpp"
#include "support/test_cost.hpp"
#include "walk/failure.hpp"
#include "walk/made_up_content.hpp"
#include <algorithm>
#include <array>
#include <random>

namespace walk {
namespace {

constexpr auto pin = "2580";
constexpr auto passphrase = "paper boats on a quiet river";
constexpr std::size_t most_steps_led = 4000;
constexpr int most_leads = 10;

// OutOfOrder is not among them: it takes a disk that fails.
constexpr const char* wanted[] = {"welcome",
                                  "entry-code",
                                  "who-is-here",
                                  "return-code",
                                  "not-asked",
                                  "names:own",
                                  "names:partner",
                                  "names:mend",
                                  "before-you-begin",
                                  "choose-code",
                                  "choose-code:again",
                                  "choose-code:anew",
                                  "module",
                                  "rest",
                                  "question",
                                  "question:by-name",
                                  "wrong-tries",
                                  "release",
                                  "review",
                                  "hand-over",
                                  "cover",
                                  "joint",
                                  "joint:writing",
                                  "agreed",
                                  "thanks",
                                  "articles",
                                  "reading",
                                  "look",
                                  "staff-door",
                                  "desk-pin",
                                  "desk",
                                  "desk:row",
                                  "new-sitting",
                                  "new-sitting:code",
                                  "sitting-created",
                                  "confirm-park",
                                  "confirm-cancel",
                                  "confirm-close",
                                  "move-sitting",
                                  "who-asked",
                                  "who-asked:shown",
                                  "ready",
                                  "unlock",
                                  "recover:words",
                                  "recover:passphrase",
                                  "recover:again",
                                  "recover:place",
                                  "recover:done",
                                  "caseload",
                                  "caseload:search",
                                  "case:overview",
                                  "case:scores",
                                  "case:answers",
                                  "case:trend",
                                  "case:mission",
                                  "case:notes",
                                  "case:note",
                                  "case:behind",
                                  "case:private",
                                  "case:private:open",
                                  "folder",
                                  "folder:follow-up",
                                  "folder:share",
                                  "folder:hand-over",
                                  "folder:move-part",
                                  "folder:new-code",
                                  "folder:erase",
                                  "export",
                                  "export:passphrase",
                                  "export:done",
                                  "choose-cards",
                                  "together",
                                  "together:card",
                                  "end-together",
                                  "help",
                                  "idle"};

std::uint8_t byte_of(std::mt19937& random) {
    return static_cast<std::uint8_t>(random() >> 24);
}

}

Prepared Course::fresh() const {
    auto folder = std::make_shared<Scratch>("practice");
    rehearsal::draw_from(1);
    const rehearsal::ManualClock clock(core::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)) +
                                       std::chrono::hours(10));
    practice::NewPractice made{.desk_pin = core::SecretText(pin),
                               .therapists = {},
                               .passphrase_cost = support::test_cost(),
                               .pin_cost = support::test_cost()};
    for (const auto* name : {"Dr. Okafor", "M. Reyes, LMFT"})
        made.therapists.push_back({name, core::SecretText(passphrase)});
    auto done = practice::make_practice(folder->path(), made, clock.now().wall);
    if (!done) throw std::runtime_error("no practice can be made: " + done.error().detail);
    Witness witness;
    witness.pin = pin;
    witness.content = whole_content();
    witness.kit = done->recovery_words;
    const auto therapists = done->data.store.therapists();
    if (!therapists) throw std::runtime_error("no therapists");
    for (const auto& therapist : *therapists)
        witness.passphrases[therapist.id] = passphrase;
    return {std::move(folder), std::move(witness), clock};
}

Prepared Course::led_on(const Prepared& from, std::uint32_t seed, const std::function<bool(const Walk&)>& done) {
    for (int tries = 0; tries < most_leads; ++tries, seed += 100) {
        std::mt19937 random(seed);
        Walk walk(from, {.seed = seed, .steps = {}}, m_count);
        std::size_t steps = 0;
        try {
            for (; steps < most_steps_led && !done(walk); ++steps)
                walk.take({0, byte_of(random)});
            if (steps == most_steps_led) continue;
            walk.find_way_home();
            return walk.end();
        } catch (const Failure& failure) {
            throw std::runtime_error(failure.what() + last_steps(walk.log));
        }
    }
    throw std::runtime_error("whoever means well comes to no end of a visit");
}

Course::Course() {
    m_practices.push_back(fresh());
    m_practices.push_back(
        led_on(m_practices[0], 2, [](const Walk& walk) { return walk.witness().sealed.size() == 2; }));
    m_practices.push_back(
        led_on(m_practices[1], 3, [](const Walk& walk) { return walk.witness().joints_sealed == 1; }));
    m_practices.push_back(led_on(m_practices[2], 4, [](const Walk& walk) { return walk.witness().sealed.size() > 3; }));
    // One of the two has begun, and both have been here before.
    m_practices.push_back(led_on(m_practices[3], 5, [](const Walk& walk) {
        return std::ranges::any_of(walk.witness().codes,
                                   [&](const auto& code) { return !walk.witness().closed.contains(code.first); });
    }));
    m_count = {};
}

std::optional<Found> Course::run(const Path& path) {
    Found found{.rule = {}, .how = {}, .path = path, .log = {}};
    std::optional<Walk> walk;
    std::size_t taken = 0;
    try {
        walk.emplace(m_practices[path.practice % m_practices.size()], path, m_count);
        for (; taken < path.steps.size(); ++taken)
            walk->take(path.steps[taken]);
        walk->log.emplace_back("the end: home");
        walk->find_way_home();
        return std::nullopt;
    } catch (const Failure& failure) {
        found.rule = failure.rule;
        found.how = failure.what();
    }
    found.path.steps.resize(std::min(taken + 1, path.steps.size()));
    if (walk) found.log = walk->log;
    return found;
}

Found Course::shortened(Found found) {
    for (auto length = std::max<std::size_t>(found.path.steps.size() / 2, 1); length > 0; length /= 2)
        for (std::size_t from = 0; from < found.path.steps.size();) {
            auto shorter = found.path;
            const auto first = shorter.steps.begin() + static_cast<std::ptrdiff_t>(from);
            shorter.steps.erase(first,
                                first + static_cast<std::ptrdiff_t>(std::min(length, found.path.steps.size() - from)));
            auto again = run(shorter);
            if (again && again->rule == found.rule)
                found = std::move(*again);
            else
                from += length;
        }
    return found;
}

std::string last_steps(const std::vector<std::string>& log) {
    constexpr std::size_t most = 40;
    std::string text;
    for (auto i = log.size() - std::min(log.size(), most); i < log.size(); ++i)
        text += "\n  " + log[i];
    return text;
}

std::vector<std::string> never_reached(const Count& count) {
    std::vector<std::string> missing;
    for (const auto* place : wanted)
        if (!count.places.contains(place)) missing.emplace_back(place);
    return missing;
}

}
