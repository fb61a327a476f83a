#include "model/visit/therapist_context.hpp"

namespace model {
namespace {

void stop_counting(screen::Figures& screen, UpdateContext& context) {
    context.order(effect::StopGathering{});
    screen.working = false;
    screen.done = screen.of = 0;
    screen.problem = core::message("figures.stopped", "Stopped. Nothing was kept of what was counted.");
}

void begin_counting(screen::Figures& screen, UpdateContext& context) {
    screen.working = true;
    screen.done = screen.of = 0;
    screen.problem = {};
    context.order(effect::GatherFigures{screen.with_private});
}

void order_files(screen::Figures& screen, UpdateContext& context) {
    screen.problem = {};
    screen.written_to.clear();
    context.order(
        effect::WriteFigures{.figures = screen.figures, .to = {}, .language = context.state.appearance.language});
}

void hear_of_figures(screen::Figures& screen, Known<screen::Figures> action) {
    if (const auto* part = is<action::FiguresGoOn>(action); part != nullptr && screen.working) {
        screen.done = part->done;
        screen.of = part->of;
    }
    if (const auto* read = is<action::FiguresRead>(action); read != nullptr && screen.working) {
        screen.working = false;
        screen.figures = read->figures;
        screen.page = 0;
    }
    if (const auto* written = is<action::FiguresWritten>(action)) screen.written_to = written->path;
    if (const auto* trouble = is<action::TherapistFailed>(action)) {
        screen.working = false;
        screen.problem = words_for(trouble->error);
    }
}

}

Screen on(screen::Figures screen, Known<screen::Figures> action, UpdateContext& context) {
    if (locks(action)) return lock(context);
    hear_of_figures(screen, action);
    const bool leaves_it = is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr;
    if (screen.working) {
        if (leaves_it)
            stop_counting(screen, context);
        else if (is<action::TimePassed>(action) != nullptr)
            context.order(effect::GoOnGathering{});
        return screen;
    }
    if (leaves_it) {
        context.order(effect::ReadCaseload{});
        return caseload(std::move(screen.therapist), {}, context);
    }
    go_to_page(screen.page, action);
    if (is<action::FiguresPrivateToggled>(action) != nullptr && !screen.figures)
        screen.with_private = !screen.with_private;
    if (is<action::Confirmed>(action) != nullptr) {
        if (screen.figures)
            order_files(screen, context);
        else
            begin_counting(screen, context);
    }
    return screen;
}

}
