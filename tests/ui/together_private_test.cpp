// Whatever is answered in private, or in a form that was not released, leaves no trace on a page that both look at: not
// a byte of the picture, not a page more or less.
#include "content/forms/content.hpp"
#include "model/a_couple.hpp"
#include "model/visit/update.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

using namespace model;
using model_tests::Random;

namespace {

std::shared_ptr<const Content> shipped() {
    static const auto content = [] {
        auto read = content::load(std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content");
        REQUIRE(read.has_value());
        return std::make_shared<const Content>(std::move(*read));
    }();
    return content;
}

State a_state(Screen screen) {
    static const auto practice = std::make_shared<const Practice>(Practice{.name = "Rivergate Counseling"});
    State state;
    state.content = shipped();
    state.practice = practice;
    state.screen = std::move(screen);
    return state;
}

// The bytes of every page.
std::vector<std::vector<std::uint8_t>> pictures(Screen screen) {
    std::vector<std::vector<std::uint8_t>> all;
    auto state = a_state(std::move(screen));
    for (bool more = true; more && all.size() < 40;) {
        const auto tree = support::draw(state, support::lying);
        all.push_back(support::offscreen(support::lying, 100).image().rgba);
        more = false;
        for (const auto* id : {"later", "next"})
            if (const auto* widget = tree.find_id(id);
                widget != nullptr && widget->enabled && widget->action->as<action::PageChosen>() != nullptr)
                more = true;
        std::visit(
            [](auto& shown) {
                if constexpr (requires { shown.page; }) ++shown.page;
            },
            state.screen);
    }
    return all;
}

// A couple of the shipped forms; an item that names a person or shows text alone is left out.
CaseFile a_couple(unsigned seed) {
    Random random(seed);
    auto file = model_tests::an_empty_case();
    file.visits.front().packet = {"first-visit"};
    model_tests::answer_again(*shipped(), file, random, [](Partner, const Module& module, const Item& item) {
        return module.id.value != "first-bonds" && (!item.choices.empty() || item.releasable);
    });
    for (const auto partner : {Partner::a, Partner::b})
        for (const auto* form : shareable_forms(*shipped(), {"first-visit"})) {
            if (model_tests::between(random, 0, 3) > 0) model_tests::share(file, partner, form->id.value);
            for (const auto& item : shipped()->modules.at({"my-mission"}).items)
                if (model_tests::between(random, 0, 1) == 1)
                    model_tests::part(file, partner).released.insert({{"my-mission"}, item.id});
        }
    // One side of every scale, so that there is something to show.
    if (seed % 2 == 0)
        for (const auto partner : {Partner::a, Partner::b})
            for (const auto& scale : shipped()->modules.at({"same-side"}).scales)
                for (const auto& key : scale.keys)
                    model_tests::choose(file, partner, "same-side", {key.item.value}, key.reversed ? 2 : 6);
    return file;
}

screen::Case a_case(CaseFile file) {
    return {
        .therapist = {{1}, "Dr. Okafor"}, .file = std::move(file), .behind = {}, .opened_private = {}, .problem = {}};
}

// As a therapist would: the usual picks and everything else that was released.
screen::TogetherView turned(const CaseFile& file) {
    auto step = update(a_state(a_case(file)), action::TogetherTapped{}, {});
    const auto& offered = std::get<screen::ChooseCards>(step.state.screen).offered;
    for (std::size_t i = 0; i < offered.cards.size(); ++i)
        if (!usual_picks(offered).contains(i) && (offered.cards[i].by_a || offered.cards[i].by_b))
            step = update(std::move(step.state), action::CardTapped{i}, {});
    step = update(std::move(step.state), action::Confirmed{}, {});
    if (auto* view = std::get_if<screen::TogetherView>(&step.state.screen)) return std::move(*view);
    return {};
}

bool keeps_private(Partner, const Module& module, const Item& item) {
    return module.is_private || item.is_private;
}

Session a_session(const PartContent& content) {
    Session session;
    session.seat = {{.id = {1},
                     .packet = {"first-visit"},
                     .therapist = "Dr. Okafor",
                     .name_a = "Maya",
                     .name_b = "Jordan",
                     .a = PartStatus::open,
                     .b = PartStatus::not_started,
                     .joint = PartStatus::not_started},
                    Partner::a};
    session.content = content;
    session.saved_once = true;
    return session;
}

}

TEST_CASE("the couple's view is the same to the last byte and page whatever was answered in private") {
    std::size_t shown = 0;
    for (unsigned seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        auto file = a_couple(seed);
        const auto view = turned(file);
        const auto before = pictures(view);
        shown += view.together.cards.size();
        Random random(seed + 900);
        model_tests::answer_again(*shipped(), file, random, keeps_private);
        const auto after = turned(file);
        CHECK(after.together == view.together);
        CHECK(pictures(after) == before);
        if (view.together.cards.empty()) continue;
        for (std::size_t i = 0; i < view.together.cards.size(); i += 3) {
            auto alone = view, other = after;
            alone.card = other.card = i;
            CHECK(pictures(alone) == pictures(other));
        }
    }
    CHECK(shown > 60);
}

TEST_CASE("the couple's view is the same to the last byte whatever was answered in a form that was not released") {
    for (unsigned seed = 20; seed < 32; ++seed) {
        CAPTURE(seed);
        auto file = a_couple(seed);
        const auto before = pictures(turned(file));
        Random random(seed + 900);
        model_tests::answer_again(*shipped(), file, random,
                                  [&](Partner partner, const Module& module, const Item& item) {
                                      const auto& released = model_tests::part(file, partner).released;
                                      return !item.choices.empty() && !released.contains(whole_form(module.id));
                                  });
        CHECK(pictures(turned(file)) == before);
    }
}

TEST_CASE("the therapist's choice of cards shows nothing that was answered in private") {
    for (unsigned seed = 40; seed < 46; ++seed) {
        auto file = a_couple(seed);
        const auto choice = [&] { return update(a_state(a_case(file)), action::TogetherTapped{}, {}).state.screen; };
        const auto before = pictures(choice());
        Random random(seed + 900);
        model_tests::answer_again(*shipped(), file, random, keeps_private);
        CHECK(pictures(choice()) == before);
    }
}

TEST_CASE("a partner is asked what may be released on the same pages whatever they answered in private") {
    for (unsigned seed = 60; seed < 66; ++seed) {
        auto file = a_couple(seed);
        const auto release = [&] { return screen::Release{.session = a_session(model_tests::part(file, Partner::a))}; };
        const auto before = pictures(release());
        Random random(seed + 900);
        model_tests::answer_again(*shipped(), file, random, keeps_private);
        CHECK(pictures(release()) == before);
        // How many there are does not depend on what was answered in the forms either.
        model_tests::answer_again(*shipped(), file, random,
                                  [](Partner, const Module&, const Item& item) { return !item.choices.empty(); });
        CHECK(pictures(release()).size() == before.size());
    }
}
