// What a person does at the kiosk. A fact that stands in FromPerson keeps the kiosk awake, and neither help nor the
// idle question lets it through to the screen below.
#pragma once
#include "model/visit/fact_list.hpp"
#include "model/visit/state.hpp"

namespace model {
namespace action {

// Anywhere.
struct Touched { // anything was pressed; keeps the kiosk awake
    bool by_key = false;
};
struct StillHere {}; // the answer to "Are you still there?"
struct HelpOpened {};
struct HelpClosed {};
struct HideTapped {};
struct BackTapped {}; // one step back; from staff screens too
struct NextTapped {};
struct PageChosen { // to this page, counted from 0
    std::size_t to;
};
struct WentHome {}; // "Back to welcome", "Close", "Done"

// Reading aloud, anywhere.
struct SpeechToggled {};
struct SpeechOpened {}; // the panel
struct SpeechClosed {};
struct VolumeChosen {
    int volume; // least_volume to most_volume
};
struct SpeedChosen {
    Speed speed;
};
struct HeadsetSaid { // asked where the machine cannot tell
    bool wears;
};
struct HearAgainTapped {};

// Welcome and reading.
struct BeginTapped {};
struct ReadTapped {};
struct ArticleChosen {
    std::size_t index;
};
struct LookOpened {}; // text size, colours, language: over any screen of a couple's
struct LookClosed {};
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
struct MarksTapped {}; // letters with marks, of which letter is asked next
struct MarksOfChosen {
    std::string letter;
};
struct ShowTapped {}; // a passphrase as letters
struct DoneTyping {}; // Done, OK, Unlock, Enter

// The couple.
struct WhoChosen {
    Partner partner;
};                    // "I'm Jordan"
struct NameTapped {}; // their own, to mend it
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
    bool alone = false; // the other direction is not on the screen
};
struct DirectionChosen { // in large letters one direction of a two-way question is shown at a time
    bool toward_me;
};
struct ConsentTapped {};
struct StarterTapped {
    std::size_t index;
};
struct SkipTapped {};
struct AnswerAnewTapped {}; // to a private question that was answered before
struct PreferNotTapped {};  // "I prefer not to say"; tapped again takes it back
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
struct PersonSettled {         // a name was changed: it is the same person, or somebody else
    bool same;
};
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
    std::optional<Partner> tab;
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
    Partner who;
};
struct StatementFinished {};
struct PrintTapped { // what both agreed on; tapped again takes it back
    Partner who;
};

// The desk.
struct NewSittingTapped {};
struct ChartCodeTapped {};
struct PacketChosen {
    std::size_t index;
};
struct ExpectToggled {
    Partner partner;
};
struct MinutesChosen { // that the couple has; none: no limit
    std::optional<std::chrono::minutes> minutes;
};
struct CreateTapped {};
struct StartTapped {
    core::SittingId sitting;
};
struct RowTapped {
    std::optional<core::SittingId> sitting;
};
struct TryAllowed { // at once, to whoever is locked out of a part; none: of the joint one
    core::SittingId sitting;
    std::optional<Partner> partner;
};
struct WishAcknowledged {};
struct ParkTapped {
    core::SittingId sitting;
};
struct CloseTapped { // a part as it is; none: the joint one
    core::SittingId sitting;
    std::optional<Partner> partner;
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
struct ChecksTapped {};     // a tile of the board
struct CheckAgainTapped {}; // all of them, anew
struct CodesTapped {};      // "Somebody forgot their own code"
struct SlipTapped {         // its entry code, on paper
    core::SittingId sitting;
};
struct DayListTapped {};
struct DayFileChosen {
    std::size_t index;
};
struct Confirmed {};

// The therapist.
struct ForgottenTapped {}; // the passphrase
struct SearchTapped {};
struct ListPaged { // to the part of the list that begins there
    std::size_t first;
};
struct FilterChosen {
    CaseFilter filter;
};
struct CaseChosen {
    core::CaseId id;
};
struct VisitStepped {
    int by;
};
struct PartnerChosen {
    Partner partner;
};
struct CaseTabChosen {
    CaseTab tab;
};
struct CaseMenuTapped { // opens it, or closes it where it is open
    CaseMenu menu;
};
struct BehindOpened {
    Behind behind;
};
struct BehindClosed {};
struct DotsToward { // whose side of what wears them down
    Partner partner;
};
struct DotsOrdered {
    bool by_level;
};
struct PicturesChosen { // of the overview
    Pictures pictures;
};
struct AnswersOrdered {
    bool by_form; // else what they differ in most comes first
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
struct NoteTapped {                            // to write on
    NoteTemplate begins = NoteTemplate::plain; // what an empty one begins with
};
struct CaseActionsTapped {};
struct CaseTaskChosen {
    CaseTask task;
};
struct HoldToggled {};
struct ReadBackToggled {};
struct ExportTapped {};
struct ExportFormatChosen {
    ExportFormat format;
};
struct ExportWhoseChosen {
    std::optional<Partner> whose; // none: of both
};
struct ExportPrivateToggled {};
struct ExportNotesToggled {};
struct ExportPlaceChosen {
    std::string folder; // empty: the kiosk's own
};
struct FiguresTapped {};         // the practice's own
struct FiguresPrivateToggled {}; // private forms counted too
struct TogetherTapped {};        // choose what the couple is shown
struct CardTapped {              // picked or left out; turned to the couple: seen alone
    std::size_t index;
};
struct EndTapped {}; // the couple's view; the passphrase follows

using FromPerson =
    FactList<Touched, StillHere, HelpOpened, HelpClosed, HideTapped, BackTapped, NextTapped, PageChosen, WentHome,
             BeginTapped, ReadTapped, ArticleChosen, ThemeChosen, TextSizeChosen, MotionToggled, LanguageChosen,
             StaffTapped, DeskTapped, TherapistChosen, KeyTyped, BackspaceTyped, DeleteTyped, CaretStepped, CaretPlaced,
             ShiftTapped, SymbolsTapped, MarksTapped, MarksOfChosen, ShowTapped, DoneTyping, WhoChosen, JointChosen,
             NotHereYet, WishRaised, ReadyTapped, ReturnTapped, ChoiceTapped, DirectionTapped, DirectionChosen,
             ConsentTapped, StarterTapped, SkipTapped, PreferNotTapped, DatePartTapped, StrokeBegun, StrokeDrawn,
             StrokeEnded, SignatureCleared, SignByNameTapped, SignByDrawingTapped, PersonSettled, RetrySave,
             AnswerAnewTapped, ReleaseToggled, ReviewItemChosen, ReviewTapped, SealTapped, TabChosen, DraftTapped,
             SentenceTapped, WriteTapped, TurnPassed, AssentTapped, StatementFinished, NewSittingTapped,
             ChartCodeTapped, PacketChosen, ExpectToggled, CreateTapped, StartTapped, RowTapped, TryAllowed, ParkTapped,
             CloseTapped, MoveTapped, CancelTapped, WhoAskedTapped, WishAcknowledged, ChecksTapped, CheckAgainTapped,
             CodesTapped, SlipTapped, DayListTapped, DayFileChosen, Confirmed, ForgottenTapped, SearchTapped, ListPaged,
             FilterChosen, CaseChosen, VisitStepped, PartnerChosen, CaseTabChosen, CaseMenuTapped, BehindOpened,
             BehindClosed, DotsToward, DotsOrdered, TrendChosen, VersionsCompared, PrivateOpened, PrivateClosed,
             LockTapped, NoteTapped, CaseActionsTapped, CaseTaskChosen, HoldToggled, ReadBackToggled, ExportTapped,
             ExportFormatChosen, ExportWhoseChosen, ExportPrivateToggled, ExportPlaceChosen, FiguresTapped,
             FiguresPrivateToggled, TogetherTapped, CardTapped, EndTapped, MinutesChosen, PicturesChosen,
             AnswersOrdered, ExportNotesToggled, LookOpened, LookClosed, NameTapped, PrintTapped, SpeechToggled,
             SpeechOpened, SpeechClosed, VolumeChosen, SpeedChosen, HeadsetSaid, HearAgainTapped>;

}
}
