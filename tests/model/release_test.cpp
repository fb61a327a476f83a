// What its author can mark for the page that both will see.
#include "model/visit/update.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace model;

namespace {

State at_release(bool whole_form_is_private) {
    Content content;
    auto& form = content.modules[{"form"}];
    form.id = {"form"};
    form.is_private = whole_form_is_private;
    form.items = {{.id = {"open"}, .kind = ItemKind::long_text, .releasable = true},
                  {.id = {"kept"}, .kind = ItemKind::long_text, .is_private = true, .releasable = true},
                  {.id = {"plain"}, .kind = ItemKind::long_text}};
    content.packets = {{.id = {"packet"}, .title = "Packet", .modules = {{"form"}}, .joint_module = {}}};
    State state;
    state.content = std::make_shared<const Content>(std::move(content));
    state.practice = std::make_shared<const Practice>();
    screen::Release release;
    release.session.part = {5};
    release.session.seat.sitting.packet = {"packet"};
    state.screen = std::move(release);
    return state;
}

std::set<ItemRef> marked(State state, const char* item) {
    const auto after = update(std::move(state), action::ReleaseToggled{{{"form"}, {item}}}, {}).state;
    return std::get<screen::Release>(after.screen).session.content.released;
}

}

TEST_CASE("a text can be marked for release where its form says so, and never when it is private") {
    CHECK(marked(at_release(false), "open") == std::set<ItemRef>{{{"form"}, {"open"}}});
    for (const auto* item : {"kept", "plain", "no such item", ""})
        CHECK(marked(at_release(false), item).empty());
    CHECK(marked(at_release(true), "open").empty());
}
