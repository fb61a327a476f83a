// Every screen in its states, tapped: no button is dead, and every page can be reached and left.
#include "every_screen.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace model;

namespace {

constexpr int text_sizes[] = {100, 150, 200};

struct Look {
    support::Panel panel;
    Language language;
    int percent;
};

// The languages of one content, made once for all screens that show it.
const std::vector<Locale>& locales_of(const State& state) {
    static std::map<const Content*, std::vector<Locale>> made;
    auto& locales = made[state.content.get()];
    if (locales.empty()) locales = support::locales(state.content, state.practice);
    return locales;
}

template<class Test>
void in_every_look(Test test) {
    for (const auto panel : {support::lying, support::standing})
        for (const auto& language : {Language{}, Language{"es"}})
            for (const int percent : text_sizes)
                for (const auto& shown : every::screens()) {
                    // Where the disk is at work, the ways on wait for it.
                    if (shown.name.find("being saved") != std::string::npos) continue;
                    auto state = shown.state;
                    state.locales = locales_of(state);
                    state.appearance.reduced_motion = true;
                    state.appearance.language = language;
                    state.appearance.text_percent = percent;
                    speak_as_chosen(state);
                    // The part knows its person's language: that it is noted is no turning of pages.
                    std::visit(
                        [&]<class S>(S& screen) {
                            if constexpr (requires { screen.session.content.spoken; })
                                screen.session.content.spoken = language.tag;
                        },
                        state.screen);
                    INFO(shown.name, " on ", panel.width, " at ", percent, " %, language ", language.tag);
                    test(shown.name, std::move(state), panel);
                }
}

// All that can be seen of it.
std::string described(const ui::Tree& tree) {
    std::string all = tree.screen + "\n";
    for (const auto& widget : tree.widgets) {
        all += widget.id + "|" + widget.name + "|" + widget.value + "|";
        for (const float place : {widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h})
            all += std::to_string(static_cast<int>(place)) + ",";
        all += widget.enabled ? "on" : "off";
        all += widget.chosen ? " chosen\n" : "\n";
    }
    return all;
}

// The state tells of more than is drawn, but what nobody can see nor the world hears is nothing to the one who tapped.
bool does_something(const State& state, const ui::Tree& tree, const Action& action, support::Panel panel) {
    const auto step = update(state, action, {});
    if (!step.effects.empty() || step.state.screen.index() != state.screen.index() ||
        step.state.help_open != state.help_open || step.state.idle_asked != state.idle_asked ||
        step.state.appearance != state.appearance)
        return true;
    return described(support::draw(step.state, panel)) != described(tree);
}

// A key finds a text that is empty or full, and what is chosen already stays as it is.
bool may_do_nothing(const ui::Widget& widget) {
    return widget.role == ui::Role::key || widget.role == ui::Role::writing || widget.chosen;
}

bool turns_pages(const Action& action) {
    return action.as<action::PageChosen>() != nullptr || action.as<action::ListPaged>() != nullptr;
}

const Action* turn(const ui::Tree& tree, std::initializer_list<const char*> ids) {
    for (const auto* id : ids)
        if (const auto* widget = tree.find_id(id);
            widget != nullptr && widget->enabled && widget->action && turns_pages(*widget->action))
            return &*widget->action;
    return nullptr;
}
const Action* later(const ui::Tree& tree) {
    return turn(tree, {"later", "next"});
}
const Action* earlier(const ui::Tree& tree) {
    return turn(tree, {"earlier", "back"});
}

void tap(State& state, ui::Tree& tree, const Action& action, support::Panel panel) {
    state = update(std::move(state), action, {}).state;
    tree = support::draw(state, panel);
}

constexpr std::size_t most_pages = 120;

}

TEST_CASE("no button is dead: a tap changes what is seen, or orders something") {
    // What a tap means does not depend on the look, but for the pages.
    std::set<std::string> seen_working;
    in_every_look([&](const std::string& name, const State& state, support::Panel panel) {
        const auto tree = support::draw(state, panel);
        for (const auto& widget : tree.widgets) {
            if (!widget.enabled || !widget.action || may_do_nothing(widget)) continue;
            const auto known = name + "|" + widget.id + "|" + std::to_string(widget.action->kind());
            if (!turns_pages(*widget.action) && seen_working.contains(known)) continue;
            const bool works = does_something(state, tree, *widget.action, panel);
            CHECK_MESSAGE(works, widget.id, " \"", widget.name, "\" is dead");
            if (works) seen_working.insert(known);
        }
    });
}

TEST_CASE("Later leads through every page to the last one, Earlier back to the first, however often one tapped") {
    in_every_look([](const std::string&, State state, support::Panel panel) {
        auto tree = support::draw(state, panel);
        for (std::size_t turned = 0; earlier(tree) != nullptr; ++turned) {
            REQUIRE(turned < most_pages);
            tap(state, tree, *earlier(tree), panel);
        }
        if (later(tree) == nullptr) return;
        const auto first = described(tree);
        std::vector<std::string> pages{first};
        std::optional<Action> last_turn;
        while (later(tree) != nullptr) {
            last_turn = *later(tree);
            tap(state, tree, *last_turn, panel);
            REQUIRE(std::ranges::find(pages, described(tree)) == pages.end());
            pages.push_back(described(tree));
            REQUIRE(pages.size() < most_pages);
        }
        // Taps that came late, when the last page was shown already.
        for (int i = 0; i < 10; ++i)
            tap(state, tree, *last_turn, panel);
        CHECK(described(tree) == pages.back());
        std::size_t turned = 1;
        for (; earlier(tree) != nullptr; ++turned) {
            const auto before = described(tree);
            tap(state, tree, *earlier(tree), panel);
            REQUIRE(described(tree) != before);
            REQUIRE(turned < most_pages);
        }
        CHECK(described(tree) == first);
        CHECK(turned == pages.size());
    });
}

TEST_CASE("a page that is no longer there is shown as the last one, and Earlier leads on from that") {
    auto state = asking::state_with(screen::Release{.session = asking::session()}, {Theme::day, 200});
    auto& page = std::get<screen::Release>(state.screen).page;
    page = 40;
    auto tree = support::draw(state, support::lying);
    REQUIRE(later(tree) == nullptr);
    REQUIRE(earlier(tree) != nullptr);
    const auto last = described(tree);
    tap(state, tree, *earlier(tree), support::lying);
    CHECK(described(tree) != last);
    REQUIRE(later(tree) != nullptr);
    tap(state, tree, *later(tree), support::lying);
    CHECK(later(tree) == nullptr);
}

TEST_CASE("each direction of a two-way question has pages of its own") {
    auto screen = asking::question("long-ways", true);
    auto state = asking::state_with(screen, {Theme::day, 200});
    auto tree = support::draw(state, support::lying);
    REQUIRE(later(tree) != nullptr);
    tap(state, tree, *tree.find_id("later")->action, support::lying);
    CHECK_FALSE(std::get<screen::Question>(state.screen).second_direction);
    CHECK(std::ranges::none_of(tree.widgets, [](const auto& widget) { return widget.id.starts_with("from:"); }));
}
