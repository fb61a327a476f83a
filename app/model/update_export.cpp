#include "model/therapist_turns.hpp"
#include <algorithm>

namespace model {
namespace {

// Long enough that trying them all takes longer than anybody has; the archive leaves the kiosk.
constexpr std::size_t least_archive_letters = 12;
constexpr std::chrono::seconds between_looks_for_sticks{2};

void find_sticks(screen::ExportChart& screen, Turn& turn) {
    screen.look_again_at = turn.now.steady + between_looks_for_sticks;
    turn.order(effect::FindSticks{});
}

void keep_sticks(screen::ExportChart& screen, const std::vector<ExportPlace>& found) {
    screen.sticks = found;
    if (screen.to.empty() || screen.working || std::ranges::find(found, screen.to, &ExportPlace::folder) != found.end())
        return;
    screen.to.clear();
    if (screen.written_to.empty()) screen.problem = core::saying("export.stick-gone", "The stick is no longer here.");
}

void order_export(screen::ExportChart& screen, Turn& turn) {
    if (screen.from.visit >= screen.from.file.visits.size()) return;
    const bool joint = is_joint(screen.kind);
    screen.working = true;
    screen.typing = false;
    screen.done = screen.of = 0;
    screen.problem = {};
    screen.written_to.clear();
    turn.order(effect::WriteChart{.sitting = screen.from.file.visits[screen.from.visit].sitting,
                                  .kind = screen.kind,
                                  .whose = joint ? std::nullopt : screen.whose,
                                  .with_private = !joint && screen.whose && screen.with_private,
                                  .to = screen.to,
                                  .archive = screen.archive.typed,
                                  .language = turn.state.look.language});
    screen.archive = {};
}

void type_archive(screen::ExportChart& screen, const Action& action, Turn& turn) {
    if (!type_secret(screen.archive, action, turn.now, 0)) return;
    if (screen.archive.typed.length() < least_archive_letters)
        screen.problem = core::saying("export.too-short", "Please use 12 letters or more.");
    else
        order_export(screen, turn);
}

core::Saying trouble_words(const screen::ExportChart& screen, const core::Error& error) {
    if (error.code == core::ErrorCode::disk_full)
        return core::saying("export.full", "There is no room left there. Nothing was written.");
    if (error.code == core::ErrorCode::io && !screen.to.empty())
        return core::saying("export.stick-pulled", "The stick could not be written to. Nothing was written.");
    return words_for(error);
}

void go_on(screen::ExportChart& screen, const Action& action, Turn& turn) {
    if (const auto* part = is<action::ChartGoesOn>(action)) {
        screen.done = part->done;
        screen.of = part->of;
    }
    if (const auto* written = is<action::ChartWritten>(action)) {
        screen.working = screen.with_private = false; // private answers are chosen each time
        screen.written_to = written->path;
    }
    if (const auto* trouble = is<action::TherapistFailed>(action)) {
        screen.working = false;
        screen.problem = trouble_words(screen, trouble->error);
    }
    if (!screen.working) return;
    if (is<action::TimePassed>(action) != nullptr && screen.of > 0) turn.order(effect::GoOnWriting{});
    if (is<action::BackTapped>(action) == nullptr) return;
    turn.order(effect::StopWriting{});
    screen.working = false;
    screen.problem = core::saying("export.stopped", "Stopped. Nothing was written.");
}

void choose(screen::ExportChart& screen, const Action& action) {
    const auto before = std::tuple(screen.kind, screen.whose, screen.with_private, screen.to);
    if (const auto* chosen = is<action::ExportKindChosen>(action)) screen.kind = chosen->kind;
    if (const auto* chosen = is<action::ExportWhoseChosen>(action)) {
        screen.whose = chosen->whose;
        screen.with_private = false;
    }
    if (is<action::ExportPrivateToggled>(action) != nullptr) screen.with_private = screen.whose && !screen.with_private;
    if (const auto* chosen = is<action::ExportPlaceChosen>(action)) screen.to = chosen->folder;
    if (before == std::tuple(screen.kind, screen.whose, screen.with_private, screen.to)) return;
    screen.written_to.clear();
    screen.problem = {};
}

}

screen::ExportChart export_of(screen::Case from, Turn& turn) {
    screen::ExportChart screen{.from = std::move(from), .to = {}, .written_to = {}, .problem = {}};
    find_sticks(screen, turn);
    return screen;
}

Screen on(screen::ExportChart screen, const Action& action, Turn& turn) {
    if (locks(action)) return lock(turn);
    const bool was_working = screen.working;
    go_on(screen, action, turn);
    if (const auto* found = is<action::SticksFound>(action)) keep_sticks(screen, found->sticks);
    if (screen.working || was_working) return screen;
    if (is<action::TimePassed>(action) != nullptr && turn.now.steady >= screen.look_again_at) find_sticks(screen, turn);
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) {
        if (!screen.typing) return std::move(screen.from);
        screen.typing = false;
        screen.archive = {};
        screen.problem = {};
        return screen;
    }
    if (screen.typing) {
        type_archive(screen, action, turn);
        return screen;
    }
    if (const auto* turned = is<action::PageTurned>(action))
        screen.page = turned->by > 0 ? screen.page + 1 : screen.page - (screen.page > 0 ? 1 : 0);
    choose(screen, action);
    if (is<action::Confirmed>(action) != nullptr) {
        if (screen.kind == ExportKind::archive)
            screen.typing = true;
        else
            order_export(screen, turn);
    }
    return screen;
}

}
