// Which facts each screen knows. A handler takes its screen's facts as Known<Screen>, and asking that for a fact which
// is not listed here does not compile; what is listed and does nothing is found by a test.
#pragma once
#include "model/visit/action.hpp"
#include <utility>

namespace model {
namespace known {

using namespace action;

// What shared helpers of the screens know.
using Leaving = FactList<BackTapped, WentHome>;
using SwitchKeys = FactList<ShiftTapped, SymbolsTapped, MarksTapped, MarksOfChosen>;
using TextKeys = Joined<SwitchKeys, FactList<KeyTyped, BackspaceTyped, DeleteTyped, CaretStepped, CaretPlaced>>;
using SecretKeys = Joined<SwitchKeys, FactList<KeyTyped, BackspaceTyped, ShowTapped, DoneTyping>>;
using SecretAnswers = FactList<Refused>;
using Saving = FactList<Saved, SaveFailed, RetrySave>;
using Locking = FactList<LockTapped>;
using Paging = FactList<PageChosen>;
using Slips = FactList<SlipTapped, SlipPrinted, SlipFailed>;
using Listing = FactList<ListPaged>;
using Numbers = FactList<KeyTyped, BackspaceTyped>;
using Dates = FactList<KeyTyped, BackspaceTyped, DatePartTapped>;
using Signatures = FactList<SignByNameTapped, StrokeBegun, StrokeDrawn, StrokeEnded, SignatureCleared>;
using Entering = Joined<Numbers, Dates, Signatures>;

// What stands over the screens.
using Everywhere = FactList<Touched, TimePassed, LanguageChosen, HelpOpened, SpeechToggled, SpeechOpened, VolumeChosen,
                            SpeedChosen, HeadsetSaid, HearAgainTapped, VoiceFound, HeadsetChanged, Broke>;
using Looking = FactList<LookOpened>; // on the screens that may_change_look() names
using Look = FactList<LookClosed, BackTapped, WentHome, PageChosen, ThemeChosen, TextSizeChosen, MotionToggled>;
using Sheet = Joined<Looking, Look>;
using Help = FactList<HelpClosed, BackTapped, WentHome, PageChosen>;
using IdleQuestion = FactList<StillHere>;
using SpeechPanel = FactList<SpeechClosed, BackTapped, WentHome, PageChosen>;
using Hiding = FactList<HideTapped>;

// Declared to be asked for their type alone.
FactList<BeginTapped, ReadTapped, StaffTapped, ThemeChosen, StaffListed> by(const screen::Welcome&);
Joined<Leaving, FactList<PageChosen, ArticleChosen>> by(const screen::Articles&);
Joined<Leaving, FactList<PageChosen>> by(const screen::Reading&);

Joined<Leaving, SecretKeys, SecretAnswers, FactList<SittingFound>> by(const screen::EntryCode&);
Joined<Leaving, FactList<WhoChosen, JointChosen>> by(const screen::WhoIsHere&);
Joined<Leaving, SecretKeys, SecretAnswers, FactList<PartOpened, JointOpened, StaffTapped, StaffListed, HideTapped>>
by(const screen::ReturnCode&);
Joined<Leaving, FactList<StaffTapped, StaffListed>> by(const screen::NotAsked&);
Joined<TextKeys, FactList<BackTapped, DoneTyping, NextTapped, SkipTapped>> by(const screen::Names&);
FactList<PageChosen, WishRaised, BackTapped, ReadyTapped, NameTapped> by(const screen::BeforeYouBegin&);
Joined<SecretKeys, SecretAnswers, FactList<PartOpened, CodeChanged, BackTapped>> by(const screen::ChooseCode&);
Joined<Saving, FactList<PageChosen, ReviewTapped, ReadyTapped, BackTapped>> by(const screen::ModuleIntro&);
Joined<Saving, FactList<PageChosen, ReviewTapped, ReadyTapped>> by(const screen::Rest&);
Joined<Saving, TextKeys, Entering,
       FactList<TimePassed, BackTapped, SkipTapped, SignByDrawingTapped, ReviewTapped, PreferNotTapped, DoneTyping,
                NextTapped, PageChosen, ChoiceTapped, DirectionTapped, DirectionChosen, ConsentTapped, StarterTapped,
                AnswerAnewTapped>>
by(const screen::Question&);
Joined<Saving, FactList<PageChosen, ReadyTapped>> by(const screen::WrongTries&);
Joined<Saving, FactList<PageChosen, ReviewTapped, BackTapped>> by(const screen::WithoutConsent&);
Joined<Saving, FactList<PageChosen, PersonSettled, BackTapped>> by(const screen::WhoseAnswers&);
Joined<Saving, FactList<PageChosen, ReleaseToggled, BackTapped, NextTapped>> by(const screen::Release&);
Joined<Saving, FactList<PartSealed, SealFailed, PageChosen, ReviewItemChosen, BackTapped, SealTapped>>
by(const screen::Review&);
FactList<WhoChosen, JointChosen, JointOpened, Refused, NotHereYet, NextTapped> by(const screen::HandOver&);
FactList<TimePassed, WishRaised, ReturnTapped> by(const screen::Cover&);
Joined<Saving, TextKeys,
       FactList<JointSealed, SealFailed, TabChosen, PageChosen, TimePassed, DoneTyping, BackTapped, WriteTapped,
                SentenceTapped, DraftTapped, TurnPassed, AssentTapped, StatementFinished>>
by(const screen::Joint&);
Joined<Leaving, FactList<PageChosen, PrintTapped, MissionPrinted, PrintFailed>> by(const screen::MissionAgreed&);
Joined<Leaving, FactList<ReadTapped>> by(const screen::Thanks&);

Joined<Leaving, FactList<PageChosen, DeskTapped, TherapistChosen>> by(const screen::StaffDoor&);
Joined<Leaving, SecretKeys, SecretAnswers, FactList<BoardRead>> by(const screen::DeskPin&);
Joined<Leaving, Locking, Slips,
       FactList<TimePassed, BoardRead, DeskFailed, SittingFound, PageChosen, RowTapped, NewSittingTapped, StartTapped,
                TryAllowed, ParkTapped, CloseTapped, CancelTapped, MoveTapped, WhoAskedTapped, ChecksTapped,
                CheckAgainTapped, CodesTapped, DayListTapped>>
by(const screen::Desk&);
Joined<Leaving, TextKeys,
       FactList<SittingMade, DeskFailed, PageChosen, ChartCodeTapped, DoneTyping, TherapistChosen, PacketChosen,
                CaseKnown, ExpectToggled, MinutesChosen, CreateTapped, Confirmed>>
by(const screen::NewSitting&);
Joined<Leaving, Slips, FactList<PageChosen, StartTapped, SittingFound, DeskFailed>> by(const screen::SittingCreated&);
Joined<Leaving, FactList<PageChosen, DayFilesFound, DayFileChosen, DayRead, Confirmed, BoardRead, DeskFailed>>
by(const screen::DayList&);
Joined<Leaving, FactList<PageChosen, Parked, DeskFailed, Confirmed>> by(const screen::ConfirmPark&);
Joined<Leaving, FactList<PageChosen, BoardRead, DeskFailed, Confirmed>> by(const screen::ConfirmCancel&);
Joined<Leaving, FactList<PageChosen, BoardRead, DeskFailed, Confirmed>> by(const screen::ConfirmClose&);
Joined<Leaving, FactList<PageChosen, BoardRead, DeskFailed, TherapistChosen>> by(const screen::MoveSitting&);
Joined<Leaving, SecretKeys, SecretAnswers, FactList<PageChosen, WishShown, WishAcknowledged, BoardRead, DeskFailed>>
by(const screen::WhoAsked&);
Joined<Leaving, FactList<BeginTapped, ReadyTapped>> by(const screen::Ready&);
Leaving by(const screen::OutOfOrder&);

Joined<Leaving, SecretKeys, SecretAnswers, FactList<Unlocked, TherapistFailed, ForgottenTapped>>
by(const screen::Unlock&);
Joined<Leaving, SecretKeys,
       FactList<KeysTaken, KeysRefused, KeysRecovered, UsbDrivesFound, TimePassed, PageChosen, ExportPlaceChosen,
                Confirmed>>
by(const screen::Recover&);
Joined<Leaving, Locking, TextKeys,
       FactList<ReadTapped, FiguresTapped, CaseOpened, TherapistFailed, Unlocked, GlancesRead, ListPaged, FilterChosen,
                SearchTapped, DoneTyping, CaseChosen>>
by(const screen::Caseload&);
Joined<Leaving, Locking,
       FactList<TimePassed, PageChosen, FiguresPrivateToggled, Confirmed, FiguresGoOn, FiguresRead, FiguresWritten,
                TherapistFailed>>
by(const screen::Figures&);
Joined<Leaving, Locking, TextKeys,
       FactList<NoteTapped, DoneTyping, RetrySave, NoteFailed, NoteSaved, PageChosen, VisitStepped, PartnerChosen,
                CaseTabChosen, CaseMenuTapped, BehindOpened, BehindClosed, DotsToward, DotsOrdered, PicturesChosen,
                AnswersOrdered, TrendChosen, VersionsCompared, PrivateOpened, PrivateRead, PrivateClosed,
                ReadBackToggled, TherapistFailed, CaseOpened, ExportTapped, CaseActionsTapped, TogetherTapped>>
by(const screen::Case&);
Joined<Leaving, Locking, SecretKeys,
       FactList<UsbDrivesFound, TimePassed, PageChosen, ExportFormatChosen, ExportWhoseChosen, ExportPrivateToggled,
                ExportNotesToggled, ExportPlaceChosen, Confirmed, ExportGoesOn, ExportWritten, TherapistFailed>>
by(const screen::Export&);
Joined<Leaving, Locking, TextKeys,
       FactList<CaseErased, CaseOpened, CodeAwaited, TherapistFailed, PageChosen, CaseTaskChosen, ChartCodeTapped,
                DoneTyping, PacketChosen, TherapistChosen, HoldToggled, PartnerChosen, WhoChosen, Confirmed>>
by(const screen::CaseActions&);
Joined<Leaving, Locking, FactList<PageChosen, CardTapped, Confirmed>> by(const screen::ChooseCards&);
Joined<Leaving, FactList<Unlocked, PageChosen, CardTapped, EndTapped>> by(const screen::TogetherView&);
Joined<Leaving, SecretKeys, SecretAnswers, FactList<Unlocked, CaseOpened, TherapistFailed>>
by(const screen::EndTogether&);

template<class S>
using By = decltype(by(std::declval<const S&>()));

}

// One fact, to be asked for those of a list alone.
template<class List>
class Among {
public:
    Among(Action action) : m_action(std::move(action)) {}
    template<Fact F>
    requires(List::template holds<F>()) Among(F fact) : m_action(std::move(fact)) {}
    template<class Wider>
    requires(Wider::holds_all(List())) Among(const Among<Wider>& wider) : m_action(wider.m_action) {}

    template<Fact A>
    const A* as() const {
        static_assert(List::template holds<A>(), "asked for a fact that is not in the list of what is known here");
        return m_action.template as<A>();
    }

private:
    template<class>
    friend class Among;
    Action m_action;
};
template<class S>
using Known = Among<known::By<S>>;

}
