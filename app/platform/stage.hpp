// State, description and touch kept in step: the loop without its window. Inputs go in one at a time, each against a
// description that is current; what update() orders is run, and the answers are taken before the next input.
#pragma once
#include "model/visit/update.hpp"
#include "platform/touch.hpp"
#include "ui/kit/page.hpp"
#include <functional>

namespace platform {

using RunEffect = std::function<std::vector<model::Action>(const model::Effect&)>;

struct StageCallbacks {
    std::function<core::Now()> now;
    std::function<ui::Tree(const model::State&, const ui::View&)> describe;
    RunEffect run;
    // Called before an effect that a person would notice waiting for, to show what was described last ("Checking").
    std::function<void()> before_long_effect;
    // Called after each effect: what was pressed meanwhile must be stamped before the next screen stands.
    std::function<void()> after_effect;
    // Reads the screen aloud where a person wants it; must outlive the stage. None: nothing is read.
    voice::Voice* voice = nullptr;
};

class Stage {
public:
    Stage(model::State state, ui::Size size, StageCallbacks callbacks);

    void take(const Input& input); // places in reference pixels
    void resize(ui::Size size);
    void pass_time();                // sends TimePassed when it is due
    void tell(model::Action action); // a fact from elsewhere, with all that follows from it
    void describe();                 // again, for now: a fade goes on

    const model::State& state() const { return m_state; }
    const ui::Tree& tree() const { return m_tree; }
    // What was heard, or has the focus, and does what it means next; see Touch.
    const std::string& ringed() const { return m_touch.ringed(); }
    // When pass_time() is to be called; empty: not before something happens.
    std::optional<core::SteadyTime> deadline() const { return m_deadline; }
    // True once after anything that may look different.
    bool take_change() { return std::exchange(m_changed, false); }

private:
    void settle_deadline(core::Now now);
    model::State m_state;
    ui::Size m_size;
    StageCallbacks m_callbacks;
    Touch m_touch;
    voice::Reader m_reader;
    ui::Tree m_tree;
    std::optional<core::SteadyTime> m_deadline;
    core::SteadyTime m_time_passed{};
    bool m_changed = true;
};

// Stretching a secret, or writing a document: half a second and more.
bool takes_long(const model::Effect& effect);

}
