// Facts: what a person did, what time it became, what an effect answered. update() decides what they mean on the screen
// they arrive at; a fact that means nothing there changes nothing.
#pragma once
#include "model/visit/state.hpp"
#include <memory>
#include <type_traits>

namespace model {
namespace action {

// Anywhere.
struct TimePassed {};
struct Touched {};   // anything was pressed; keeps the kiosk awake
struct StillHere {}; // the answer to "Are you still there?"
struct HelpOpened {};
struct HelpClosed {};
struct HideTapped {};
struct BackTapped {}; // one step back; from staff screens too
struct NextTapped {};
struct PageTurned { // to this page, counted from 0
    std::size_t to;
};
struct WentHome {}; // "Back to welcome", "Close", "Done"

// Welcome and reading.
struct BeginTapped {};
struct ReadTapped {};
struct ArticleChosen {
    std::size_t index;
};
struct AppearanceTapped {};
struct ThemeChosen {
    Theme theme;
};
struct TextSizeChosen {
    int percent;
};
struct MotionToggled {};
struct LanguageChosen { // on any screen; nothing else changes
    Language language;
};
struct StaffTapped {};
struct DeskTapped {};
struct TherapistChosen {
    std::size_t index;
}; // at the staff door, in NewSitting, in MoveSitting

// Typing: keypad, on-screen and physical keyboard.
struct KeyTyped {
    std::string text;
};
struct BackspaceTyped {};
struct DeleteTyped {};
struct CaretStepped {
    int by;
};
struct CaretPlaced {
    std::size_t byte;
};
struct ShiftTapped {};
struct SymbolsTapped {};
struct ShowTapped {}; // a passphrase as letters
struct DoneTyping {}; // Done, OK, Unlock, Enter

// The couple.
struct RoleChosen {
    Role role;
}; // "I'm Jordan"
struct JointChosen {};
struct NotHereYet {};
struct WishRaised {};   // "I'd like to speak with someone"
struct ReadyTapped {};  // "I'm ready", "Begin"
struct ReturnTapped {}; // from the cover
struct ChoiceTapped {
    int value;
}; // choice, choices (toggles), zero_to_ten; chosen again clears
struct DirectionTapped {
    bool toward_me;
    int value;
};
struct DirectionTurned { // in large letters one direction of a two-way question is shown at a time
    bool toward_me;
};
struct ConsentTapped {};
struct StarterTapped {
    std::size_t index;
};
struct SkipTapped {};
struct PreferNotTapped {}; // "I prefer not to say"; tapped again takes it back
struct DatePartTapped {
    DatePart part;
}; // the field to type in
struct StrokeBegun {
    SignaturePoint at;
};
struct StrokeDrawn {
    SignaturePoint to;
};
struct StrokeEnded {};
struct SignatureCleared {};
struct SignByNameTapped {};    // with the keyboard instead of a finger
struct SignByDrawingTapped {}; // and back
struct RetrySave {};
struct ReleaseToggled {
    ItemRef item;
};
struct ReviewItemChosen {
    ItemRef item;
};
struct ReviewTapped {}; // finish with what is there, or look where one is
struct SealTapped {};
struct TabChosen {
    std::optional<Role> tab;
};
struct DraftTapped {
    std::size_t index;
}; // brings a released text in
struct SentenceTapped {
    std::size_t index;
}; // to change it
struct WriteTapped {};
struct TurnPassed {};
struct AssentTapped {
    Role who;
};
struct StatementFinished {};

// The desk.
struct NewSittingTapped {};
struct ChartCodeTapped {};
struct PacketChosen {
    std::size_t index;
};
struct ExpectToggled {
    Role role;
};
struct CreateTapped {};
struct StartTapped {
    core::SittingId sitting;
};
struct RowTapped {
    std::optional<core::SittingId> sitting;
};
struct ParkTapped {
    core::SittingId sitting;
};
struct MoveTapped {
    core::SittingId sitting;
};
struct CancelTapped {
    core::SittingId sitting;
};
struct WhoAskedTapped {
    core::SittingId sitting;
};
struct Confirmed {};

// The therapist.
struct SearchTapped {};
struct ListTurned { // to the part of the list that begins there
    std::size_t first;
};
struct FilterChosen {
    CaseFilter filter;
};
struct CaseChosen {
    core::CaseId id;
};
struct VisitTurned {
    int by;
};
struct PartnerChosen {
    Role role;
};
struct CaseTabChosen {
    CaseTab tab;
};
struct BehindOpened {
    Behind behind;
};
struct BehindClosed {};
struct DotsToward { // whose side of what wears them down
    Role role;
};
struct DotsOrdered {
    bool by_level;
};
struct TrendChosen {
    std::size_t index;
};
struct VersionsCompared { // the joint statement's, each beside the one before it; else one after the other
    bool on;
};
struct PrivateOpened {}; // the deliberate step
struct PrivateClosed {};
struct LockTapped {};
struct NoteTapped {}; // to write on
struct CaseActionsTapped {};
struct CaseTaskChosen {
    CaseTask task;
};
struct HoldToggled {};
struct ExportTapped {};
struct ExportFormatChosen {
    ExportFormat format;
};
struct ExportWhoseChosen {
    std::optional<Role> whose; // none: of both
};
struct ExportPrivateToggled {};
struct ExportPlaceChosen {
    std::string folder; // empty: the kiosk's own
};
struct TogetherTapped {}; // choose what the couple is shown
struct CardTapped {       // picked or left out; turned to the couple: seen alone
    std::size_t index;
};
struct EndTapped {}; // the couple's view; the passphrase follows

// Answers of effects. Everything above is from a person; the order in Action says the same.
struct SittingFound {
    Sitting sitting;
};
struct Refused {
    Refusal refusal;
}; // to whatever secret is being checked
struct PartOpened {
    Session session;
    bool therapist_changed;
};
struct JointOpened {
    JointSession session;
};
struct Saved {
    core::PartId part;
    std::size_t count;
}; // so many pending facts are on disk
struct SaveFailed {
    core::PartId part;
    core::Error error;
};
struct PartSealed {
    Sitting sitting;
    Role role;
};
struct JointSealed {
    Sitting sitting;
};
struct SealFailed {
    core::Error error;
};
struct StaffListed {
    std::vector<TherapistName> therapists;
};
struct BoardRead {
    Board board;
};
struct CaseKnown { // whether a couple of this chart code has a finished visit
    std::string chart_code;
    bool been_here = false;
    core::PacketId next_packet; // chosen by the therapist; empty: none
};
struct SittingMade {
    Board board;
    BoardRow row;
};
struct DeskFailed {
    core::Error error;
}; // a desk order that could not be done
struct Parked {};
struct WishShown {
    std::vector<Asked> who;
};
struct Unlocked {
    TherapistName therapist;
    std::vector<CaseSummary> cases;
};
struct GlancesRead {
    std::vector<Glance> glances;
};
struct CaseOpened { // or changed
    CaseFile file;
};
struct CaseErased {};
struct NoteSaved {
    core::SittingId visit;
};
struct NoteFailed {
    core::Error error;
};
struct PrivateRead {
    PrivateRecord record;
};
struct UsbDrivesFound {
    std::vector<ExportPlace> usb_drives;
};
struct ExportGoesOn {
    std::size_t done, of; // pieces
};
struct ExportWritten {
    std::string path;
};
struct TherapistFailed {
    core::Error error;
};
struct Broke {
    core::Error error;
}; // nothing can go on: OutOfOrder

}

// All of them: first the clock, then what a person does, from SittingFound on what an effect answered.
template<class... Fs>
struct FactList {
    template<class F>
    static consteval std::size_t place() {
        const bool same[] = {std::is_same_v<F, Fs>...};
        std::size_t at = 0;
        while (at < sizeof...(Fs) && !same[at])
            ++at;
        return at;
    }
    static constexpr std::size_t size = sizeof...(Fs);
};
using Facts = FactList<
    action::TimePassed, action::Touched, action::StillHere, action::HelpOpened, action::HelpClosed, action::HideTapped,
    action::BackTapped, action::NextTapped, action::PageTurned, action::WentHome, action::BeginTapped,
    action::ReadTapped, action::ArticleChosen, action::AppearanceTapped, action::ThemeChosen, action::TextSizeChosen,
    action::MotionToggled, action::LanguageChosen, action::StaffTapped, action::DeskTapped, action::TherapistChosen,
    action::KeyTyped, action::BackspaceTyped, action::DeleteTyped, action::CaretStepped, action::CaretPlaced,
    action::ShiftTapped, action::SymbolsTapped, action::ShowTapped, action::DoneTyping, action::RoleChosen,
    action::JointChosen, action::NotHereYet, action::WishRaised, action::ReadyTapped, action::ReturnTapped,
    action::ChoiceTapped, action::DirectionTapped, action::DirectionTurned, action::ConsentTapped,
    action::StarterTapped, action::SkipTapped, action::PreferNotTapped, action::DatePartTapped, action::StrokeBegun,
    action::StrokeDrawn, action::StrokeEnded, action::SignatureCleared, action::SignByNameTapped,
    action::SignByDrawingTapped, action::RetrySave, action::ReleaseToggled, action::ReviewItemChosen,
    action::ReviewTapped, action::SealTapped, action::TabChosen, action::DraftTapped, action::SentenceTapped,
    action::WriteTapped, action::TurnPassed, action::AssentTapped, action::StatementFinished, action::NewSittingTapped,
    action::ChartCodeTapped, action::PacketChosen, action::ExpectToggled, action::CreateTapped, action::StartTapped,
    action::RowTapped, action::ParkTapped, action::MoveTapped, action::CancelTapped, action::WhoAskedTapped,
    action::Confirmed, action::SearchTapped, action::ListTurned, action::FilterChosen, action::CaseChosen,
    action::VisitTurned, action::PartnerChosen, action::CaseTabChosen, action::BehindOpened, action::BehindClosed,
    action::DotsToward, action::DotsOrdered, action::TrendChosen, action::VersionsCompared, action::PrivateOpened,
    action::PrivateClosed, action::LockTapped, action::NoteTapped, action::CaseActionsTapped, action::CaseTaskChosen,
    action::HoldToggled, action::ExportTapped, action::ExportFormatChosen, action::ExportWhoseChosen,
    action::ExportPrivateToggled, action::ExportPlaceChosen, action::TogetherTapped, action::CardTapped,
    action::EndTapped, action::SittingFound, action::Refused, action::PartOpened, action::JointOpened, action::Saved,
    action::SaveFailed, action::PartSealed, action::JointSealed, action::SealFailed, action::StaffListed,
    action::BoardRead, action::CaseKnown, action::SittingMade, action::DeskFailed, action::Parked, action::WishShown,
    action::Unlocked, action::GlancesRead, action::CaseOpened, action::CaseErased, action::NoteSaved,
    action::NoteFailed, action::PrivateRead, action::UsbDrivesFound, action::ExportGoesOn, action::ExportWritten,
    action::TherapistFailed, action::Broke>;
template<class F>
concept Fact = Facts::place<F>()
< Facts::size;

// One fact, shared by its copies and never changed. Not a std::variant: of more than a hundred kinds, a file that only
// copies one takes half a minute to compile.
class Action {
public:
    template<Fact F>
    Action(F fact) : m_kind(Facts::place<F>()), m_fact(std::make_shared<const F>(std::move(fact))) {}
    std::size_t kind() const { return m_kind; } // its place in Facts

    template<Fact F>
    const F* as() const { // null when it is another
        return m_kind == Facts::place<F>() ? static_cast<const F*>(m_fact.get()) : nullptr;
    }

private:
    std::size_t m_kind;
    std::shared_ptr<const void> m_fact;
};

}
