#include "kiosk.hpp"
#include "platform/espeak.hpp"
#include "platform/headset.hpp"
#include "platform/loop.hpp"
#include "platform/signals.hpp"
#include "ui/kit/font_check.hpp"
#include <future>
#include <malloc.h>

namespace {

// What is typed and not yet on disk when the kiosk is told to stop: the same way as Hide, and as Lock.
core::Done keep_unsaved(model::State state, practice::EffectRunner& runner) {
    for (const model::Action& leaving :
         {model::Action(model::action::HideTapped{}), model::Action(model::action::LockTapped{})}) {
        auto step = model::update(std::move(state), leaving, platform::clock_now());
        for (const auto& effect : step.effects)
            runner.run(effect);
        state = std::move(step.state);
    }
    if (!runner.has_unsaved()) return {};
    return core::fail(core::ErrorCode::io, "the disk took no more: what was written last is lost with this program");
}

struct Type {
    ui::FontFiles files;
    platform::FontAtlas letters;
};

core::Result<Type> draw_letters(int panel_width, int panel_height) {
    auto files = ui::find_fonts();
    if (!files) return core::pass(files.error());
    auto letters = platform::FontAtlas::draw(*files, panel_width, panel_height, 100);
    if (!letters) return core::pass(letters.error());
    return Type{*std::move(files), *std::move(letters)};
}

core::Result<platform::Canvas> open_canvas(core::Result<platform::Window>& window,
                                           std::future<core::Result<Type>> drawing,
                                           const std::filesystem::path& assets) {
    if (!window) return core::pass(window.error());
    auto type = drawing.valid() ? drawing.get() : draw_letters(window->panel_width(), window->panel_height());
    if (!type) return core::pass(type.error());
    return platform::Canvas::open(*window, std::move(type->files),
                                  platform::Pictures(platform::asset_folders(assets, assets)),
                                  std::move(type->letters));
}

// What reads aloud, and whether it is heard by one alone. Begins when the window is there: its threads wake it.
class Sound {
public:
    explicit Sound(platform::Window& window)
        : m_voice([&window] { window.wake(); }), m_headset(platform::watch_headset([&window] { window.wake(); })) {}

    voice::Voice& voice() { return m_voice; }
    std::vector<model::Action> news() {
        std::vector<model::Action> facts;
        if (const auto can = m_voice.can_speak(); can != m_can_speak) {
            m_can_speak = can;
            facts.push_back(model::action::VoiceFound{can.value_or(false)});
        }
        const auto plugged = m_voice.in_headset() ? std::optional(true) : m_headset->plugged();
        if (plugged != m_plugged) {
            m_plugged = plugged;
            facts.push_back(model::action::HeadsetChanged{plugged});
        }
        return facts;
    }

private:
    platform::EspeakVoice m_voice;
    std::unique_ptr<platform::Headset> m_headset;
    std::optional<bool> m_can_speak, m_plugged;
};

}

core::Done run_kiosk(const practice::KioskPlan& plan, const practice::Opener& open,
                     std::function<void(const ui::Tree&)> shown) {
    auto supervisor = platform::Supervisor::of_environment();
    platform::hold_stops();
    // Reading the content, opening the window and drawing the letters take about as long as each other.
    auto opening = std::async(std::launch::async, [&] { return open(plan, platform::clock_now, ui::check_fonts); });
    platform::WindowSpec spec;
    spec.full_screen = !plan.window.has_value();
    spec.keys = plan.keys;
    if (plan.window) {
        spec.width = plan.window->width;
        spec.height = plan.window->height;
    }
    std::future<core::Result<Type>> drawing;
    spec.panel_expected = [&](int width, int height) {
        drawing = std::async(std::launch::async, draw_letters, width, height);
    };
    auto window = platform::Window::open(spec);
    auto canvas = open_canvas(window, std::move(drawing), plan.assets);
    auto kiosk = opening.get();
    if (!kiosk) return core::pass(kiosk.error());
    if (!canvas) { // a practice that is not there comes before a screen that is not
        const auto begun = kiosk->begin();
        return core::pass(begun ? canvas.error() : begun.error());
    }
    // The first picture waits for nothing of the practice: it comes as soon after years of visits as on the first day.
    auto beginning = std::async(std::launch::async, kiosk->begin);
    platform::LoopCallbacks callbacks;
    std::unique_ptr<practice::EffectRunner> runner;
    callbacks.begin = [&]() -> core::Done {
        auto begun = beginning.get();
        if (!begun) return core::pass(begun.error());
        runner = std::move(*begun);
        return {};
    };
    callbacks.run = [&](const model::Effect& effect) { return runner->run(effect); };
    callbacks.shown = [&shown, on_welcome = false](const ui::Tree& tree) mutable {
        // What starting took, and the couple before: the machine has it back while nobody is here.
        const bool was = std::exchange(on_welcome, tree.screen == "welcome");
        if (on_welcome && !was) malloc_trim(0);
        if (shown) shown(tree);
    };
    Sound sound(*window);
    callbacks.voice = &sound.voice();
    callbacks.supervisor = &supervisor;
    callbacks.news = [&sound] { return sound.news(); };
    auto last = platform::run(*window, *canvas, std::move(kiosk->state), std::move(callbacks));
    if (!last) return core::pass(last.error());
    return keep_unsaved(std::move(*last), *runner);
}
