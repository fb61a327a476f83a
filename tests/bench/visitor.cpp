#include "bench/visitor.hpp"
#include "support/settle_time.hpp"
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
        if (const auto done = tap(fmt::format("key:{}", code[i]), wanted); !done) return core::pass(done.error());
    }
    return {};
}

core::Done Visitor::type(std::string_view words) {
    m_panel.expect([words](const ui::Tree& tree) { return tree.says(words); });
    type_words(words);
    if (!m_panel.expected()) return lost(m_panel.latest().tree.screen, "what is typed is not shown");
    return go("key:done");
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

core::Done Visitor::answer(const model::Item& item) {
    const auto before = m_panel.latest().tree.screen;
    const auto middle = item.choices.empty() ? 5 : item.choices[item.choices.size() / 2].value;
    const auto answer = fmt::format("answer:{}", middle);
    switch (item.kind) {
    case model::ItemKind::choice:
    case model::ItemKind::zero_to_ten: {
        if (const auto done = choose(answer); !done) return done;
        if (m_advance == model::AdvanceBy::button) return next();
        m_panel.expect(other_than(before));
        const auto found = m_panel.expected();
        if (!found) return lost(before, "does not move on by itself");
        if (found->tree.screen.starts_with("question"))
            m_taps.moved_on.push_back(milliseconds(found->presented - m_lifted));
        return {};
    }
    case model::ItemKind::choices: {
        const auto done = choose(answer);
        return done ? next() : done;
    }
    case model::ItemKind::two_way: {
        auto done = choose(fmt::format("toward:{}", middle));
        if (done) done = choose(fmt::format("from:{}", middle));
        return done ? next() : done;
    }
    case model::ItemKind::number: {
        const auto done = digits(fmt::format("{}", item.minimum + (item.maximum - item.minimum) / 4), false);
        return done ? go("next") : done;
    }
    case model::ItemKind::date: {
        const auto done = digits(fmt::format("0314{}", item.minimum), false);
        return done ? go("next") : done;
    }
    case model::ItemKind::display:
        return go("next");
    case model::ItemKind::signature: {
        const auto begun = tap("sign:by-name", anything);
        return begun ? type("Maya") : core::pass(begun.error());
    }
    case model::ItemKind::consent: {
        const auto ticked = tap("consent", anything);
        return ticked ? go("next") : core::pass(ticked.error());
    }
    case model::ItemKind::short_text:
    case model::ItemKind::long_text:
        return type("We want to be kind first. We come back after a hard talk.");
    }
    return {};
}

core::Done Visitor::begin_part(std::string_view name, std::string_view code) {
    while (shows("names")) {
        const auto frame = m_panel.latest();
        const auto* field = frame.tree.find_id("name");
        const bool known = field != nullptr && !field->value.empty();
        const auto went = known ? go("key:done") : type(frame.tree.screen == "names:own" ? name : "Jordan");
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
    if (done) done = shared_page();
    return done;
}

}
