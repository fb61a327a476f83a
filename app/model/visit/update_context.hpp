// Inside of update(): one function a screen. Each takes its screen by value and returns the screen that follows, which
// is the same one for a fact that means nothing there.
#pragma once
#include "model/visit/known_actions.hpp"
#include "model/visit/paging.hpp"
#include "model/visit/update.hpp"

namespace model {

struct UpdateContext {
    State& state; // all but the screen, which the function below holds
    Effects& effects;
    core::Now now;

    const Content& content() const { return *state.content; }
    const Content& content(const Sitting& sitting) const { return content_of(content(), sitting); } // what it asks
    void order(Effect effect) { effects.push_back(std::move(effect)); }
};

template<Fact A>
const A* is(const Action& action) {
    return action.as<A>();
}
template<Fact A, class List>
const A* is(const Among<List>& action) {
    return action.template as<A>();
}
// A tap on Back, Close or "Back to welcome".
inline bool leaves(Among<known::Leaving> action) {
    return is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr;
}

// The other's name is asked only while they did not give it themselves.
inline bool asks_other_name(const Seat& seat) {
    return !seat.sitting.own_names.of(other(seat.partner));
}

// Moving through the packet (session.cpp).
const Packet& packet_of(const UpdateContext& context, const Sitting& sitting);
const Module& module_at(const UpdateContext& context, const Session& session, std::size_t index);
std::size_t module_count(const UpdateContext& context, const Session& session);
const Answer* answer_to(const Session& session, const ItemRef& item);
void record_entry(Session& session, Entry entry);     // applies it and queues it for the disk
void flush(Session& session, UpdateContext& context); // sends what is queued, one effect at a time
bool saved(Session& session, const action::Saved& saved, UpdateContext& context); // true when all is on disk
bool failed(Session& session, const action::SaveFailed& failed);                  // true when it was this part's
void flush(JointSession& session, UpdateContext& context);
bool saved(JointSession& session, const action::Saved& saved, UpdateContext& context);
bool failed(JointSession& session, const action::SaveFailed& failed);
bool joint_ready(const Sitting& sitting);

// What somebody is spoken to in goes with their part, so that it is there again whenever they come back, also to a
// kiosk that was started anew. A language chosen on the way is what is wanted now.
void speak_as_before(const Session& session, State& state);
void note_language(State& state, UpdateContext& context);

// Where a session goes on: the question it was at, or the first module.
Screen go_on(Session session, UpdateContext& context);
Screen go_on_past_intro(Session session,
                        UpdateContext& context); // the first question in place of the first form's page
Screen ask(Session session, std::size_t module, std::size_t item, UpdateContext& context);
// The first item from `item` on that applies, or the number of items; the last before `item`, if any; the last of all.
std::size_t item_from(const UpdateContext& context, const Session& session, std::size_t module, std::size_t item);
std::optional<std::size_t> item_before(const UpdateContext& context, const Session& session, std::size_t module,
                                       std::size_t item);
std::size_t last_item(const UpdateContext& context, const Session& session, std::size_t module);
// After a question, or from one, whose answers are settled. From the review only what is new is asked before it.
Screen leave_question(screen::Question screen, screen::Leaving leaving, UpdateContext& context);
// The same, or what becomes of answers about somebody whose name was changed is asked before.
Screen leave(screen::Question screen, screen::Leaving leaving, UpdateContext& context);
Screen after_module(Session session, std::size_t module, UpdateContext& context);
void record_typing(screen::Question& screen, UpdateContext& context); // what is typed and not yet queued for the disk
void record_typing(screen::Joint& screen);
Screen cover(Screen from, UpdateContext& context); // Hide; what is typed goes to the disk on the way
Screen welcome(UpdateContext& context);            // keys forgotten, look and language back to the usual
// Who sits down (update_look.cpp): with the language and look that they had before, else the usual ones.
bool between_people(const Screen& screen); // a choice then belongs to whoever sits down next
void speak_with(Partner partner, State& state);
// Before language or look change on a screen between two people.
void choose_for_the_next(State& state);
bool handled_by_look(State& state, Among<known::Sheet> action); // opened, or standing over the screen

struct CodeLength {
    std::size_t digits = 0; // 0: not known, or no code
    // The last digit is the answer, but not for one who seeks it from key to key: it may be the wrong one.
    bool waits_for_ok = false;
};
// Typing into codes, PINs and passphrases. True when Done was tapped with something typed and nothing is in the way.
bool type_secret(SecretEntry& entry, Among<known::SecretKeys> action, core::Now now, CodeLength length = {});
bool refused(SecretEntry& entry, Among<known::SecretAnswers> action);
// Typing into a text; true when the text changed.
bool type_text(TextEdit& edit, Keyboard& keyboard, Among<known::TextKeys> action);

Screen on(screen::Welcome, Known<screen::Welcome>, UpdateContext&);
Screen on(screen::EntryCode, Known<screen::EntryCode>, UpdateContext&);
Screen on(screen::WhoIsHere, Known<screen::WhoIsHere>, UpdateContext&);
Screen on(screen::ReturnCode, Known<screen::ReturnCode>, UpdateContext&);
Screen on(screen::NotAsked, Known<screen::NotAsked>, UpdateContext&);
Screen on(screen::Names, Known<screen::Names>, UpdateContext&);
Screen on(screen::BeforeYouBegin, Known<screen::BeforeYouBegin>, UpdateContext&);
Screen on(screen::ChooseCode, Known<screen::ChooseCode>, UpdateContext&);
Screen on(screen::ModuleIntro, Known<screen::ModuleIntro>, UpdateContext&);
Screen on(screen::Rest, Known<screen::Rest>, UpdateContext&);
Screen on(screen::Question, Known<screen::Question>, UpdateContext&);
Screen on(screen::WrongTries, Known<screen::WrongTries>, UpdateContext&);
Screen on(screen::WithoutConsent, Known<screen::WithoutConsent>, UpdateContext&);
Screen on(screen::WhoseAnswers, Known<screen::WhoseAnswers>, UpdateContext&);
Screen on(screen::Release, Known<screen::Release>, UpdateContext&);
Screen on(screen::Review, Known<screen::Review>, UpdateContext&);
Screen on(screen::HandOver, Known<screen::HandOver>, UpdateContext&);
Screen on(screen::Cover, Known<screen::Cover>, UpdateContext&);
Screen on(screen::Joint, Known<screen::Joint>, UpdateContext&);
Screen on(screen::MissionAgreed, Known<screen::MissionAgreed>, UpdateContext&);
Screen on(screen::Thanks, Known<screen::Thanks>, UpdateContext&);
Screen on(screen::Articles, Known<screen::Articles>, UpdateContext&);
Screen on(screen::Reading, Known<screen::Reading>, UpdateContext&);
Screen on(screen::StaffDoor, Known<screen::StaffDoor>, UpdateContext&);
Screen on(screen::DeskPin, Known<screen::DeskPin>, UpdateContext&);
Screen on(screen::Desk, Known<screen::Desk>, UpdateContext&);
Screen on(screen::NewSitting, Known<screen::NewSitting>, UpdateContext&);
Screen on(screen::SittingCreated, Known<screen::SittingCreated>, UpdateContext&);
Screen on(screen::DayList, Known<screen::DayList>, UpdateContext&);
Screen on(screen::ConfirmPark, Known<screen::ConfirmPark>, UpdateContext&);
Screen on(screen::ConfirmCancel, Known<screen::ConfirmCancel>, UpdateContext&);
Screen on(screen::ConfirmClose, Known<screen::ConfirmClose>, UpdateContext&);
Screen on(screen::MoveSitting, Known<screen::MoveSitting>, UpdateContext&);
Screen on(screen::WhoAsked, Known<screen::WhoAsked>, UpdateContext&);
Screen on(screen::Ready, Known<screen::Ready>, UpdateContext&);
Screen on(screen::Unlock, Known<screen::Unlock>, UpdateContext&);
Screen on(screen::Recover, Known<screen::Recover>, UpdateContext&);
Screen on(screen::Caseload, Known<screen::Caseload>, UpdateContext&);
Screen on(screen::Case, Known<screen::Case>, UpdateContext&);
Screen on(screen::Export, Known<screen::Export>, UpdateContext&);
Screen on(screen::CaseActions, Known<screen::CaseActions>, UpdateContext&);
Screen on(screen::Figures, Known<screen::Figures>, UpdateContext&);
Screen on(screen::ChooseCards, Known<screen::ChooseCards>, UpdateContext&);
Screen on(screen::TogetherView, Known<screen::TogetherView>, UpdateContext&);
Screen on(screen::EndTogether, Known<screen::EndTogether>, UpdateContext&);
Screen on(screen::OutOfOrder, Known<screen::OutOfOrder>, UpdateContext&);

// The front desk's board, with what just happened.
Screen board_screen(Board board, UpdateContext& context, core::Message notice = {});

// What went wrong, for the person at the screen, with a next step.
core::Message words_for(const core::Error& error);

}
