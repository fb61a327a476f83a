#include "model/visit/therapist_context.hpp"

namespace model {
namespace {

bool opens_alone(const TogetherCard& card) {
    return card.kind != CardKind::strength;
}

}

Screen choose_cards(screen::Case from, UpdateContext& context) {
    screen::ChooseCards choose{.from = std::move(from), .offered = {}, .picked = {}};
    choose.offered = together_of(context.content(), choose.from.file, choose.from.visit);
    choose.picked = usual_picks(choose.offered);
    return choose;
}

Screen on(screen::ChooseCards screen, Known<screen::ChooseCards> action, UpdateContext& context) {
    if (locks(action)) return lock(context);
    if (leaves(action)) return std::move(screen.from);
    go_to_page(screen.page, action);
    if (const auto* card = is<action::CardTapped>(action);
        card != nullptr && card->index < screen.offered.cards.size() && screen.picked.erase(card->index) == 0)
        screen.picked.insert(card->index);
    if (is<action::Confirmed>(action) != nullptr && !screen.picked.empty()) {
        context.order(effect::LockTherapist{.turned_to_couple = screen.from.file.visits[screen.from.visit].sitting});
        return screen::TogetherView{.therapist = std::move(screen.from.therapist),
                                    .from = screen.from.file.id,
                                    .visit = screen.from.visit,
                                    .together = with_only(screen.offered, screen.picked),
                                    .card = {},
                                    .tab = screen.from.tab};
    }
    return screen;
}

Screen on(screen::TogetherView screen, Known<screen::TogetherView> action, UpdateContext& context) {
    // A passphrase that was checked after its page had gone opens nothing here.
    if (is<action::Unlocked>(action) != nullptr) context.order(effect::LockTherapist{});
    go_to_page(screen.page, action);
    if (const auto* card = is<action::CardTapped>(action); card != nullptr && !screen.card &&
                                                           card->index < screen.together.cards.size() &&
                                                           opens_alone(screen.together.cards[card->index])) {
        screen.card = card->index;
        screen.page_behind = std::exchange(screen.page, 0);
    }
    if (leaves(action) && screen.card) {
        screen.card.reset();
        screen.page = screen.page_behind;
    }
    if (is<action::EndTapped>(action) != nullptr)
        return screen::EndTogether{.from = std::move(screen), .passphrase = {}, .problem = {}};
    return screen;
}

Screen on(screen::EndTogether screen, Known<screen::EndTogether> action, UpdateContext& context) {
    auto& entry = screen.passphrase;
    if (refused(entry, action)) return screen;
    if (is<action::Unlocked>(action) != nullptr) context.order(effect::OpenCase{screen.from.from});
    if (const auto* opened = is<action::CaseOpened>(action)) {
        screen::Case file{.therapist = std::move(screen.from.therapist), .file = opened->file, .tab = screen.from.tab};
        if (screen.from.visit < file.file.visits.size()) file.visit = screen.from.visit;
        return file;
    }
    if (const auto* trouble = is<action::TherapistFailed>(action)) {
        context.order(effect::LockTherapist{});
        entry.working = false;
        entry.typed.clear();
        screen.problem = words_for(trouble->error);
    }
    if (entry.working) return screen;
    if (leaves(action)) return std::move(screen.from);
    if (type_secret(entry, action, context.now)) {
        entry.working = true;
        screen.problem = {};
        context.order(effect::UnlockTherapist{screen.from.therapist, entry.typed});
    }
    return screen;
}

}
