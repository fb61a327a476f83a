#include "bench/in_window.hpp"
#include "bench/practice.hpp"
#include "kiosk.hpp"
#include <GL/gl.h>
#include <thread>

namespace bench {

Drawn in_window(const Options& options, model::AdvanceBy advance, int sittings, const Script& script) {
    const auto content = shipped_content();
    if (!content) return {{}, core::pass(content.error())};
    std::vector<model::BoardRow> rows;
    {
        auto data = open_practice(options.data);
        if (!data) return {{}, core::pass(data.error())};
        EffectRunner runner(std::move(*data), world_of(*content));
        auto booked = book(runner, **content, sittings);
        if (!booked) return {{}, core::pass(booked.error())};
        rows = std::move(*booked);
    }
    const std::filesystem::path source(SAMESIDE_SOURCE_DIR);
    KioskPlan plan{.practice = *world_of(*content).practice,
                   .content = *content,
                   .assets = source / "assets",
                   .data_folder = options.data,
                   .export_folder = options.data / "charts"};
    plan.practice.advance = advance;
    plan.window = PanelSize{};
    Panel panel;
    Visitor visitor(panel, **content, advance);
    Drawn drawn;
    std::thread beside;
    const auto ran = run_kiosk(plan, practice::open_kiosk, [&](const ui::Tree& tree) {
        panel.shown(tree);
        if (beside.joinable()) return;
        drawn.by = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
        beside = std::thread([&] {
            drawn.done = script(panel, visitor, rows);
            close_window();
        });
    });
    if (beside.joinable()) beside.join();
    if (drawn.done && !ran) drawn.done = core::pass(ran.error());
    return drawn;
}

}
