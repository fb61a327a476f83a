#include "model/visit/packet_offer.hpp"
#include "staff_samples.hpp"
#include <doctest/doctest.h>
#include <set>

namespace {

using namespace asking;
using namespace model::action;
using enum model::PartStatus;
using enum model::SittingStatus;

}

TEST_CASE("every desk screen holds on a lying panel, whatever the text size and theme") {
    check_layout(staff_samples(false), support::lying);
    check_layout(staff_samples(true), support::lying);
}

TEST_CASE("every desk screen holds on a standing panel, whatever the text size and theme") {
    check_layout(staff_samples(false), support::standing);
    check_layout(staff_samples(true), support::standing);
}

TEST_CASE("the board starts what waits, parks what is under way, and leaves alone what is over") {
    const auto tree = drawn(desk());
    CHECK(means<ParkTapped>(tree, "park:1")->sitting == core::SittingId{1});
    CHECK(means<StartTapped>(tree, "start:2")->sitting == core::SittingId{2});
    CHECK(means<StartTapped>(tree, "start:3"));
    CHECK_FALSE(tree.find_id("start:4"));
    CHECK_FALSE(tree.find_id("park:4"));
    CHECK(means<RowTapped>(tree, "row:4")->sitting == core::SittingId{4});
    CHECK(means<NewSittingTapped>(tree, "new"));
    CHECK(means<LockTapped>(tree, "lock"));
    CHECK(tree.says("Answering, about 6 min left"));
    CHECK(tree.says("No answers or scores are shown on this board."));
}

TEST_CASE("all rows of a long board can be reached at every text size") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            auto screen = desk(true, 5);
            std::set<std::string> found;
            for (std::size_t page = 0; page < 40; ++page) {
                screen.page = page;
                const auto tree = drawn(screen, percent, panel);
                for (int id = 1; id <= 20; ++id)
                    if (means<RowTapped>(tree, "row:" + std::to_string(id))) found.insert(std::to_string(id));
                if (!means<PageChosen>(tree, "later")) break;
            }
            INFO(percent, " %, ", panel.width);
            CHECK(found.size() == 20);
        }
}

TEST_CASE("a wish for a word changes no word on the board") {
    auto marked = desk(), plain = desk();
    plain.board.rows[0].marked = false;
    const auto with = drawn(marked), without = drawn(plain);
    REQUIRE(with.widgets.size() == without.widgets.size());
    for (std::size_t i = 0; i < with.widgets.size(); ++i) {
        CHECK(with.widgets[i].id == without.widgets[i].id);
        CHECK(with.widgets[i].name == without.widgets[i].name);
        CHECK(with.widgets[i].value == without.widgets[i].value);
    }
}

TEST_CASE("one row offers what can be done with it and nothing else") {
    auto screen = desk();
    screen.open_row = core::SittingId{1};
    const auto active_row = drawn(screen);
    CHECK(active_row.says("4711"));
    CHECK(active_row.says("First visit"));
    CHECK(means<StartTapped>(active_row, "start"));
    CHECK(means<ParkTapped>(active_row, "park"));
    CHECK(means<WhoAskedTapped>(active_row, "mark"));
    CHECK_FALSE(active_row.find_id("move"));
    screen.open_row = core::SittingId{2};
    const auto waiting_row = drawn(screen);
    CHECK(means<MoveTapped>(waiting_row, "move"));
    CHECK(means<CancelTapped>(waiting_row, "cancel"));
    CHECK_FALSE(waiting_row.find_id("mark"));
    REQUIRE(means<RowTapped>(waiting_row, "back"));
    CHECK_FALSE(means<RowTapped>(waiting_row, "back")->sitting);
    screen.open_row = core::SittingId{4};
    CHECK_FALSE(drawn(screen).find_id("start"));
}

TEST_CASE("a self-check that needs a look says what to do") {
    auto screen = desk();
    CHECK(drawn(screen).says("Put the backup stick in."));
    // In the largest letters its tile leads to the words.
    CHECK(drawn(screen, 200).says("9 days ago"));
    CHECK(means<ChecksTapped>(drawn(screen, 200), "tile:0"));
    screen.shown = model::screen::DeskPage::checks;
    CHECK(drawn(screen, 200).says("Put the backup stick in."));
}

TEST_CASE("a packet that cannot be used is off, with the reason") {
    auto screen = new_sitting(false, false);
    std::set<std::string> found;
    bool create = false;
    for (std::size_t page = 0; page < 8; ++page) {
        screen.page = page;
        const auto tree = drawn(screen);
        create = create || means<CreateTapped>(tree, "create");
        if (means<PacketChosen>(tree, "packet:0")) found.insert("usable");
        if (tree.find_id("packet:1") != nullptr && !tree.find_id("packet:1")->enabled && tree.says("item in no scale"))
            found.insert("off");
        if (means<TherapistChosen>(tree, "therapist:2")) found.insert("therapist");
        if (means<ExpectToggled>(tree, "expect:b")) found.insert("who");
        if (!means<PageChosen>(tree, "later")) break;
    }
    CHECK(found.size() == 4);
    CHECK(create);
    screen.packet = 1;
    CHECK_FALSE(means<CreateTapped>(drawn(screen), "create"));
    screen.packet = 0;
    screen.expects_a = screen.expects_b = false;
    CHECK_FALSE(means<CreateTapped>(drawn(screen), "create"));
}

TEST_CASE("the chart code is typed on the keyboard and can be changed later") {
    const auto typing = drawn(new_sitting(false, true));
    CHECK(means<DoneTyping>(typing, "key:done"));
    CHECK(means<BackTapped>(typing, "back"));
    CHECK(typing.says("never a full name"));
    CHECK(means<ChartCodeTapped>(drawn(new_sitting(false, false)), "chart-code"));
}

TEST_CASE("a new sitting shows its entry code and opens here when asked to") {
    const auto tree = drawn(model::screen::SittingCreated{board(), board().rows[1]});
    CHECK(tree.says("4711"));
    bool starts = false;
    for (const auto& widget : tree.widgets)
        starts = starts || (widget.action && widget.action->as<StartTapped>() != nullptr);
    CHECK(starts);
}

TEST_CASE("the desk says how long they have, and what takes longer is off with its minutes") {
    auto screen = new_sitting(false, false);
    const auto everything = [&](int percent) {
        std::string words;
        std::set<std::string> means_something;
        screen.page = 0;
        for (bool more = true; more && screen.page < 20; ++screen.page) {
            const auto tree = drawn(screen, percent);
            for (const auto& widget : tree.widgets) {
                words += widget.name + "\n";
                if (widget.enabled && means<MinutesChosen>(tree, widget.id)) means_something.insert(widget.id);
                if (widget.id == "packet:0") CHECK(widget.enabled == !screen.minutes.has_value());
            }
            const auto* later = tree.find_id("later");
            more = later != nullptr && later->enabled;
        }
        CHECK(means_something.size() == model::minutes_to_choose().size());
        return words;
    };
    const auto takes = model::offer_of(*asking::content(), *asking::practice(), screen, 0).takes;
    REQUIRE(takes > std::chrono::minutes(5));
    const auto words = "About " + std::to_string(takes.count()) + " minutes for both";
    for (const int percent : {100, 200}) {
        screen.minutes.reset();
        CHECK(everything(percent).find("\n" + words + "\n") != std::string::npos);
        screen.minutes = std::chrono::minutes(5);
        CHECK(everything(percent).find("Too long now. " + words + ".") != std::string::npos);
        CHECK_FALSE(means<CreateTapped>(drawn(screen, percent), "create"));
    }
    screen.minutes = takes;
    CHECK(means<CreateTapped>(drawn(screen), "create"));
}

TEST_CASE(
    "lying, the way for who forgot their own code stands on every page of the board, in the largest letters too") {
    for (const std::string language : {"", "es"})
        for (const int percent : support::text_sizes) {
            auto state = state_with(desk(false, 5), {model::Theme::day, percent});
            support::speak(state, model::Language{language});
            auto& screen = std::get<model::screen::Desk>(state.screen);
            for (screen.page = 0; screen.page < 20; ++screen.page) {
                const auto tree = support::draw(state, support::lying);
                INFO(language, " ", percent, " %, page ", screen.page + 1);
                CHECK(means<CodesTapped>(tree, "codes"));
                if (!means<PageChosen>(tree, "later")) break;
            }
        }
}
