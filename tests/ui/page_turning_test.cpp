// Every screen in its states, tapped: no button is dead, and every page can be reached and left.
#include "answer_samples.hpp"
#include "opened_case.hpp"
#include "staff_samples.hpp"
#include "together_samples.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace model;

namespace {

struct Shown {
    std::string name;
    State state;
};

constexpr int text_sizes[] = {100, 150, 200};

// Screens that are shown with the same content and practice.
class Group {
public:
    Group(std::vector<Shown>& all, State base) : m_all(all), m_base(std::move(base)) {
        m_base.appearance.reduced_motion = true;
        m_base.locales = support::locales(m_base.content, m_base.practice);
    }
    void add(std::string name, Screen screen) {
        m_all.push_back({std::move(name), m_base});
        m_all.back().state.screen = std::move(screen);
    }
    void add(const samples::Sample& sample) {
        m_all.push_back({sample.name, m_base});
        sample.set(m_all.back().state);
    }

private:
    std::vector<Shown>& m_all;
    State m_base;
};

void add_shipped_forms(std::vector<Shown>& all) {
    auto state = asking::state_with(screen::Welcome{});
    state.content = std::make_shared<const Content>(couple::shipped());
    Group forms(all, state);
    std::set<core::ModuleId> begun;
    for (const auto& packet : state.content->packets)
        for (std::size_t i = 0; i < packet.modules.size(); ++i) {
            if (!begun.insert(packet.modules[i]).second) continue;
            auto session = asking::session();
            session.seat.sitting.packet = packet.id;
            session.content = {};
            forms.add("beginning of " + packet.modules[i].value,
                      screen::ModuleIntro{.session = std::move(session), .module = i});
        }
}

void add_the_couples(std::vector<Shown>& all) {
    Group around(all, samples::state_of(samples::usual_couple));
    for (const auto& sample : samples::couple_samples(samples::usual_couple))
        around.add(sample);
    auto state = samples::state_of(samples::usual_couple);
    auto practice = *state.practice;
    for (int i = 0; i < 12; ++i)
        practice.help_lines.push_back({"Help line " + std::to_string(i), "555-010" + std::to_string(i), "Any hour"});
    state.practice = std::make_shared<const Practice>(practice);
    Group helped(all, state);
    helped.add({"many help lines", [](State& shown) { shown.help_open = true; }});
    Group answered(all, asking::state_with(screen::Welcome{}));
    for (const auto& sample : asking::answer_samples(false))
        answered.add(sample.name, sample.screen);
    for (const auto& sample : asking::staff_samples(false))
        answered.add(sample.name, sample.screen);
}

void add_the_list(Group& therapist) {
    auto list = samples::a_caseload();
    therapist.add("caseload", list);
    list.typing = true;
    therapist.add("search", list);
    therapist.add("empty caseload", samples::list_of({}));
}

void add_cases(Group& therapist) {
    for (const auto tab : {CaseTab::overview, CaseTab::trend, CaseTab::scores, CaseTab::answers, CaseTab::mission,
                           CaseTab::notes, CaseTab::private_view})
        therapist.add("case, tab " + std::to_string(static_cast<int>(tab)), samples::an_open_case(tab));
    auto opened = samples::an_open_case(CaseTab::private_view);
    opened.asking_private = true;
    therapist.add("the step before private answers", opened);
    opened.asking_private = false;
    opened.opened_private = samples::private_answers(Role::a);
    therapist.add("private answers", opened);
    auto noted = samples::an_open_case(CaseTab::notes);
    noted.note = edit_of("They laughed when they came in.", 20'000, core::Lines::many);
    therapist.add("a note being written", noted);
    for (const auto task : {CaseTask::menu, CaseTask::follow_up, CaseTask::share, CaseTask::hand_over,
                            CaseTask::move_part, CaseTask::erase}) {
        screen::CaseActions folder{.from = samples::an_open_case(CaseTab::scores),
                                   .task = task,
                                   .chart_code = edit_of("RG-2041", 40, core::Lines::one)};
        folder.from.file.colleagues = {{{2}, "M. Reyes, LMFT"}, {{3}, "Dr. Anneliese Hohenstaufen-Wittgenstein"}};
        therapist.add("folder, task " + std::to_string(static_cast<int>(task)), folder);
    }
    screen::Export exported{.from = samples::an_open_case(CaseTab::scores), .written_to = {}, .problem = {}};
    exported.usb_drives = {{"KINGSTON", "/media/KINGSTON"}};
    therapist.add("export", exported);
    exported.whose = Role::a;
    exported.written_to = "/var/lib/sameside/export/RG-2041-A private 2025-03-04.pdf";
    therapist.add("exported", exported);
    exported.working = true;
    exported.done = 3;
    exported.of = 41;
    therapist.add("export being written", exported);
}

void add_together(Group& therapist) {
    for (const auto& together : {samples::everything(), samples::the_longest()}) {
        therapist.add("together", samples::a_view(together));
        for (const auto kind : {CardKind::talk, CardKind::text, CardKind::article}) {
            const auto found = std::ranges::find(together.cards, kind, &TogetherCard::kind);
            REQUIRE(found != together.cards.end());
            therapist.add("card alone: " + found->title,
                          samples::a_view(together, static_cast<std::size_t>(found - together.cards.begin())));
        }
        screen::ChooseCards choose{
            .from = samples::an_open_case(CaseTab::scores), .offered = together, .picked = usual_picks(together)};
        therapist.add("choose cards", choose);
    }
    therapist.add("end of together", screen::EndTogether{.from = samples::a_view(samples::everything()),
                                                         .passphrase = samples::typed(9),
                                                         .problem = {}});
}

void add_pictures(std::vector<Shown>& all) {
    auto made = couple::after_five_visits();
    const screen::Case opened{
        .therapist = {{1}, "Dr. Okafor"}, .file = made.file, .visit = 4, .tab = CaseTab::overview};
    Group pictures(all, samples::a_state(opened));
    pictures.add("overview", opened);
    auto trend = opened;
    trend.tab = CaseTab::trend;
    pictures.add("trend", trend);
    auto behind = opened;
    behind.behind = Behind{.module = {"same-side"}, .scale = core::ScaleId{"turning"}, .item = {}};
    pictures.add("behind a bar", behind);
}

const std::vector<Shown>& every_screen() {
    static const auto screens = [] {
        std::vector<Shown> all;
        add_shipped_forms(all);
        add_the_couples(all);
        Group therapist(all, samples::with_articles(screen::Welcome{}));
        add_the_list(therapist);
        add_cases(therapist);
        add_together(therapist);
        add_pictures(all);
        return all;
    }();
    return screens;
}

struct Look {
    support::Panel panel;
    Language language;
    int percent;
};

template<class Test>
void in_every_look(Test test) {
    for (const auto panel : {support::lying, support::standing})
        for (const auto& language : {Language{}, Language{"es"}})
            for (const int percent : text_sizes)
                for (const auto& shown : every_screen()) {
                    auto state = shown.state;
                    state.appearance.language = language;
                    state.appearance.text_percent = percent;
                    speak_as_chosen(state);
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
    return action.as<action::PageTurned>() != nullptr || action.as<action::ListTurned>() != nullptr;
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

void tap(State& state, ui::Tree& tree, Action action, support::Panel panel) {
    state = update(std::move(state), std::move(action), {}).state;
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
