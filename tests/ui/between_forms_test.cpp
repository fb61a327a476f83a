// The page between two forms, and the page on which a person says what may be shared.
#include "chart/a_couple.hpp"
#include "model/case/together.hpp"
#include "model/form/form_notice.hpp"
#include "model/form/privacy.hpp"
#include "shown_samples.hpp"
#include <algorithm>
#include <set>

namespace {

using namespace model::action;

const std::shared_ptr<const model::Content>& shipped() {
    static const auto content = std::make_shared<const model::Content>(couple::shipped());
    return content;
}
const model::Packet& first_visit() {
    return shipped()->packets.front();
}

model::Session a_session() {
    auto session = asking::session();
    session.seat.sitting.packet = first_visit().id;
    session.content = {};
    return session;
}

ui::Tree shown(model::Screen screen, const std::string& language = "", int percent = 100,
               support::Panel panel = support::lying) {
    auto state = asking::state_with(std::move(screen), {model::Theme::day, percent});
    state.content = shipped();
    support::speak(state, model::Language{language});
    auto tree = support::draw(state, panel);
    support::keep(support::offscreen(panel, percent), support::picture_name(tree.screen, state, panel));
    return tree;
}

ui::Tree rest_before(std::size_t form, const std::string& language = "", int percent = 100,
                     support::Panel panel = support::lying) {
    return shown(model::screen::Rest{.session = a_session(), .module = form}, language, percent, panel);
}

// Each text that a first visit leaves to its author.
model::Session all_written() {
    auto session = a_session();
    for (const auto& id : first_visit().modules)
        for (const auto& item : shipped()->modules.at(id).items)
            if (item.releasable)
                session.content.answers[{id, item.id}] =
                    model::Written{"I want us to be kind first, even when we are tired, and to come back."};
    return session;
}

struct Choice {
    ui::Rect keep, share;
};
std::vector<Choice> choices_on(const ui::Tree& tree) {
    std::vector<Choice> choices;
    for (const auto& widget : tree.widgets)
        if (widget.id.starts_with("share:"))
            if (const auto* keep = tree.find_id("keep:" + widget.id.substr(6)))
                choices.push_back({keep->rect, widget.rect});
    return choices;
}

bool stands_beside(const ui::Tree& tree, const Choice& choice) {
    return std::ranges::any_of(tree.widgets, [&](const ui::Widget& widget) {
        return widget.role == ui::Role::text && widget.rect.right() <= choice.keep.x &&
               widget.rect.y < choice.keep.center().y && widget.rect.bottom() > choice.keep.y;
    });
}

}

TEST_CASE("a form that needs no page of its own begins on the page before it, and no other is named there") {
    std::size_t begun = 0;
    for (std::size_t form = 1; form < first_visit().modules.size(); ++form) {
        const auto& module = shipped()->modules.at(first_visit().modules[form]);
        const auto tree = rest_before(form);
        INFO(module.title);
        if (!model::begins_on_rest(*shipped(), first_visit(), form)) {
            CHECK_FALSE(tree.says(module.title));
            continue;
        }
        ++begun;
        CHECK(tree.says("Next: " + module.title));
        CHECK(tree.says(module.intro));
        CHECK(tree.says("questions, "));
        CHECK_FALSE(model::is_private(module));
    }
    CHECK(begun >= 1);
    CHECK(begun + 1 < first_visit().modules.size());
}

TEST_CASE("the ways from the page between two forms are the same after each of them") {
    for (const std::string language : {"", "es"})
        for (const int percent : support::text_sizes)
            for (const auto panel : {support::lying, support::standing}) {
                const auto first = rest_before(1, language, percent, panel);
                for (std::size_t form = 1; form < first_visit().modules.size(); ++form) {
                    const auto tree = rest_before(form, language, percent, panel);
                    INFO(language, " ", percent, " form ", form);
                    CHECK(asking::means<HideTapped>(tree, "break"));
                    CHECK(asking::means<ReviewTapped>(tree, "stop-here"));
                    CHECK(asking::means<ReadyTapped>(tree, "go-on"));
                    for (const char* id : {"break", "stop-here", "go-on"}) {
                        REQUIRE(tree.find_id(id) != nullptr);
                        REQUIRE(first.find_id(id) != nullptr);
                        CHECK(tree.find_id(id)->rect.x == first.find_id(id)->rect.x);
                        CHECK(tree.find_id(id)->rect.y == first.find_id(id)->rect.y);
                        CHECK(tree.find_id(id)->name == first.find_id(id)->name);
                    }
                }
            }
}

TEST_CASE("a break, and that one may stop, are said on the page between two forms whatever comes next") {
    for (std::size_t form = 1; form < first_visit().modules.size(); ++form) {
        const auto tree = rest_before(form);
        CHECK(tree.says("Stop whenever you like; your place is kept."));
        CHECK(tree.says("A break covers the screen. Your code brings you back."));
        CHECK(tree.find_id("later") == nullptr);
    }
}

TEST_CASE("at the usual size every text of a first visit is shared or kept on one page, its choice beside it") {
    std::size_t texts = 0;
    for (const auto& [ref, answer] : all_written().content.answers)
        if (std::holds_alternative<model::Written>(answer)) ++texts;
    CHECK(texts == 5);
    for (const std::string language : {"", "es"}) {
        model::screen::Release screen{.session = all_written()};
        const auto own = shown(screen, language);
        INFO(language, support::joined(support::layout_complaints(own)));
        CHECK(support::layout_complaints(own).empty());
        const auto choices = choices_on(own);
        CHECK(choices.size() == texts);
        for (const auto& choice : choices) {
            CHECK(choice.keep.y == choice.share.y);
            CHECK(stands_beside(own, choice));
        }
        REQUIRE(asking::means<PageChosen>(own, "next"));
        screen.page = 1;
        const auto forms = shown(screen, language);
        CHECK(choices_on(forms).size() == model::shareable_forms(*shipped(), first_visit().id).size());
        for (const auto& choice : choices_on(forms))
            CHECK(stands_beside(forms, choice));
        CHECK(asking::means<NextTapped>(forms, "next"));
    }
}

TEST_CASE("in large letters, and standing, each choice stands below its own words") {
    for (const std::string language : {"", "es"})
        for (const auto& [percent, panel] : {std::pair{200, support::lying}, std::pair{100, support::standing}}) {
            const auto tree = shown(model::screen::Release{.session = all_written()}, language, percent, panel);
            const auto choices = choices_on(tree);
            for (const auto& choice : choices)
                CHECK_FALSE(stands_beside(tree, choice));
            CHECK(tree.says("I want us to be kind first"));
        }
}
