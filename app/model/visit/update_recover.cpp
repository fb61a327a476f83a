// A forgotten passphrase: the kit's words, a new passphrase twice, the place of the new kit. Nothing is changed before
// the new kit is written, and until then every step can be left.
#include "model/visit/therapist_context.hpp"
#include <algorithm>

namespace model {
namespace {

using Stage = screen::Recover::Step;

constexpr std::chrono::seconds between_searches{2};

void look_for_places(screen::Recover& screen, UpdateContext& context) {
    screen.places_due_at = context.now.steady + between_searches;
    context.order(effect::FindUsbDrives{});
}

void go_to(screen::Recover& screen, Stage step) {
    screen.step = step;
    screen.entry = {};
    screen.entry.shown = step == Stage::words; // they are read from a page, and are many
    screen.page = 0;
    screen.problem = {};
}

void take(screen::Recover& screen, UpdateContext& context) {
    screen.problem = {};
    switch (screen.step) {
    case Stage::words:
        screen.entry.working = true;
        return context.order(effect::TryKit{screen.entry.typed});
    case Stage::passphrase:
        screen.entry.working = true;
        return context.order(effect::TryPassphrase{screen.entry.typed});
    case Stage::again:
        if (screen.entry.typed == screen.passphrase) {
            go_to(screen, Stage::place);
            return look_for_places(screen, context);
        }
        go_to(screen, Stage::passphrase);
        screen.passphrase.clear();
        screen.problem = core::message("recover.not-same", "These two were not the same. Please type it anew.");
        return;
    case Stage::place:
    case Stage::done:
        return;
    }
}

void taken(screen::Recover& screen) {
    if (screen.step == Stage::words) return go_to(screen, Stage::passphrase);
    if (screen.step != Stage::passphrase) return;
    auto typed = std::move(screen.entry.typed);
    go_to(screen, Stage::again);
    screen.passphrase = std::move(typed);
}

void keep_places(screen::Recover& screen, const std::vector<ExportPlace>& found) {
    screen.places = found;
    if (screen.to.empty() || screen.working || std::ranges::find(found, screen.to, &ExportPlace::folder) != found.end())
        return;
    screen.to.clear();
    screen.problem = core::message("export.stick-gone", "The stick is no longer here.");
}

void choose_place(screen::Recover& screen, Known<screen::Recover> action, UpdateContext& context) {
    if (const auto* found = is<action::UsbDrivesFound>(action)) keep_places(screen, found->usb_drives);
    if (is<action::TimePassed>(action) != nullptr && context.now.steady >= screen.places_due_at)
        look_for_places(screen, context);
    go_to_page(screen.page, action);
    if (const auto* chosen = is<action::ExportPlaceChosen>(action)) {
        screen.to = chosen->folder;
        screen.problem = {};
    }
    if (is<action::Confirmed>(action) == nullptr) return;
    screen.working = true;
    screen.problem = {};
    context.order(
        effect::RecoverKeys{screen.therapist.id, screen.passphrase, screen.to, context.state.appearance.language});
}

void finish(screen::Recover& screen, const action::KeysRecovered& recovered) {
    go_to(screen, Stage::done);
    screen.passphrase.clear();
    screen.working = false;
    screen.written_to = recovered.path;
    screen.kit = recovered.kit;
    screen.parts = recovered.parts;
    screen.left = recovered.left;
}

}

screen::Recover recovery_of(screen::Unlock from) {
    screen::Recover screen{.therapist = std::move(from.therapist), .kit = std::move(from.kit)};
    go_to(screen, Stage::words);
    return screen;
}

Screen on(screen::Recover screen, Known<screen::Recover> action, UpdateContext& context) {
    if (const auto* recovered = is<action::KeysRecovered>(action)) finish(screen, *recovered);
    if (const auto* refused = is<action::KeysRefused>(action)) {
        screen.entry.working = screen.working = false;
        screen.problem = refused->why;
        return screen;
    }
    if (screen.working) return screen;
    if (leaves(action)) return lock(context);
    if (is<action::KeysTaken>(action) != nullptr && screen.entry.working) taken(screen);
    if (screen.step == Stage::place) {
        choose_place(screen, action, context);
        return screen;
    }
    if (screen.step == Stage::done) {
        go_to_page(screen.page, action);
        if (is<action::Confirmed>(action) != nullptr) return lock(context);
        return screen;
    }
    const auto before = screen.entry.typed.length();
    if (type_secret(screen.entry, action, context.now))
        take(screen, context);
    else if (screen.entry.typed.length() != before)
        screen.problem = {};
    return screen;
}

}
