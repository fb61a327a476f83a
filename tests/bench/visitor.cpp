#include "bench/visitor.hpp"
#include "rehearsal/made_answer.hpp"
#include "support/settle_time.hpp"
#include <algorithm>
#include <climits>
#include <fmt/format.h>
#include <thread>

namespace bench {

namespace {

using namespace std::chrono_literals;

constexpr auto finger_down = 60ms;
constexpr auto patience = 20ms; // until what was typed a moment ago has its effect

bool anything(const ui::Tree&) {
    return true;
}

Panel::Wanted other_than(std::string screen) {
    return [screen = std::move(screen)](const ui::Tree& tree) { return tree.screen != screen; };
}

// The entry code may not be a partner's own.
std::string_view own_code(std::string_view wanted, std::string_view entry_code) {
    return wanted == entry_code ? "7352" : wanted;
}

std::string key_of(char typed) {
    return typed == '.' ? "key:point" : fmt::format("key:{}", typed);
}

core::Done lost(std::string_view where, std::string_view what) {
    return core::fail(core::ErrorCode::invalid_state, fmt::format("on {}: {}", where, what));
}

}

core::Result<double> Visitor::tap(std::string_view id, const Panel::Wanted& wanted) {
    auto frame = m_panel.latest();
    const auto* widget = frame.tree.find_id(id);
    for (auto waited = 0ms; (widget == nullptr || !widget->enabled) && waited < 1s; waited += patience) {
        std::this_thread::sleep_for(patience);
        frame = m_panel.latest();
        widget = frame.tree.find_id(id);
    }
    if (widget == nullptr || !widget->enabled)
        return core::pass(lost(frame.tree.screen, fmt::format("nothing to tap called {}", id)).error());
    const auto at = widget->rect.center();
    std::this_thread::sleep_until(frame.screen_since + support::settle_time_on(frame.tree.screen) + 20ms);
    put_finger_down(frame.tree, at);
    std::this_thread::sleep_for(finger_down);
    m_panel.expect(wanted);
    m_lifted = Clock::now();
    lift_finger(frame.tree, at);
    const auto found = m_panel.expected();
    if (!found) return core::pass(lost(frame.tree.screen, fmt::format("{} brought nothing", id)).error());
    return milliseconds(found->presented - m_lifted);
}

core::Done Visitor::go(std::string_view id) {
    return tap(id, other_than(m_panel.latest().tree.screen)).map([](double) {});
}

core::Done Visitor::go_any(std::initializer_list<std::string_view> ids) {
    const auto frame = m_panel.latest();
    for (const auto id : ids)
        if (const auto* widget = frame.tree.find_id(id); widget != nullptr && widget->enabled) return go(id);
    return lost(frame.tree.screen, "no way on");
}

core::Done Visitor::digits(std::string_view code, bool leads_on) {
    for (std::size_t i = 0; i < code.size(); ++i) {
        const bool last = leads_on && i + 1 == code.size();
        const auto wanted = last ? other_than(m_panel.latest().tree.screen) : Panel::Wanted(anything);
        if (const auto done = tap(key_of(code[i]), wanted); !done) return core::pass(done.error());
    }
    return {};
}

core::Done Visitor::type(std::string_view words) {
    m_panel.expect([words](const ui::Tree& tree) { return tree.says(words); });
    type_words(words);
    if (!m_panel.expected()) return lost(m_panel.latest().tree.screen, "what is typed is not shown");
    return {};
}

const model::Item* Visitor::item_on_panel() const {
    const auto screen = m_panel.latest().tree.screen;
    for (const auto& [id, module] : m_content.modules)
        for (const auto& item : module.items)
            if (screen == fmt::format("question:{}:{}", id.value, item.id.value)) return &item;
    return nullptr;
}

core::Done Visitor::choose(const std::string& id) {
    const auto time = tap(id, [id](const ui::Tree& tree) {
        const auto* widget = tree.find_id(id);
        return widget != nullptr && widget->chosen && tree.says("Saved");
    });
    if (!time) return core::pass(time.error());
    m_taps.chosen.push_back(*time);
    return {};
}

core::Done Visitor::next() {
    const auto time = tap("next", other_than(m_panel.latest().tree.screen));
    if (!time) return core::pass(time.error());
    if (shows("question")) m_taps.next.push_back(*time);
    return {};
}

core::Done Visitor::act(const rehearsal::AnswerStep& step) {
    switch (step.act) {
    case rehearsal::Act::choose:
    case rehearsal::Act::choose_other_way:
        return choose(step.what);
    case rehearsal::Act::tap:
        return tap(step.what, anything).map([](double) {});
    case rehearsal::Act::keys:
        return digits(step.what, false);
    case rehearsal::Act::write:
        return type(step.what);
    case rehearsal::Act::sign:
        break;
    }
    return lost(m_panel.latest().tree.screen, "nobody signs by hand here");
}

core::Done Visitor::moved_on(const std::string& before) {
    if (m_advance == model::AdvanceBy::button) return next();
    m_panel.expect(other_than(before));
    const auto found = m_panel.expected();
    if (!found) return lost(before, "does not move on by itself");
    if (found->tree.screen.starts_with("question"))
        m_taps.moved_on.push_back(milliseconds(found->presented - m_lifted));
    return {};
}

core::Done Visitor::answer(const model::Item& item) {
    auto middle = rehearsal::always_at(0.5, [](const model::Item&) -> std::string {
        return "We want to be kind first. We come back after a hard talk.";
    });
    middle.signature = [](const model::Item&) { return model::Signed{.strokes = {}, .typed = "Maya"}; };
    const auto before = m_panel.latest().tree.screen;
    const auto all = rehearsal::answer_steps(item, rehearsal::made_answer(item, middle));
    for (const auto& step : all.steps)
        if (const auto done = act(step); !done) return done;
    switch (all.way_on) {
    case rehearsal::WayOn::itself:
        return moved_on(before);
    case rehearsal::WayOn::next: {
        const auto is_choice = [](const auto& step) {
            return step.act == rehearsal::Act::choose || step.act == rehearsal::Act::choose_other_way;
        };
        return std::ranges::any_of(all.steps, is_choice) ? next() : go("next");
    }
    case rehearsal::WayOn::done:
        return go("key:done");
    case rehearsal::WayOn::skip:
        return go("skip");
    }
    return {};
}

core::Done Visitor::begin_part(std::string_view name, std::string_view code) {
    while (shows("names")) {
        const auto frame = m_panel.latest();
        const auto* field = frame.tree.find_id("name");
        const bool known = field != nullptr && !field->value.empty();
        core::Done went;
        if (!known) went = type(frame.tree.screen == "names:own" ? name : "Jordan");
        if (went) went = go("key:done");
        if (!went) return went;
    }
    while (shows("before-you-begin"))
        if (const auto done = go_any({"ready", "next", "later"}); !done) return done;
    while (shows("choose-code"))
        if (const auto done = digits(code, true); !done) return done;
    return {};
}

core::Done Visitor::release() {
    const auto tree = m_panel.latest().tree;
    for (const auto& widget : tree.widgets)
        if (widget.id.starts_with("share:") && !widget.chosen)
            if (const auto shared = tap(widget.id, anything); !shared) return core::pass(shared.error());
    return go_any({"next", "later"});
}

core::Done Visitor::answer_part(int stop_after) {
    for (int asked = 0; !shows("review");) {
        core::Done done;
        if (const auto* item = item_on_panel()) {
            if (asked++ >= stop_after) return {};
            at_question(++m_questions);
            done = answer(*item);
        } else if (shows("module:")) {
            done = go_any({"begin", "later"});
        } else if (shows("rest")) {
            done = go_any({"go-on", "later"});
        } else if (shows("release")) {
            done = release();
        } else {
            done = lost(m_panel.latest().tree.screen, "unknown here");
        }
        if (!done) return done;
    }
    return {};
}

core::Done Visitor::shared_page() {
    // Long drafts stand behind a tab of their author.
    const bool tabs = m_panel.latest().tree.find_id("tab:a") != nullptr;
    const auto steps = tabs ? std::vector{"tab:a", "draft:0", "tab:shared", "assent:a", "assent:b"}
                            : std::vector{"draft:0", "assent:a", "assent:b"};
    for (const auto* id : steps)
        if (const auto done = tap(id, anything); !done) return core::pass(done.error());
    if (const auto done = go("finish"); !done) return done;
    if (const auto done = go("done"); !done) return done;
    return go("home");
}

core::Done Visitor::first_part(std::string_view entry_code, int stop_after) {
    auto done = go("begin");
    if (done) done = digits(entry_code, true);
    if (done) done = go("partner:a");
    if (done) done = begin_part("Maya", own_code("4711", entry_code));
    if (done) done = answer_part(stop_after);
    return done;
}

core::Done Visitor::whole_visit(std::string_view entry_code) {
    auto done = first_part(entry_code, INT_MAX);
    if (done) done = go("seal");
    if (done) done = go("other");
    if (done) done = begin_part("Jordan", own_code("9024", entry_code));
    if (done) done = answer_part(INT_MAX);
    if (done) done = go("seal");
    if (done) done = go("joint");
    if (done) done = digits(own_code("4711", entry_code), true);
    if (done) done = shared_page();
    return done;
}

}
