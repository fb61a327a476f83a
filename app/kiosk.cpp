#include "kiosk.hpp"
#include "audit.hpp"
#include "platform/loop.hpp"
#include "sticks.hpp"
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <future>

namespace {

// Enough to tell one state of the settings from another.
std::string mark_of(const vault::Device& device, std::string_view settings) {
    const auto hash = device.index_of("settings", settings);
    return fmt::format("{:02x}", fmt::join(hash.begin(), hash.begin() + 8, ""));
}

}

core::Result<OpenKiosk> open_kiosk(const KioskPlan& plan, std::function<core::Now()> now,
                                   std::function<model::SelfCheck()> screen_check) {
    auto practice = std::make_shared<const model::Practice>(plan.practice);
    World world{.content = plan.content,
                .practice = practice,
                .tongues = plan.tongues,
                .now = std::move(now),
                .screen_check = std::move(screen_check),
                .export_folder = plan.export_folder,
                .sticks = find_sticks,
                .code_cost = plan.code_cost};
    OpenKiosk kiosk;
    kiosk.state.content = plan.content;
    kiosk.state.practice = practice;
    kiosk.state.tongues = plan.tongues;
    kiosk.state.look = kiosk.state.usual_look = plan.look;
    model::speak_as_chosen(kiosk.state);
    const auto started = world.now().steady;
    kiosk.state.touched_at = started;
    kiosk.state.shown_at = started - std::chrono::seconds(1); // no fade before the first frame
    if (plan.demo) {
        auto demo = open_demo(plan.data_folder, world);
        if (!demo) return core::pass(demo.error());
        kiosk.state.demo = demo->codes;
        kiosk.runner = std::make_unique<EffectRunner>(std::move(demo->data), std::move(world));
        return kiosk;
    }
    auto data = open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    // A disk that is full must not keep the kiosk from starting: it says so on its board.
    (void)audit::note(*data, world.now().wall, "kiosk", "started", "settings:" + mark_of(data->device, plan.settings));
    kiosk.runner = std::make_unique<EffectRunner>(std::move(*data), std::move(world));
    return kiosk;
}

namespace {

// What is typed and not yet on disk when the kiosk is told to stop: the same way as Hide.
void keep_unsaved(model::State state, EffectRunner& runner) {
    auto step = model::update(std::move(state), model::action::HideTapped{}, platform::clock_now());
    for (const auto& effect : step.effects)
        runner.run(effect);
}

struct Type {
    ui::FontFiles files;
    platform::Letters letters;
};

core::Result<Type> draw_letters(int panel_width, int panel_height) {
    auto files = ui::find_fonts();
    if (!files) return core::pass(files.error());
    auto letters = platform::Letters::draw(*files, panel_width, panel_height, 100);
    if (!letters) return core::pass(letters.error());
    return Type{*std::move(files), *std::move(letters)};
}

}

core::Done run_kiosk(const KioskPlan& plan, std::function<void(const ui::Tree&)> shown) {
    auto kiosk = open_kiosk(plan, platform::clock_now, {});
    if (!kiosk) return core::pass(kiosk.error());
    platform::WindowSpec spec;
    spec.full_screen = !plan.window.has_value();
    if (plan.window) {
        spec.width = plan.window->width;
        spec.height = plan.window->height;
    }
    // Drawing the letters takes as long as opening the window.
    std::future<core::Result<Type>> drawing;
    spec.panel_expected = [&](int width, int height) {
        drawing = std::async(std::launch::async, draw_letters, width, height);
    };
    auto window = platform::Window::open(spec);
    if (!window) return core::pass(window.error());
    auto type = drawing.valid() ? drawing.get() : draw_letters(window->panel_width(), window->panel_height());
    if (!type) return core::pass(type.error());
    auto canvas = platform::Canvas::open(*window, std::move(type->files),
                                         platform::Pictures(platform::asset_folders(plan.assets, plan.assets)),
                                         std::move(type->letters));
    if (!canvas) return core::pass(canvas.error());
    platform::LoopHands hands;
    hands.run = [&](const model::Effect& effect) { return kiosk->runner->run(effect); };
    hands.shown = std::move(shown);
    auto last = platform::run(*window, *canvas, std::move(kiosk->state), std::move(hands));
    if (!last) return core::pass(last.error());
    keep_unsaved(std::move(*last), *kiosk->runner);
    return {};
}
