// A whole kiosk that is walked on: the program's loop, effects and screens, on a practice in memory, with letters that
// are read once for all kiosks. Nothing is painted.
#pragma once
#include "platform/stage.hpp"
#include "practice/effect_runner.hpp"
#include "practice/open_kiosk.hpp"
#include "rehearsal/offscreen.hpp"
#include "rehearsal/rehearsal.hpp"
#include "walk/witness.hpp"
#include <filesystem>

namespace walk {

// How a kiosk is set up.
struct Setting {
    std::shared_ptr<const model::Content> content;
    practice::PanelSize panel;
    model::Appearance appearance;
    std::string boot = "first"; // start of the machine
};

class Kiosk {
public:
    // Power comes back: nothing is known but what stands in the folder. All must outlive it.
    Kiosk(const std::filesystem::path& folder, Setting setting, rehearsal::ManualClock& clock, Witness& witness);
    Kiosk(const Kiosk&) = delete; // its loop refers to it
    Kiosk& operator=(const Kiosk&) = delete;

    void tap_at(ui::Point point); // a finger, as it is
    void stroke(ui::Rect box);
    void type(const std::string& utf8); // at once, as an input method gives it
    void press(platform::Key key, bool repeat = false);
    void settle();                        // the page takes taps, and nothing before is half of a double tap
    void pass(core::Milliseconds time);   // what is due on the way happens
    void sleep_for(std::chrono::hours);   // as a machine that was suspended: nothing happens on the way
    void turn_panel(practice::PanelSize); // another size
    void tell(model::Action action) { m_stage->tell(std::move(action)); }

    const ui::Tree& tree() const { return m_stage->tree(); }
    const model::State& state() const { return m_stage->state(); }
    bool settled() const { return m_clock.now().steady >= model::settled_at(state()); }
    const Setting& setting() const { return m_setting; }
    practice::EffectRunner& runner() { return *m_runner; }

private:
    void give(std::variant<platform::input::Press, platform::input::Slide, platform::input::Release,
                           platform::input::Typed, platform::input::KeyDown>
                  what);
    rehearsal::ManualClock& m_clock;
    Witness& m_witness;
    Setting m_setting;
    std::unique_ptr<practice::EffectRunner> m_runner;
    std::unique_ptr<platform::Stage> m_stage;
};

// What effects need besides the folder; the practice as all walks have it.
practice::World world_in(const std::filesystem::path& folder, const Setting& setting, std::function<core::Now()> now);
practice::PracticeData open_in(const std::filesystem::path& folder); // throws Failure

// The files as a process that is killed now leaves them. `to` is made.
void copy_as_killed(const std::filesystem::path& from, const std::filesystem::path& to);

}
