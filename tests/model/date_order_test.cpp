// The order in which a date is typed comes with the state, whatever is spoken where update() runs.
#include "model/visit/update.hpp"
#include <doctest/doctest.h>
#include <string_view>

using namespace model;

namespace {

// Writes the day before the month, and has no other words.
class DayFirst final : public core::Catalogue {
public:
    const char* find(const char* context, const char*) const override {
        return std::string_view(context) == "when.date-order" ? "day month year" : nullptr;
    }
    const char* find(const char*, const char*, int) const override { return nullptr; }
};

State before_a_date(std::shared_ptr<const core::Catalogue> catalogue) {
    Content content;
    Item born{.id = {"born"}, .kind = ItemKind::date, .minimum = 1900, .maximum = 2100};
    content.modules[{"form"}].id = {"form"};
    content.modules[{"form"}].items = {born};
    content.packets = {{.id = {"packet"}, .title = "Packet", .modules = {{"form"}}, .joint_module = {}}};
    State state;
    state.content = std::make_shared<const Content>(std::move(content));
    state.practice = std::make_shared<const Practice>();
    state.catalogue = std::move(catalogue);
    screen::ModuleIntro intro;
    intro.session.seat.sitting.packet = {"packet"};
    state.screen = std::move(intro);
    return state;
}

DateOrder asked_in(const State& state) {
    const auto* question = std::get_if<screen::Question>(&state.screen);
    REQUIRE(question != nullptr);
    REQUIRE(question->date.has_value());
    return question->date->order;
}

DateOrder order_asked(State state) {
    return asked_in(update(std::move(state), action::ReadyTapped{}, {}).state);
}

constexpr DateOrder day_first{DatePart::day, DatePart::month, DatePart::year};

}

TEST_CASE("a date is typed in the order of the state's language, though its thread speaks none") {
    CHECK(order_asked(before_a_date(std::make_shared<const DayFirst>())) == day_first);
}

TEST_CASE("a date in English begins with its month, though its thread speaks another language") {
    const DayFirst other;
    const core::Speaking speaking(&other);
    CHECK(order_asked(before_a_date(nullptr)) == month_first);
}
