#include "walk/kiosk.hpp"
#include "support/languages.hpp"
#include "support/test_cost.hpp"
#include "walk/failure.hpp"

namespace walk {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr core::Milliseconds finger_down{60};
// A clock that is due again and again, and never rests.
constexpr int most_wakings = 2000;

rehearsal::Offscreen& sheet_of(practice::PanelSize panel, int percent) {
    static std::map<std::tuple<int, int, int>, rehearsal::Offscreen> sheets;
    const std::tuple key{panel.width, panel.height, percent};
    auto found = sheets.find(key);
    if (found == sheets.end()) {
        auto made = rehearsal::Offscreen::create(panel.width, panel.height, percent);
        if (!made) throw std::runtime_error("no letters: " + made.error().detail);
        found = sheets.emplace(key, std::move(*made)).first;
    }
    return found->second;
}

std::shared_ptr<const model::Practice> the_practice() {
    static const auto practice = std::make_shared<const model::Practice>(
        model::Practice{.name = "Rivergate Counseling",
                        .help_lines = {{"988 Lifeline", "Call or text 988", "Any hour, free"},
                                       {"The Hotline", "1-800-799-7233", "For whoever is afraid at home"}}});
    return practice;
}

const std::vector<model::Locale>& locales_of(const std::shared_ptr<const model::Content>& content) {
    static std::map<std::shared_ptr<const model::Content>, std::vector<model::Locale>> made;
    auto& locales = made[content];
    if (locales.empty()) locales = support::locales(content, the_practice());
    return locales;
}

}

practice::World world_in(const fs::path& folder, const Setting& setting, std::function<core::Now()> now) {
    return {.content = setting.content,
            .practice = the_practice(),
            .locales = locales_of(setting.content),
            .now = std::move(now),
            .screen_check = {},
            .export_folder = folder / "charts",
            .usb_drives =
                [folder] {
                    return std::vector<model::ExportPlace>{{"STICK", (folder / "stick").string()}};
                },
            .code_cost = support::test_cost(),
            .boot = setting.boot,
            .passphrase_cost = support::test_cost(),
            .data_folder = folder};
}

practice::PracticeData open_in(const fs::path& folder) {
    auto data = practice::open_practice(folder);
    if (!data) throw Failure("opened", "the practice does not open: " + data.error().detail);
    return std::move(*data);
}

void copy_as_killed(const fs::path& from, const fs::path& to) {
    fs::create_directory(to);
    fs::create_directory(to / "stick");
    for (const auto& each : fs::directory_iterator(from)) {
        const auto name = each.path().filename().string();
        if (!each.is_regular_file() || name == "reserve" || name.ends_with("-shm")) continue;
        fs::copy_file(each.path(), to / name);
    }
}

Kiosk::Kiosk(const fs::path& folder, Setting setting, rehearsal::ManualClock& clock, Witness& witness)
    : m_clock(clock), m_witness(witness), m_setting(std::move(setting)) {
    const auto now = [this] { return m_clock.now(); };
    m_runner = std::make_unique<practice::EffectRunner>(open_in(folder), world_in(folder, m_setting, now));
    model::State state;
    state.content = m_setting.content;
    state.practice = the_practice();
    state.locales = locales_of(m_setting.content);
    state.appearance = state.usual_appearance = m_setting.appearance;
    model::speak_as_chosen(state);
    state.touched_at = now().steady;
    state.shown_at = now().steady - 1s;
    platform::StageCallbacks callbacks;
    callbacks.now = now;
    callbacks.describe = [this](const model::State& shown, const ui::View& view) {
        return sheet_of(m_setting.panel, shown.appearance.text_percent).describe(shown, view);
    };
    callbacks.run = [this](const model::Effect& effect) {
        m_witness.ordered(effect);
        auto answers = m_runner->run(effect);
        m_witness.answered(effect, answers);
        return answers;
    };
    callbacks.before_long_effect = callbacks.after_effect = [] {};
    const auto size = sheet_of(m_setting.panel, state.appearance.text_percent).size();
    m_stage = std::make_unique<platform::Stage>(std::move(state), size, std::move(callbacks));
}

void Kiosk::give(std::variant<platform::input::Press, platform::input::Slide, platform::input::Release,
                              platform::input::Typed, platform::input::KeyDown>
                     what) {
    std::visit([this](auto& one) { m_stage->take({m_clock.now().steady, std::move(one)}); }, what);
}

void Kiosk::tap_at(ui::Point point) {
    give(platform::input::Press{point});
    m_clock.pass(finger_down);
    m_stage->pass_time();
    give(platform::input::Release{point});
}

void Kiosk::stroke(ui::Rect box) {
    const auto at = [&](float x, float y) { return ui::Point{box.x + x * box.w, box.y + y * box.h}; };
    give(platform::input::Press{at(0.2F, 0.3F)});
    for (const auto& point : {at(0.3F, 0.6F), at(0.5F, 0.2F), at(0.8F, 0.7F)}) {
        m_clock.pass(8ms);
        m_stage->pass_time();
        give(platform::input::Slide{point});
    }
    give(platform::input::Release{at(0.8F, 0.7F)});
}

void Kiosk::type(const std::string& utf8) {
    give(platform::input::Typed{utf8});
    m_clock.pass(20ms);
    m_stage->pass_time();
}

void Kiosk::press(platform::Key key, bool repeat) {
    give(platform::input::KeyDown{key, repeat});
}

void Kiosk::settle() {
    // It may go on by itself meanwhile, and the next page has to settle too.
    do
        pass(std::max(model::settle_time, model::settled_at(state()) - m_clock.now().steady));
    while (!settled());
}

void Kiosk::pass(core::Milliseconds time) {
    const auto until = m_clock.now().steady + time;
    for (int wakings = 0;; ++wakings) {
        if (wakings > most_wakings) throw Failure("restless", "the kiosk wakes again and again");
        const auto due = m_stage->deadline();
        if (!due || *due > until) break;
        if (*due > m_clock.now().steady) m_clock.pass(*due - m_clock.now().steady);
        m_stage->pass_time();
        if (m_stage->deadline() == due) break;
    }
    if (until > m_clock.now().steady) m_clock.pass(until - m_clock.now().steady);
    m_stage->pass_time();
}

void Kiosk::sleep_for(std::chrono::hours time) {
    m_clock.pass(time);
    m_stage->pass_time();
}

void Kiosk::turn_panel(practice::PanelSize panel) {
    m_setting.panel = panel;
    m_stage->resize(sheet_of(panel, state().appearance.text_percent).size());
}

}
