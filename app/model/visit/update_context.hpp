// Inside of update(): one function a screen. Each takes its screen by value and returns the screen that follows, which
// is the same one for a fact that means nothing there.
#pragma once
#include "model/visit/page_turning.hpp"
#include "model/visit/update.hpp"

namespace model {

struct UpdateContext {
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
const Packet& packet_of(const UpdateContext& context, const Sitting& sitting);
const Module& module_at(const UpdateContext& context, const Session& session, std::size_t index);
std::size_t module_count(const UpdateContext& context, const Session& session);
const Answer* answer_to(const Session& session, const ItemRef& item);
void record_entry(Session& session, Entry entry);     // applies it and queues it for the disk
void flush(Session& session, UpdateContext& context); // sends what is queued, one effect at a time
bool saved(Session& session, const action::Saved& saved, UpdateContext& context); // true when all is on disk
bool failed(Session& session, const action::SaveFailed& failed);                  // true when it was this part's
void flush(JointSession& session, UpdateContext& context);
bool joint_ready(const Sitting& sitting);

// Where a session goes on: the question it was at, or the first module.
Screen go_on(Session session, UpdateContext& context);
Screen ask(Session session, std::size_t module, std::size_t item, UpdateContext& context);
// The first item from `item` on that applies, or the number of items; the last before `item`, if any; the last of all.
std::size_t item_from(const UpdateContext& context, const Session& session, std::size_t module, std::size_t item);
std::optional<std::size_t> item_before(const UpdateContext& context, const Session& session, std::size_t module,
                                       std::size_t item);
std::size_t last_item(const UpdateContext& context, const Session& session, std::size_t module);
Screen after_module(Session session, std::size_t module, UpdateContext& context);
void record_typing(screen::Question& screen, UpdateContext& context); // what is typed and not yet queued for the disk
void record_typing(screen::Joint& screen);
Screen cover(Screen from, UpdateContext& context); // Hide; what is typed goes to the disk on the way
Screen welcome(UpdateContext& context);            // keys forgotten, look and language back to the usual

// Typing into codes, PINs and passphrases. True when Done was tapped with something typed and nothing is in the way.
bool type_secret(SecretEntry& entry, const Action& action, core::Now now, std::size_t fixed_length);
bool refused(SecretEntry& entry, const Action& action);
// Typing into a text; true when the text changed.
bool type_text(TextEdit& edit, Keyboard& keyboard, const Action& action);

Screen on(screen::Welcome, const Action&, UpdateContext&);
Screen on(screen::EntryCode, const Action&, UpdateContext&);
Screen on(screen::WhoIsHere, const Action&, UpdateContext&);
Screen on(screen::ReturnCode, const Action&, UpdateContext&);
Screen on(screen::Names, const Action&, UpdateContext&);
Screen on(screen::BeforeYouBegin, const Action&, UpdateContext&);
Screen on(screen::ChooseCode, const Action&, UpdateContext&);
Screen on(screen::ModuleIntro, const Action&, UpdateContext&);
Screen on(screen::Question, const Action&, UpdateContext&);
Screen on(screen::Release, const Action&, UpdateContext&);
Screen on(screen::Review, const Action&, UpdateContext&);
Screen on(screen::HandOver, const Action&, UpdateContext&);
Screen on(screen::Cover, const Action&, UpdateContext&);
Screen on(screen::Joint, const Action&, UpdateContext&);
Screen on(screen::Thanks, const Action&, UpdateContext&);
Screen on(screen::Articles, const Action&, UpdateContext&);
Screen on(screen::Reading, const Action&, UpdateContext&);
Screen on(screen::AppearanceChoice, const Action&, UpdateContext&);
Screen on(screen::StaffDoor, const Action&, UpdateContext&);
Screen on(screen::DeskPin, const Action&, UpdateContext&);
Screen on(screen::Desk, const Action&, UpdateContext&);
Screen on(screen::NewSitting, const Action&, UpdateContext&);
Screen on(screen::SittingCreated, const Action&, UpdateContext&);
Screen on(screen::ConfirmPark, const Action&, UpdateContext&);
Screen on(screen::ConfirmCancel, const Action&, UpdateContext&);
Screen on(screen::MoveSitting, const Action&, UpdateContext&);
Screen on(screen::WhoAsked, const Action&, UpdateContext&);
Screen on(screen::Ready, const Action&, UpdateContext&);
Screen on(screen::Unlock, const Action&, UpdateContext&);
Screen on(screen::Caseload, const Action&, UpdateContext&);
Screen on(screen::Case, const Action&, UpdateContext&);
Screen on(screen::Export, const Action&, UpdateContext&);
Screen on(screen::CaseActions, const Action&, UpdateContext&);
Screen on(screen::ChooseCards, const Action&, UpdateContext&);
Screen on(screen::TogetherView, const Action&, UpdateContext&);
Screen on(screen::EndTogether, const Action&, UpdateContext&);
Screen on(screen::OutOfOrder, const Action&, UpdateContext&);

// What went wrong, for the person at the screen, with a next step.
core::Message words_for(const core::Error& error);

}
