// Where the time of a start goes: the steps of run_kiosk one after another in this process.
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include "platform/canvas.hpp"
#include "ui/kit/theme.hpp"
#include <fmt/format.h>
#include <future>

namespace bench {

core::Done steps(const Options& options) {
    std::string course;
    auto last = Clock::now();
    double sum = 0;
    const auto step = [&](std::string_view name) {
        const double taken = milliseconds(Clock::now() - last);
        sum += taken;
        course += fmt::format("{}{} {:.1f}", course.empty() ? "" : ", ", name, taken);
        last = Clock::now();
    };
    const auto content = shipped_content();
    if (!content) return core::pass(content.error());
    step("content");
    KioskPlan plan{.practice = *world_of(*content).practice,
                   .content = *content,
                   .assets = std::filesystem::path(SAMESIDE_SOURCE_DIR) / "assets",
                   .data_folder = options.data,
                   .export_folder = options.data / "charts"};
    auto kiosk = open_kiosk(plan, platform::clock_now, {});
    if (!kiosk) return core::pass(kiosk.error());
    step("first state");
    // As run_kiosk does: the letters are found and drawn beside the window.
    double drawn = 0;
    ui::FontFiles fonts;
    std::future<core::Result<platform::FontAtlas>> letters;
    platform::WindowSpec spec{.full_screen = false};
    spec.panel_expected = [&](int width, int height) {
        letters = std::async(std::launch::async, [&, width, height]() -> core::Result<platform::FontAtlas> {
            const auto began = Clock::now();
            auto files = ui::find_fonts();
            if (!files) return core::pass(files.error());
            fonts = *files;
            auto made = platform::FontAtlas::draw(fonts, width, height, 100);
            drawn = milliseconds(Clock::now() - began);
            return made;
        });
    };
    auto window = platform::Window::open(spec);
    if (!window) return core::pass(window.error());
    step("window with OpenGL");
    auto ready = letters.get();
    if (!ready) return core::pass(ready.error());
    step(fmt::format("left of {:.1f} for the letters", drawn));
    auto canvas = platform::Canvas::open(*window, fonts, platform::Pictures({plan.assets}), *std::move(ready));
    if (!canvas) return core::pass(canvas.error());
    step("letters to OpenGL");
    const auto tree = canvas->describe(kiosk->state, {canvas->fitted().size, platform::clock_now(), {}, {}, false});
    step("describing");
    canvas->render(*window, ui::colors(kiosk->state.appearance.theme).bg);
    step("rendering");
    window->present();
    step("presenting");
    if (const auto begun = kiosk->begin(); !begun) return core::pass(begun.error());
    step("key and database");
    print({"steps of a start, after the program is loaded",
           fmt::format("{:.0f} ms", sum),
           "",
           {},
           fmt::format("once, in ms: {}; {} widgets", course, tree.widgets.size())});
    return {};
}

}
