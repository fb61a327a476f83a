// Which packets the desk is offered, by the minutes there are, who is here and whether the practice reads on the same
// day; and that a packet which is not offered is never made.
#include "model/form/pace.hpp"
#include "model/visit/packet_offer.hpp"
#include "model/visit/update.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace model;
using std::chrono::minutes;

namespace {

// So many texts of about a minute each.
void add_packet(Content& content, const std::string& id, int texts, bool today = false) {
    Module form{.id = {id}, .title = id, .needs_reading_today = today, .items = {}};
    for (int i = 0; i < texts; ++i)
        form.items.push_back({.id = {"q" + std::to_string(i)}, .kind = ItemKind::long_text, .text = "Why?"});
    content.modules.emplace(form.id, form);
    content.packets.push_back({.id = {id}, .title = id, .modules = {form.id}, .joint_module = {}});
}

struct Desk {
    State state;
    Effects ordered;
    Practice practice;

    Desk() {
        auto content = std::make_shared<Content>();
        add_packet(*content, "long", 20);  // 22 minutes for each
        add_packet(*content, "short", 1);  // 3
        add_packet(*content, "middle", 6); // 8
        add_packet(*content, "life", 1, true);
        content->packets.push_back({.id = {"lost"}, .title = "Lost", .modules = {{"gone"}}, .joint_module = {}});
        state.content = content;
        set(practice);
        screen::NewSitting screen;
        screen.board.therapists = {{{1}, "Dr. Okafor"}};
        screen.chart_code = edit_of("RG-1", 24, core::Lines::one);
        screen.typing = false;
        state.screen = screen;
    }
    void set(const Practice& other) { state.practice = std::make_shared<const Practice>(other); }
    void tell(const Action& action) {
        auto step = update(std::move(state), action, {.wall = {}, .steady = core::SteadyTime(minutes(1))});
        state = std::move(step.state);
        ordered = std::move(step.effects);
    }
    const screen::NewSitting& screen() const { return std::get<screen::NewSitting>(state.screen); }
    std::string chosen() const { return state.content->packets[screen().packet].id.value; }
    std::string shown() const { // those that can be chosen, a bar, the others
        std::string words;
        bool on = true;
        for (const auto& offer : offers(*state.content, *state.practice, screen())) {
            if (offer.why_not && on) words += "|";
            on = !offer.why_not;
            words += " " + state.content->packets[offer.packet].id.value;
        }
        return words;
    }
    minutes takes(std::size_t packet) const {
        return offer_of(*state.content, *state.practice, screen(), packet).takes;
    }
};

}

TEST_CASE("without a limit every packet is offered in the content's order but those that cannot be asked here") {
    const Desk desk;
    CHECK(desk.shown() == " long short middle| life lost");
    CHECK(desk.takes(0) == minutes(44)); // both, one after the other
}

TEST_CASE("what fits the minutes comes first, and what is too long says what it takes") {
    Desk desk;
    desk.tell(action::MinutesChosen{minutes(10)});
    CHECK(desk.shown() == " short| long middle life lost");
    CHECK(desk.chosen() == "short");
    desk.tell(action::ExpectToggled{Partner::b}); // one of them alone takes half
    CHECK(desk.takes(0) == minutes(22));
    CHECK(desk.shown() == " short middle| long life lost");
    desk.tell(action::MinutesChosen{std::nullopt});
    CHECK(desk.chosen() == "long"); // as before the minutes were said
}

TEST_CASE("a packet chosen by hand comes back with its minutes, and one that does not fit cannot be chosen") {
    Desk desk;
    desk.tell(action::PacketChosen{2});
    desk.tell(action::MinutesChosen{minutes(10)});
    CHECK(desk.chosen() == "short");
    desk.tell(action::PacketChosen{2});
    desk.tell(action::PacketChosen{0});
    CHECK(desk.chosen() == "short");
    desk.tell(action::MinutesChosen{minutes(25)});
    CHECK(desk.chosen() == "middle");
    desk.tell(action::CreateTapped{});
    REQUIRE(desk.ordered.size() == 1);
}

TEST_CASE("what a chart code suggests is chosen once it fits") {
    Desk desk;
    desk.tell(action::MinutesChosen{minutes(10)});
    desk.tell(action::CaseKnown{
        {.chart_code = "RG-1", .is_case = true, .last_here = core::WallTime{}, .next_packet = {"middle"}}});
    CHECK(desk.chosen() == "short");
    desk.tell(action::MinutesChosen{minutes(25)});
    CHECK(desk.chosen() == "middle");
}

TEST_CASE("where nothing fits nothing is made, and it is said") {
    Desk desk;
    desk.tell(action::MinutesChosen{minutes(5)});
    CHECK(desk.shown() == "| long short middle life lost");
    desk.tell(action::CreateTapped{});
    CHECK(desk.ordered.empty());
    CHECK(desk.screen().problem.english == "No packet fits the time there is. Please choose more minutes.");
}

TEST_CASE("a form that must not wait is asked only where somebody reads on the same day") {
    Desk desk;
    desk.tell(action::PacketChosen{3});
    CHECK(desk.chosen() == "long");
    CHECK(why_not_offered(*desk.state.content, desk.practice, desk.state.content->packets[3]) ==
          NotOffered::needs_reading);
    desk.practice.reads_same_day = true;
    desk.set(desk.practice);
    CHECK_FALSE(why_not_offered(*desk.state.content, desk.practice, desk.state.content->packets[3]).has_value());
    desk.tell(action::PacketChosen{3});
    CHECK(desk.chosen() == "life");
}

TEST_CASE("a broken packet can still be chosen, to be told why it cannot be had") {
    Desk desk;
    desk.tell(action::PacketChosen{4});
    desk.tell(action::CreateTapped{});
    CHECK(desk.ordered.empty());
    CHECK(desk.screen().problem.english.starts_with("This packet cannot be used"));
}
