// What large letters may not cost: words cut short, pages with one row each, a picture squashed by what stands below
// it.
#include "every_screen.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

namespace {

ui::Tree drawn_in(model::State state, const char* language, int percent, support::Panel panel, const char* name) {
    state.appearance.text_percent = percent;
    support::speak(state, model::Language{language});
    auto tree = support::draw(state, panel);
    support::keep(support::offscreen(panel, percent), support::picture_name(name, state, panel));
    return tree;
}

std::ptrdiff_t count_of(const ui::Tree& tree, std::string_view id) {
    return std::ranges::count_if(tree.widgets, [&](const ui::Widget& widget) { return widget.id.starts_with(id); });
}

bool is_cut(const ui::Widget& widget) {
    return widget.name.ends_with("…");
}

model::screen::Case after_five_visits(model::CaseTab tab) {
    return {.therapist = {{1}, "Dr. Okafor"}, .file = couple::after_five_visits().file, .visit = 4, .tab = tab};
}

}

TEST_CASE("a trend keeps a picture of some height, and its words beside it while there is room for both") {
    const auto state = samples::a_state(after_five_visits(model::CaseTab::trend));
    for (const char* language : {"", "es"})
        for (const int percent : {100, 125}) {
            const auto tree = drawn_in(state, language, percent, support::lying, "trend beside");
            INFO(language, " at ", percent, " %");
            const auto *most = tree.find_name("7"), *least = tree.find_name("1");
            REQUIRE(most != nullptr);
            REQUIRE(least != nullptr);
            CHECK(least->rect.y - most->rect.y >= 260);
            if (percent == 100) CHECK(tree.find_id("later") == nullptr);
        }
}

TEST_CASE("large letters leave a box to sign in that is most of the page's width") {
    for (const char* language : {"", "es"})
        for (const int percent : {150, 175, 200}) {
            const auto state = asking::state_with(asking::question("sign"));
            const auto tree = drawn_in(state, language, percent, support::lying, "signing");
            REQUIRE(tree.find_id("signature") != nullptr);
            CHECK_MESSAGE(tree.find_id("signature")->rect.w >= 820, tree.find_id("signature")->rect.w, " in ", language,
                          " at ", percent, " %");
        }
}

TEST_CASE("the words of the cover do not reach the sun") {
    for (const char* language : {"", "es"})
        for (const int percent : support::text_sizes) {
            const auto tree =
                drawn_in(asking::state_with(model::screen::Cover{}), language, percent, support::lying, "cover");
            for (const auto& widget : tree.widgets)
                if (widget.role == ui::Role::text || widget.role == ui::Role::status)
                    CHECK_MESSAGE(widget.rect.right() <= 1280 * 0.7f - 72, widget.name, " at ", percent, " %");
        }
}

TEST_CASE("a lying page of the board has two sittings or more, in the largest letters too") {
    for (const char* language : {"", "es"})
        for (const int percent : support::text_sizes) {
            const auto tree =
                drawn_in(asking::state_with(asking::desk()), language, percent, support::lying, "sittings");
            CHECK_MESSAGE(count_of(tree, "row:") >= 2, language, " at ", percent, " %");
        }
}

TEST_CASE("nothing left out is cut short, nor what a person may share, nor what the brief says on its own pages") {
    auto review = asking::state_with(asking::review(false));
    auto content = *review.content;
    for (auto& [id, module] : content.modules)
        for (auto& item : module.items)
            item.text += " I would rather we did not talk about it until both of us are rested and have eaten.";
    review.content = std::make_shared<const model::Content>(std::move(content));
    auto brief = samples::a_state(after_five_visits(model::CaseTab::brief));
    for (const char* language : {"", "es"})
        for (const auto panel : {support::lying, support::standing})
            for (const int percent : {150, 175, 200}) {
                INFO(language, " at ", percent, " % on ", panel.width);
                CHECK(std::ranges::none_of(drawn_in(review, language, percent, panel, "left out").widgets, is_cut));
                const auto released = asking::state_with(asking::release(false));
                CHECK(std::ranges::none_of(drawn_in(released, language, percent, panel, "share").widgets, is_cut));
                auto& shown = std::get<model::screen::Case>(brief.screen);
                for (shown.page = 0; shown.page < 20; ++shown.page) {
                    const auto tree = drawn_in(brief, language, percent, panel, "brief page");
                    for (const auto& widget : tree.widgets)
                        CHECK_MESSAGE(!is_cut(widget), widget.name, " on page ", shown.page + 1);
                    const auto* later = tree.find_id("later");
                    if (shown.page > 0 && (later == nullptr || !later->enabled)) break;
                }
            }
}

TEST_CASE("no region's name is broken within a word on the brief's small map") {
    for (const int percent : support::text_sizes) {
        const auto tree = drawn_in(samples::a_state(after_five_visits(model::CaseTab::brief)), "", percent,
                                   support::lying, "small map");
        for (const auto& widget : tree.widgets)
            CHECK_MESSAGE((widget.name.size() != 1 || widget.name[0] <= '9'), widget.name);
    }
}

TEST_CASE("all that can be chosen about the look stands on one page at the usual text size, in every language") {
    for (const char* language : {"", "es"})
        for (const auto panel : {support::lying, support::Panel{1280, 720}, support::standing}) {
            auto state = asking::state_with(model::screen::Welcome{});
            state.look_open = true;
            const auto tree = drawn_in(state, language, 100, panel, "look");
            CHECK(tree.find_id("motion") != nullptr);
            CHECK(tree.find_id("voice") != nullptr);
            CHECK(tree.find_id("later") == nullptr);
        }
}

TEST_CASE("all that can be chosen about reading aloud stands on one page at the usual text size") {
    for (const char* language : {"", "es"})
        for (const auto panel : {support::lying, support::Panel{1280, 720}, support::standing})
            for (const auto headset : {std::optional<bool>(), std::optional(true), std::optional(false)}) {
                auto state = asking::state_with(asking::question("usual"));
                state.can_speak = state.speech.on = state.speech_open = true;
                state.headset = headset;
                const auto tree = drawn_in(state, language, 100, panel, headset ? "voice headset" : "voice");
                CHECK(tree.find_id("speed:fast") != nullptr);
                CHECK(tree.find_id("volume:1") != nullptr);
                CHECK(tree.find_id("later") == nullptr);
            }
}

TEST_CASE("what locks the caseload is said below the passphrase: lying beside Show, standing over the whole width") {
    for (const int percent : support::text_sizes)
        for (const auto panel : {support::lying, support::standing}) {
            auto state = samples::state_of(samples::usual_couple);
            state.screen = model::screen::Unlock{{{1}, "Dr. Okafor"}, samples::typed(9)};
            const auto tree = drawn_in(state, "", percent, panel, "unlock");
            const auto note = std::ranges::find_if(tree.widgets, [](const ui::Widget& widget) {
                return widget.name.find("The caseload locks") != std::string::npos;
            });
            INFO(percent, " % on ", panel.width);
            REQUIRE(note != tree.widgets.end());
            const auto* show = tree.find_id("show");
            REQUIRE(show != nullptr);
            const bool beside = percent == 200 && panel.width == support::lying.width;
            CHECK((note->rect.x > show->rect.right()) == beside);
            CHECK(note->rect.y > tree.find_id("secret")->rect.bottom());
            if (!beside) CHECK((note->rect.y >= show->rect.bottom() || note->rect.right() <= show->rect.x));
        }
}
