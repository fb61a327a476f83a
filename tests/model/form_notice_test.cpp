#include "model/form/form_notice.hpp"
#include <doctest/doctest.h>

namespace {

model::Module form(const char* id, model::ItemKind kind = model::ItemKind::choice) {
    model::Module module;
    module.id = {id};
    module.items.push_back({.id = {"one"}, .kind = kind, .text = "One?"});
    return module;
}

struct Forms {
    model::Content content;
    model::Packet packet;
    void add(model::Module module) {
        packet.modules.push_back(module.id);
        content.modules[module.id] = std::move(module);
    }
    bool on_rest(std::size_t at) const { return model::begins_on_rest(content, packet, at); }
};

}

TEST_CASE("a form that has nothing more to say begins on the page before it, but not the first") {
    Forms forms;
    forms.add(form("plain"));
    forms.add(form("other"));
    CHECK_FALSE(forms.on_rest(0));
    CHECK(forms.on_rest(1));
    CHECK_FALSE(forms.on_rest(2));
    forms.content.modules.erase({"other"});
    CHECK_FALSE(forms.on_rest(1));
}

TEST_CASE("what must be read before a form keeps a page of its own") {
    Forms forms;
    forms.add(form("plain"));
    auto warned = form("warned");
    warned.notice = "This may be hard.";
    forms.add(warned);
    forms.add(form("written", model::ItemKind::long_text));
    forms.add(form("written again", model::ItemKind::long_text));
    auto some = form("some of it private");
    some.items.front().is_private = true;
    forms.add(some);
    forms.add(some);
    auto whole = form("private");
    whole.is_private = true;
    forms.add(whole);
    CHECK_FALSE(forms.on_rest(1));
    CHECK(model::notice_of(forms.content, forms.packet, 2).crisis); // the first writing
    CHECK_FALSE(forms.on_rest(2));
    CHECK(forms.on_rest(3));
    CHECK(model::notice_of(forms.content, forms.packet, 4).policy); // the first private items
    CHECK_FALSE(forms.on_rest(4));
    CHECK(forms.on_rest(5));
    CHECK_FALSE(forms.on_rest(6)); // read to the person at the screen alone
}
