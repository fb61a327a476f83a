#include "model/case/whose_file.hpp"
#include "model/visit/therapist_context.hpp"
#include <algorithm>

namespace model {
namespace {

// Long enough that trying them all takes longer than anybody has; the archive leaves the kiosk.
constexpr std::size_t least_archive_letters = 12;
constexpr std::chrono::seconds between_stick_searches{2};

void find_usb_drives(screen::Export& screen, UpdateContext& context) {
    screen.sticks_due_at = context.now.steady + between_stick_searches;
    context.order(effect::FindUsbDrives{});
}

void keep_sticks(screen::Export& screen, const std::vector<ExportPlace>& found) {
    screen.usb_drives = found;
    if (screen.to.empty() || screen.working || std::ranges::find(found, screen.to, &ExportPlace::folder) != found.end())
        return;
    screen.to.clear();
    if (screen.written_to.empty()) screen.problem = core::message("export.stick-gone", "The stick is no longer here.");
}

void order_export(screen::Export& screen, UpdateContext& context) {
    if (screen.from.visit >= screen.from.file.visits.size()) return;
    const bool joint = facts_of(screen.format).is_joint;
    screen.working = true;
    screen.typing = false;
    screen.done = screen.of = 0;
    screen.problem = {};
    screen.written_to.clear();
    context.order(effect::WriteExport{.sitting = screen.from.file.visits[screen.from.visit].sitting,
                                      .format = screen.format,
                                      .whose = joint ? std::nullopt : screen.whose,
                                      .with_private = !joint && screen.whose && screen.with_private,
                                      .with_notes = screen.with_notes && notes_to_export(screen) > 0,
                                      .to = screen.to,
                                      .archive = screen.archive.typed,
                                      .language = context.state.appearance.language});
    screen.archive = {};
}

void type_archive(screen::Export& screen, Known<screen::Export> action, UpdateContext& context) {
    if (!type_secret(screen.archive, action, context.now)) return;
    if (screen.archive.typed.length() < least_archive_letters)
        screen.problem = core::message("export.too-short", "Please use 12 letters or more.");
    else
        order_export(screen, context);
}

core::Message trouble_words(const screen::Export& screen, const core::Error& error) {
    if (error.code == core::ErrorCode::disk_full)
        return core::message("export.full", "There is no room left there. Nothing was written.");
    if (error.code == core::ErrorCode::io && !screen.to.empty())
        return core::message("export.stick-pulled", "The stick could not be written to. Nothing was written.");
    return words_for(error);
}

void go_on(screen::Export& screen, Known<screen::Export> action, UpdateContext& context) {
    if (const auto* part = is<action::ExportGoesOn>(action)) {
        screen.done = part->done;
        screen.of = part->of;
    }
    if (const auto* written = is<action::ExportWritten>(action)) {
        screen.working = screen.with_private = screen.with_notes = false; // chosen each time
        screen.written_to = written->path;
        screen.incomplete = written->incomplete;
    }
    if (const auto* trouble = is<action::TherapistFailed>(action)) {
        screen.working = false;
        screen.problem = trouble_words(screen, trouble->error);
    }
    if (!screen.working) return;
    if (is<action::TimePassed>(action) != nullptr && screen.of > 0) context.order(effect::GoOnWriting{});
    if (is<action::BackTapped>(action) == nullptr) return;
    context.order(effect::StopWriting{});
    screen.working = false;
    screen.problem = core::message("export.stopped", "Stopped. Nothing was written.");
}

void choose(screen::Export& screen, Known<screen::Export> action) {
    const auto chosen_now = [&] {
        return std::tuple(screen.format, screen.whose, screen.with_private, screen.with_notes, screen.to);
    };
    const auto before = chosen_now();
    if (const auto* chosen = is<action::ExportFormatChosen>(action)) screen.format = chosen->format;
    if (const auto* chosen = is<action::ExportWhoseChosen>(action)) {
        screen.whose = chosen->whose;
        screen.with_private = false;
    }
    if (is<action::ExportPrivateToggled>(action) != nullptr) screen.with_private = screen.whose && !screen.with_private;
    if (const auto* chosen = is<action::ExportPlaceChosen>(action)) screen.to = chosen->folder;
    if (is<action::ExportNotesToggled>(action) != nullptr) screen.with_notes = !screen.with_notes;
    if (notes_to_export(screen) == 0) screen.with_notes = false;
    if (before == chosen_now()) return;
    screen.written_to.clear();
    screen.problem = {};
}

}

std::size_t screen::notes_to_export(const screen::Export& screen) {
    const auto& file = screen.from.file;
    if (screen.from.visit >= file.visits.size()) return 0;
    const bool one = facts_of(screen.format).is_of_one_visit;
    const auto only = one ? std::optional(file.visits[screen.from.visit].sitting) : std::nullopt;
    return notes_for_file(file, only, screen.format, screen.whose).size();
}

screen::Export export_of(screen::Case from, UpdateContext& context) {
    screen::Export screen{.from = std::move(from), .to = {}, .written_to = {}, .problem = {}};
    find_usb_drives(screen, context);
    return screen;
}

Screen on(screen::Export screen, Known<screen::Export> action, UpdateContext& context) {
    if (locks(action)) return lock(context);
    const bool was_working = screen.working;
    go_on(screen, action, context);
    if (const auto* found = is<action::UsbDrivesFound>(action)) keep_sticks(screen, found->usb_drives);
    if (screen.working || was_working) return screen;
    if (is<action::TimePassed>(action) != nullptr && context.now.steady >= screen.sticks_due_at)
        find_usb_drives(screen, context);
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) {
        if (!screen.typing) return std::move(screen.from);
        screen.typing = false;
        screen.archive = {};
        screen.problem = {};
        return screen;
    }
    if (screen.typing) {
        type_archive(screen, action, context);
        return screen;
    }
    go_to_page(screen.page, action);
    choose(screen, action);
    if (is<action::Confirmed>(action) != nullptr) {
        if (screen.format == ExportFormat::archive)
            screen.typing = true;
        else
            order_export(screen, context);
    }
    return screen;
}

}
