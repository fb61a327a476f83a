// All that the kiosk's screen depends on. The data of a screen lives in its alternative of Screen and dies with it, so
// one partner's answers cannot be in the other's screen. Keys are never in here.
#pragma once
#include "core/time.hpp"
#include "model/form/journal.hpp"
#include "model/form/locale.hpp"
#include "model/visit/day_list.hpp"
#include "model/visit/one_of.hpp"
#include "model/visit/plain_code.hpp"
#include "model/visit/speech.hpp"
#include "model/visit/therapist_state.hpp"
#include <array>
#include <memory>

namespace model {

// A date is typed in three fields, in the order of the language shown.
enum class DatePart { day, month, year };
using DateOrder = std::array<DatePart, 3>;
inline constexpr DateOrder month_first{DatePart::month, DatePart::day, DatePart::year};

enum class Theme { day, evening, high_contrast };
struct Appearance {
    Language language;
    Theme theme = Theme::day;
    int text_percent = 100; // 100, 125, 150, 175, 200
    bool reduced_motion = false;
    bool operator==(const Appearance&) const = default;
};

// A date being typed, not yet an answer.
struct DateEntry {
    std::string day, month, year; // digits
    DateOrder order = month_first;
    DatePart field = DatePart::month; // the one being typed
    bool replaces = false;            // its next digit starts it anew
};

struct Seat { // who is at the screen, for which sitting
    Sitting sitting;
    Partner partner = Partner::a;
};

// A part being answered. `pending` are facts not yet acknowledged by the disk; empty means "Saved".
struct Session {
    Seat seat;
    core::PartId part;
    PartContent content;
    std::vector<Entry> pending;
    bool saving = false; // an effect carries `pending[0, sent)`
    std::size_t sent = 0;
    bool trouble = false; // the last save failed; the screen says so and offers to try again
    bool saved_once = false;
};

struct JointSession {
    Sitting sitting;
    core::PartId part;
    JointContent content;
    std::vector<JointEntry> pending;
    bool saving = false;
    std::size_t sent = 0;
    bool trouble = false;
    bool saved_once = false;
};

namespace screen {

struct Welcome {
    bool dark = false; // nobody was there for long; the next press only lights it
};
struct EntryCode {
    SecretEntry code;
};
struct WhoIsHere {
    Sitting sitting;
};
struct ReturnCode { // coming back to a started part, to the joint page, or out of the cover: the person's own code
    Sitting sitting;
    std::optional<Partner> partner; // none: the joint page, either partner's code
    SecretEntry code;
    bool from_cover = false;
};
// What was to be asked, or gone on with, is not on this kiosk, or was changed outside it. Nothing of it is lost.
struct NotAsked {
    Sitting sitting;
    std::optional<Partner> partner; // who was to be asked
};
struct Names {
    Seat seat;
    TextEdit own, partner;
    bool asking_partner = false; // the second of the two questions
    bool mends = false;          // their own alone, which was known: back to the page that it stands on
    bool needs_one = false;      // Next was tapped with nothing typed; said until something is
    Keyboard keyboard;
};
struct BeforeYouBegin {
    Seat seat;
    std::size_t page = 0; // large text takes two
    bool wish_noted = false;
    std::optional<Session> resumed; // the therapist changed since: shown again before going on
};
struct ChooseCode {
    Seat seat;
    core::SecretText first;
    SecretEntry code;
    bool confirming = false;
    bool mismatch = false;
    bool anew = false;              // the former one was forgotten; a therapist let them choose another
    std::optional<PlainCode> plain; // why the digits typed last are no code
};
struct ModuleIntro {
    Session session;
    std::size_t module = 0; // index in the packet
    std::size_t page = 0;   // large text takes more than one
};
// Between two forms: how far one is, a place to stop, and what comes next. The same for everybody, whatever was
// answered.
struct Rest {
    Session session;
    std::size_t module = 0; // the one that comes next
    std::size_t page = 0;   // large text takes more than one
};
// What was said to a private question before: never on the screen again. Covered: that it was answered or left out, in
// the same words. Anew: asked as if it had not been; what was said before stays until something else is.
enum class Earlier { shown, covered, anew };
struct Question {
    Session session;
    std::size_t module = 0, item = 0;
    Earlier earlier = Earlier::shown;
    bool came_back = false;                         // Next stays when one came Back
    std::optional<core::SteadyTime> moves_on_at;    // chosen; moves on by itself
    std::optional<TextEdit> writing;                // text items
    std::optional<core::SteadyTime> save_typing_at; // at most 400 ms of typing is in flight
    std::string digits;                             // number items: what is typed so far, maybe with a point
    std::optional<DateEntry> date;                  // date items
    Stroke stroke;                                  // signatures: the line being drawn; `writing` types a name instead
    Keyboard keyboard;
    std::size_t choices_page = 0;  // several choices at large text
    bool second_direction = false; // large text: one direction a screen
    bool leads_to_other = false;   // what moves on by itself goes there
    bool go_after_save = false;    // Next was tapped; goes on when the disk has answered
    bool from_review = false;
};
struct WrongTries { // told to whom it concerns, before going on
    Session session;
    int count = 0;
    bool therapist_changed = false;
    std::size_t page = 0;
};
struct WithoutConsent { // nothing is asked behind an agreement that was not given
    Session session;
    std::size_t module = 0, item = 0; // where it is asked for
    std::size_t page = 0;
};
enum class Leaving { forward, back, to_review };
struct WhoseAnswers { // a name was changed after something was answered about that person
    Session session;
    std::size_t module = 0, item = 0; // where the name is asked for
    Leaving leaving = Leaving::forward;
    bool from_review = false;
    std::size_t page = 0;
};
struct Release { // in private: what of my own words may be on the joint page
    Session session;
    std::size_t page = 0;
};
struct Review {
    Session session;
    std::size_t page = 0;
    bool sealing = false;
    bool seal_failed = false;
};
struct HandOver {
    Sitting sitting;
    Partner sealed = Partner::a;
};
struct Cover {
    Sitting sitting;
    std::optional<Partner> partner; // none: the joint page
};
struct Joint {
    JointSession session;
    std::optional<TextEdit> writing;
    std::optional<std::size_t> editing; // the sentence being changed; none: a new one
    std::optional<Partner> tab;         // large text: drafts of one partner; none: the statement
    std::size_t page = 0;               // a long statement
    Keyboard keyboard;
    std::optional<core::SteadyTime> save_typing_at;
    bool sealing = false;
    bool seal_failed = false;
};
// Both agreed, and it is sealed: their words large, until they leave them. A printed page takes both of them.
struct MissionAgreed {
    Sitting sitting;
    AgreedVersion mission;
    OfBoth<bool> print{false, false};
    bool printed = false, print_failed = false;
    std::size_t page = 0; // large text
};
struct Thanks {
    Sitting sitting;
};
struct Articles {
    std::size_t page = 0;
    std::optional<Sitting> thanks;
}; // from Thanks, or from Welcome
struct Reading {
    std::size_t article = 0, page = 0;
    std::optional<Sitting> thanks;
};
struct StaffDoor {
    std::vector<TherapistName> therapists;
    std::size_t page = 0;
    std::string kit; // the fingerprint of this kiosk's recovery kit
};

struct DeskPin {
    SecretEntry pin;
};
enum class DeskPage { board, checks, forgotten_codes };
struct Desk {
    Board board;
    std::size_t page = 0;
    std::optional<core::SittingId> open_row; // its actions
    core::Message notice;                    // what just happened
    std::optional<core::SteadyTime> refresh_at;
    DeskPage shown = DeskPage::board; // while no row is open
};
struct NewSitting {
    Board board;
    TextEdit chart_code;
    Keyboard keyboard;
    bool typing = true;
    std::size_t therapist = 0, packet = 0;
    bool therapist_chosen = false;               // by hand: whose case it is does not change it
    std::size_t wished = 0;                      // the packet that is chosen where it can be: see settle_packet()
    bool packet_chosen = false;                  // by hand: what the chart code suggests does not change it
    std::optional<std::chrono::minutes> minutes; // that the couple has; none: no limit
    bool expects_a = true, expects_b = true;
    core::Message problem;
    bool working = false;
    std::size_t page = 0;
    std::optional<KnownCode> known; // of the code that was typed last
    bool asks_for_second = false;   // whether to make another beside the one that is open
};
struct SittingCreated {
    Board board;
    BoardRow row;
    std::size_t page = 0;
    core::Message notice; // of its slip
};
// The day's chart codes, out of a file that the practice's calendar wrote: which file, then what of it is taken.
struct DayList {
    Board board;
    std::optional<std::vector<DayFile>> files; // none: they are being looked for
    std::optional<DayPlan> plan;
    core::Message problem;
    bool working = false;
    std::size_t page = 0;
};
struct ConfirmPark {
    Board board;
    BoardRow row;
    bool working = false;
    std::size_t page = 0;
};
struct ConfirmCancel {
    Board board;
    BoardRow row;
    bool working = false;
    std::size_t page = 0;
};
struct ConfirmClose { // a part as it is, unread
    Board board;
    BoardRow row;
    std::optional<Partner> partner; // none: the joint one
    bool working = false;
    std::size_t page = 0;
};
struct MoveSitting {
    Board board;
    BoardRow row;
    std::size_t page = 0;
    core::Message problem;
};
struct WhoAsked { // the PIN again, then who would like a word
    Board board;
    BoardRow row;
    SecretEntry pin;
    std::optional<std::vector<Asked>> who;
    std::size_t page = 0;
};
struct Ready {
    bool parked = false;
}; // after a reset: ready for the next couple

// The data could not be opened, or some other trouble that staff must see to. `words` name the next step.
struct OutOfOrder {
    core::Message title, words;
    std::string detail;
};

}

using AnyScreen =
    std::variant<screen::Welcome, screen::EntryCode, screen::WhoIsHere, screen::ReturnCode, screen::NotAsked,
                 screen::Names, screen::BeforeYouBegin, screen::ChooseCode, screen::ModuleIntro, screen::Rest,
                 screen::Question, screen::WrongTries, screen::WithoutConsent, screen::WhoseAnswers, screen::Release,
                 screen::Review, screen::HandOver, screen::Cover, screen::Joint, screen::MissionAgreed, screen::Thanks,
                 screen::Articles, screen::Reading, screen::StaffDoor, screen::DeskPin, screen::Desk,
                 screen::NewSitting, screen::SittingCreated, screen::DayList, screen::ConfirmPark,
                 screen::ConfirmCancel, screen::ConfirmClose, screen::MoveSitting, screen::WhoAsked, screen::Ready,
                 screen::Unlock, screen::Recover, screen::Caseload, screen::Case, screen::Export, screen::CaseActions,
                 screen::Figures, screen::ChooseCards, screen::TogetherView, screen::EndTogether, screen::OutOfOrder>;
struct Screen : OneOf<AnyScreen> {
    using OneOf::OneOf;
};

struct DemoCodes { // shown on the ribbon that only a demo has
    std::string entry_code, desk_pin, passphrase;
};

struct State {
    std::shared_ptr<const Content> content; // of the language being spoken, like the practice and the catalogue
    std::shared_ptr<const Practice> practice;
    std::shared_ptr<const core::Catalogue> catalogue;
    std::vector<Locale> locales;    // what the person at the screen may choose from
    std::optional<Partner> speaker; // whose part was begun or come back to last: language and look chosen are theirs
    OfBoth<std::optional<Appearance>> own_appearance; // of who was at the screen before, until Welcome
    std::optional<DemoCodes> demo;
    Appearance appearance;
    Appearance usual_appearance; // what the next person starts with
    Screen screen;
    bool help_open = false;     // crisis and help lines, over any screen; the same for all
    std::size_t help_page = 0;  // of the help lines, where they take more than one
    bool look_open = false;     // text size, colours, language: over any screen of a couple's
    std::size_t look_page = 0;  // where that takes more than one
    bool idle_asked = false;    // "Are you still there?", over any client screen
    bool keys_in_use = false;   // the last press was a key's: nothing moves on by itself
    bool notes_touches = false; // this kiosk keeps when it was touched last, for the morning check
    std::optional<core::WallTime> touch_noted_at;
    Speech speech;                   // of the person at the screen
    std::optional<Partner> listener; // whose part was begun or come back to last: what is chosen of it is theirs alone
    bool speech_open = false;        // the panel for it, over any screen
    std::size_t speech_page = 0;     // of the panel, in large letters
    std::size_t asked_to_hear = 0;   // "Hear it again", counted
    bool can_speak = false;          // there is a voice, and something to hear it with
    std::optional<bool> headset;     // is plugged in; none where the machine cannot tell
    core::SteadyTime touched_at{};   // last touch or key
    core::SteadyTime shown_at{};     // when this screen, or this question, appeared
};

// Presses that begin before this are not taken: the second half of a double tap must not answer the next question.
inline constexpr std::chrono::milliseconds settle_time{350};
inline constexpr std::chrono::milliseconds shown_chosen_for{250};
inline constexpr std::chrono::milliseconds typing_in_flight{400};

}
