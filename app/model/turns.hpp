// Inside of update(): one function a screen. Each takes its screen by value and returns the screen that follows, which
// is the same one for a fact that means nothing there.
#pragma once
#include "model/update.hpp"

namespace model {

struct Turn {
    State& state; // all but the screen, which the function below holds
    Effects& effects;
    core::Now now;

    const Content& content() const { return *state.content; }
    void order(Effect effect) { effects.push_back(std::move(effect)); }
};

template<Fact A>
const A* is(const Action& action) {
    return action.as<A>();
}

// Moving through the packet (session.cpp).
const Packet& packet_of(const Turn& turn, const Sitting& sitting);
const Module& module_at(const Turn& turn, const Session& session, std::size_t index);
std::size_t module_count(const Turn& turn, const Session& session);
const Answer* answer_to(const Session& session, const ItemRef& item);
void note(Session& session, Entry entry);                             // applies it and queues it for the disk
void flush(Session& session, Turn& turn);                             // sends what is queued, one effect at a time
bool saved(Session& session, const action::Saved& saved, Turn& turn); // true when all is on disk
bool failed(Session& session, const action::SaveFailed& failed);      // true when it was this part's
void flush(JointSession& session, Turn& turn);
bool joint_ready(const Sitting& sitting);

// Where a session goes on: the question it was at, or the first module.
Screen go_on(Session session, Turn& turn);
Screen ask(Session session, std::size_t module, std::size_t item, Turn& turn);
// The first item from `item` on that applies, or the number of items; the last before `item`, if any; the last of all.
std::size_t item_from(const Turn& turn, const Session& session, std::size_t module, std::size_t item);
std::optional<std::size_t> item_before(const Turn& turn, const Session& session, std::size_t module, std::size_t item);
std::size_t last_item(const Turn& turn, const Session& session, std::size_t module);
Screen after_module(Session session, std::size_t module, Turn& turn);
void note_typing(screen::Question& screen, Turn& turn); // what is typed and not yet queued for the disk
void note_typing(screen::Joint& screen);
Screen cover(Screen from, Turn& turn); // Hide; what is typed goes to the disk on the way
Screen welcome(Turn& turn);            // keys forgotten, look and language back to the usual

// Typing into codes, PINs and passphrases. True when Done was tapped with something typed and nothing is in the way.
bool type_secret(SecretEntry& entry, const Action& action, core::Now now, std::size_t fixed_length);
bool refused(SecretEntry& entry, const Action& action);
// Typing into a text; true when the text changed.
bool type_text(TextEdit& edit, Keyboard& keyboard, const Action& action);

Screen on(screen::Welcome, const Action&, Turn&);
Screen on(screen::EntryCode, const Action&, Turn&);
Screen on(screen::WhoIsHere, const Action&, Turn&);
Screen on(screen::ReturnCode, const Action&, Turn&);
Screen on(screen::Names, const Action&, Turn&);
Screen on(screen::BeforeYouBegin, const Action&, Turn&);
Screen on(screen::ChooseCode, const Action&, Turn&);
Screen on(screen::ModuleIntro, const Action&, Turn&);
Screen on(screen::Question, const Action&, Turn&);
Screen on(screen::Release, const Action&, Turn&);
Screen on(screen::Review, const Action&, Turn&);
Screen on(screen::HandOver, const Action&, Turn&);
Screen on(screen::Cover, const Action&, Turn&);
Screen on(screen::Joint, const Action&, Turn&);
Screen on(screen::Thanks, const Action&, Turn&);
Screen on(screen::Articles, const Action&, Turn&);
Screen on(screen::Reading, const Action&, Turn&);
Screen on(screen::LookChoice, const Action&, Turn&);
Screen on(screen::StaffDoor, const Action&, Turn&);
Screen on(screen::DeskPin, const Action&, Turn&);
Screen on(screen::Desk, const Action&, Turn&);
Screen on(screen::NewSitting, const Action&, Turn&);
Screen on(screen::SittingCreated, const Action&, Turn&);
Screen on(screen::ConfirmPark, const Action&, Turn&);
Screen on(screen::ConfirmCancel, const Action&, Turn&);
Screen on(screen::MoveSitting, const Action&, Turn&);
Screen on(screen::WhoAsked, const Action&, Turn&);
Screen on(screen::Ready, const Action&, Turn&);
Screen on(screen::Unlock, const Action&, Turn&);
Screen on(screen::Caseload, const Action&, Turn&);
Screen on(screen::Case, const Action&, Turn&);
Screen on(screen::ExportChart, const Action&, Turn&);
Screen on(screen::Folder, const Action&, Turn&);
Screen on(screen::ChooseCards, const Action&, Turn&);
Screen on(screen::TogetherView, const Action&, Turn&);
Screen on(screen::EndTogether, const Action&, Turn&);
Screen on(screen::OutOfOrder, const Action&, Turn&);

// What went wrong, for the person at the screen, with a next step.
core::Saying words_for(const core::Error& error);

}
