// The screens for somebody to whom they are read: what stands on them for it, and what each thing is called.
#include "core/utf8.hpp"
#include "every_screen.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include "voice/words.hpp"
#include <doctest/doctest.h>
#include <map>
#include <set>

namespace {

struct Ears {
    std::string name;
    std::optional<bool> headset;
};
const Ears kinds_of_ears[] = {{"headset on", true}, {"headset off", false}};

model::State read_to(model::State state, const Ears& ears) {
    state.can_speak = true;
    state.speech.on = true;
    state.headset = ears.headset;
    return state;
}

void check_reading(const std::string& name, const model::State& base, support::Panel panel) {
    for (const auto& ears : kinds_of_ears)
        for (const int percent : support::text_sizes_in_spanish)
            for (const auto* language : {"en", "es"}) {
                if (percent == 150 && std::string_view(language) == "en") continue; // Spanish has the longer words
                auto state = read_to(base, ears);
                state.appearance.text_percent = percent;
                support::speak(state, model::Language{language});
                const auto tree = support::draw(state, panel);
                support::keep(support::offscreen(panel, percent),
                              support::picture_name("aloud " + ears.name + " " + name, state, panel));
                const auto complaints = support::layout_complaints(tree);
                INFO(name, ", ", ears.name, ", on ", panel.width, " at ", percent, " % in ", language, "\n",
                     support::joined(complaints));
                CHECK(complaints.empty());
            }
}

}

TEST_CASE("every screen of the couple holds while it is read aloud, and where it stays silent") {
    for (const auto panel : {support::lying, support::standing}) {
        for (const auto& sample : samples::couple_samples(samples::usual_couple)) {
            auto state = samples::state_of(samples::usual_couple);
            sample.set(state);
            check_reading(sample.name, state, panel);
        }
        for (const auto& sample : asking::answer_samples(false))
            check_reading(sample.name, asking::state_with(sample.screen), panel);
    }
}

TEST_CASE("a page that stays silent for want of a headset says so, and one that is read does not") {
    auto state = asking::state_with(asking::question("usual"));
    auto content = asking::content();
    content->modules[{"every-kind"}].items[0].is_private = true;
    state.content = content;
    for (const int percent : support::text_sizes) {
        state.appearance.text_percent = percent;
        CHECK(support::draw(read_to(state, {"", false}), support::lying).says("Headset off."));
        CHECK(support::draw(read_to(state, {"", std::nullopt}), support::lying).says("stays silent"));
        CHECK_FALSE(support::draw(read_to(state, {"", true}), support::lying).says("stays silent"));
        CHECK_FALSE(support::draw(state, support::lying).says("eadset"));
    }
}

TEST_CASE("the text that is heard just now is marked") {
    auto state = read_to(asking::state_with(asking::question("usual")), {"", true});
    const auto before = support::draw(state, support::lying);
    const auto* statement = &*std::ranges::find(before.widgets, ui::Role::heading, &ui::Widget::role);
    const auto after = support::draw(state, support::lying, {.spoken = statement->id});
    CHECK(statement->paper != after.find_id(statement->id)->paper);
    CHECK(support::layout_complaints(after).empty());
}

namespace {

// What can be done on each screen, in both languages and two sizes of text.
template<class Check>
void on_every_screen(Check check) {
    for (const auto& shown : every::screens())
        for (const auto* language : {"en", "es"})
            for (const int percent : {100, 200}) {
                auto state = shown.state;
                state.appearance.text_percent = percent;
                support::speak(state, model::Language{language});
                const auto tree = support::draw(state, support::lying);
                const core::Speaking speaking(state.catalogue.get());
                INFO(shown.name, " at ", percent, " % in ", language);
                std::vector<const ui::Widget*> controls;
                for (const auto& widget : tree.widgets)
                    if (voice::is_control(widget)) controls.push_back(&widget);
                check(tree, controls);
            }
}

}

TEST_CASE("everything that can be done on any screen has a name, a role and a state to be heard, in both languages") {
    const std::set<ui::Role> with_state{ui::Role::answer, ui::Role::toggle, ui::Role::tab, ui::Role::field,
                                        ui::Role::writing};
    std::size_t heard = 0;
    on_every_screen([&](const ui::Tree& tree, const std::vector<const ui::Widget*>& controls) {
        for (const auto* widget : controls) {
            INFO(widget->id);
            ++heard;
            REQUIRE_FALSE(widget->name.empty());
            const auto words = voice::words_of(tree, *widget).words;
            CHECK(words.size() > widget->name.size());
            if (with_state.contains(widget->role)) CHECK_FALSE(voice::state_of(*widget).empty());
            if (!widget->enabled) CHECK(words.find(core::tr("voice.shut", "Not possible now")) != std::string::npos);
            if (widget->secret && !widget->value.empty()) CHECK(words.find(widget->value) == std::string::npos);
        }
    });
    CHECK(heard > 5000);
}

TEST_CASE("no two things that can be done on one screen sound alike, in both languages") {
    on_every_screen([](const ui::Tree& tree, const std::vector<const ui::Widget*>& controls) {
        std::map<std::string, std::string> heard; // of what
        for (const auto* widget : controls) {
            // The sample of cards offers one of them twice.
            if (widget->role == ui::Role::key || widget->id.starts_with("pick:")) continue;
            const auto words = voice::words_of(tree, *widget).words;
            const auto [other, is_new] = heard.emplace(words, widget->id);
            CHECK_MESSAGE(is_new, other->second, " and ", widget->id, ": ", words);
        }
    });
}

TEST_CASE("what is read of a page names what each number is, and no title is read twice, in both languages") {
    on_every_screen([](const ui::Tree& tree, const std::vector<const ui::Widget*>&) {
        std::set<std::string> titles;
        for (const auto& sentence : voice::words_of_page(tree, voice::Typed::said)) {
            // A code, a number to call and a change since a visit have their name in front of them.
            const bool bare = core::utf8::length(sentence.words) < 3;
            CHECK_MESSAGE(!bare, sentence.words);
            const auto* widget = tree.find_id(sentence.widget);
            if (widget == nullptr || voice::is_control(*widget)) continue;
            if (widget->role == ui::Role::heading)
                titles.insert(sentence.words);
            else
                CHECK_MESSAGE(!titles.contains(sentence.words), sentence.words);
        }
    });
}
