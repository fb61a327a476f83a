#include "kit_support.hpp"
#include "support/layout_check.hpp"
#include <chrono>

using namespace ui;
using kit::action_of;
using kit::part;
using kit::written;
using support::joined;
using support::layout_complaints;
using support::lying;
using support::standing;

TEST_CASE("every page made of the kit's parts is sound in each size, theme and panel") {
    for (const auto panel : {lying, standing, support::Panel{1920, 1080}}) {
        for (const int percent : support::text_sizes) {
            for (const auto theme : support::themes) {
                const support::LayoutRules rules{theme == model::Theme::high_contrast ? 7 : 4.5};
                CAPTURE(panel.width);
                CAPTURE(percent);
                CAPTURE(static_cast<int>(theme));
                const auto check = [&](const char* name, const std::function<void(Page&)>& draw) {
                    CAPTURE(name);
                    const auto complaints = layout_complaints(part(draw, panel, percent, theme), rules);
                    CHECK_MESSAGE(complaints.empty(), joined(complaints));
                    support::keep(support::offscreen(panel, percent),
                                  std::string(name) + "-" + std::to_string(panel.width) + "-" +
                                      std::to_string(percent) + "-" + std::to_string(static_cast<int>(theme)));
                };
                check("question", gallery::question);
                for (const bool shift : {false, true}) {
                    for (const bool symbols : {false, true}) {
                        check("writing", [&](Page& page) {
                            gallery::writing(page, written("I want us to be kind ", 20),
                                             {.shift = shift, .symbols = symbols});
                        });
                    }
                }
                check("keypad", [](Page& page) {
                    page.practice_header(true);
                    page.keypad({page.margin(), page.header_bottom(), page.inner().w, 0});
                });
                check("staff", [](Page& page) {
                    page.staff_header("Front desk", "Tuesday, March 4, 10:21",
                                      ButtonSpec{.id = "new",
                                                 .name = "New sitting",
                                                 .icon = Icon::plus,
                                                 .action = model::action::NewSittingTapped{}});
                    page.text({page.margin(), page.header_bottom(), page.inner().w, 0}, "Below the header");
                });
            }
        }
    }
}

TEST_CASE("a footer with long labels stacks, and says beforehand where it begins") {
    const Page::FooterSpec footer{ButtonSpec{.id = "back",
                                             .name = "Back to where we were before",
                                             .icon = Icon::back,
                                             .action = model::action::BackTapped{}},
                                  ButtonSpec{.id = "skip",
                                             .name = "Maximiliana-Josefina is not here yet",
                                             .look = ButtonLook::quiet,
                                             .action = model::action::NotHereYet{}},
                                  ButtonSpec{.id = "next",
                                             .name = "I'm Maximiliana-Josefina and I am ready",
                                             .look = ButtonLook::primary,
                                             .action = model::action::NextTapped{}}};
    for (const auto panel : {lying, standing}) {
        const Tree tree = part(
            [&](Page& page) {
                const float top = page.footer_top(footer);
                page.footer(footer);
                CHECK(page.footer_top() == top);
            },
            panel, 200);
        const auto complaints = layout_complaints(tree);
        CHECK_MESSAGE(complaints.empty(), joined(complaints));
        CHECK(tree.find_id("next")->rect.y < tree.find_id("back")->rect.y);
    }
}

TEST_CASE("Help and Hide screen stand in the same place on every header") {
    for (const int percent : support::text_sizes) {
        const Tree practice = part([](Page& page) { page.practice_header(true); }, lying, percent);
        const Tree answering = part(
            [](Page& page) {
                page.answering_header({.modules = 9,
                                       .now = 3,
                                       .done = 2,
                                       .of = 104,
                                       .name = "A module with a very long name indeed",
                                       .saved = "Saved"});
            },
            lying, percent);
        for (const char* id : {"help", "hide"}) {
            const Rect one = practice.find_id(id)->rect, other = answering.find_id(id)->rect;
            CHECK(one.x == other.x);
            CHECK(one.y == other.y);
            CHECK(one.w == other.w);
        }
        action_of<model::action::HelpOpened>(practice, "help");
        action_of<model::action::HideTapped>(practice, "hide");
        const auto complaints = layout_complaints(answering);
        CHECK_MESSAGE(complaints.empty(), joined(complaints));
    }
    const Tree tree = part([](Page& page) { page.practice_header(true); });
    CHECK(tree.find_id("hide")->rect.x == 1016);
    CHECK(tree.find_id("hide")->rect.y == 28);
    CHECK(tree.find_id("hide")->rect.w == 200);
    CHECK(tree.find_id("hide")->rect.h == 56);
}

TEST_CASE("the tree answers a tap with the topmost widget, and with the background where nothing else is") {
    Tree tree;
    tree.size = {1280, 800};
    const auto widget = [](std::string id, Role role, Rect rect) {
        Widget made;
        made.id = std::move(id);
        made.name = made.id;
        made.role = role;
        made.rect = rect;
        made.action = model::action::BeginTapped{};
        return made;
    };
    tree.widgets.push_back(widget("all", Role::background, {0, 0, 1280, 800}));
    tree.widgets.push_back(widget("row", Role::row, {0, 0, 400, 100}));
    tree.widgets.push_back(widget("button", Role::button, {300, 20, 80, 60}));
    CHECK(tree.at({10, 10})->id == "row");
    CHECK(tree.at({310, 30})->id == "button");
    CHECK(tree.at({900, 700})->id == "all");
    tree.widgets[2].enabled = false;
    CHECK(tree.at({310, 30})->id == "row");
    CHECK(layout_complaints(tree).empty());
}

TEST_CASE("the layout check complains about what is wrong") {
    Tree tree;
    tree.size = {1280, 800};
    const auto add = [&](std::string id, Rect rect) {
        Widget widget;
        widget.id = widget.name = std::move(id);
        widget.role = Role::button;
        widget.rect = rect;
        widget.action = model::action::BeginTapped{};
        tree.widgets.push_back(widget);
    };
    add("one", {64, 64, 200, 64});
    CHECK(layout_complaints(tree).empty());
    add("two", {200, 64, 200, 64});
    CHECK(layout_complaints(tree).size() == 1);
    tree.widgets.pop_back();
    add("out", {1200, 64, 200, 64});
    CHECK(layout_complaints(tree).size() == 1);
    tree.widgets.pop_back();
    add("small", {600, 64, 200, 40});
    CHECK(layout_complaints(tree).size() == 1);
    tree.widgets.pop_back();
    add("one", {600, 64, 200, 64});
    CHECK(layout_complaints(tree).size() == 1);
    tree.widgets.pop_back();
    tree.widgets[0].ink = {200, 200, 200, 255};
    tree.widgets[0].paper = {255, 255, 255, 255};
    CHECK(layout_complaints(tree).size() == 1);
    tree.widgets[0].ink = {0, 0, 0, 255};
    tree.widgets[0].label = {60, 64, 300, 20};
    CHECK(layout_complaints(tree).size() == 1);
}
