// A kiosk without a window: the real update, effects, widget tree and touch, on a clock that is moved by hand. The
// tour, the whole-visit tests and the figures use it.
#pragma once
#include "platform/pictures.hpp"
#include "platform/stage.hpp"
#include "practice/open_kiosk.hpp"
#include "rehearsal/offscreen.hpp"

namespace rehearsal {

class ManualClock {
public:
    explicit ManualClock(core::WallTime wall) : m_now{wall, core::SteadyTime(std::chrono::hours(1))} {}
    core::Now now() const { return m_now; }
    void pass(core::Milliseconds time) {
        m_now.wall += time;
        m_now.steady += time;
    }
    void set_wall(core::WallTime wall) { m_now.wall = wall; }
    void start_again() { m_now.steady = core::SteadyTime(std::chrono::seconds(1)); } // the machine

private:
    core::Now m_now;
};

// The drawings of the articles, in the size that fits.
void lend_pictures(Offscreen& to, platform::Pictures& pictures, const model::Content& content);

class Rehearsal {
public:
    // The clock and the voice, where there is one, must outlive it. Fails as Offscreen::create does.
    [[nodiscard]] static core::Result<std::unique_ptr<Rehearsal>> create(practice::OpenKiosk kiosk,
                                                                         practice::PanelSize panel, ManualClock& clock,
                                                                         const std::filesystem::path& assets = {},
                                                                         voice::Voice* voice = nullptr);
    ~Rehearsal();

    // A finger on the middle of the widget, after the page has settled; two times where the first is only heard. False
    // when there is none that can be tapped.
    bool tap(std::string_view name);
    bool tap_id(std::string_view id);
    bool tap_at(ui::Point point);
    void touch(ui::Point point); // once, and lifted
    void describe() { m_stage->describe(); }
    bool tap_at_once(std::string_view id);             // without waiting: the second half of a double tap
    void stroke(const std::vector<ui::Point>& points); // a finger down at the first, lifted at the last
    bool keys(std::string_view digits);                // on the keypad
    void type(std::string_view text);                  // on a keyboard
    void press(platform::Key key, bool repeat = false);
    void pass(core::Milliseconds time); // everything due on the way happens
    void tell(model::Action action) { m_stage->tell(std::move(action)); }

    const ui::Tree& tree() const { return m_stage->tree(); }
    const model::State& state() const { return m_stage->state(); }
    practice::EffectRunner& runner() { return *m_runner; }
    bool shows(std::string_view screen) const { return tree().screen.starts_with(screen); }
    bool says(std::string_view words) const { return tree().says(words); }
    Image picture();
    std::size_t taps() const { return m_taps; } // so far, without the keys of keyboard and keypad
    // Called for each effect before it is run; may stand in for the world (a disk that fails).
    std::function<std::optional<std::vector<model::Action>>(const model::Effect&)> instead;

private:
    Rehearsal(std::unique_ptr<practice::EffectRunner> runner, ManualClock& clock);
    ui::Tree describe(const model::State& state, const ui::View& view);
    void settle();
    void hear(ui::Point point); // what a touch there only says before another does it
    ManualClock& m_clock;
    std::unique_ptr<practice::EffectRunner> m_runner;
    practice::PanelSize m_panel;
    std::map<int, Offscreen> m_sheets; // by text size
    platform::Pictures m_pictures;
    bool m_has_pictures = false;
    std::size_t m_taps = 0;
    Offscreen* m_last = nullptr; // what described the page that is shown, and how it was to look
    ui::View m_view;
    std::unique_ptr<platform::Stage> m_stage;
};

}
