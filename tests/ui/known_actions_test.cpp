// What each screen says that it knows, held against what is drawn on it and against what it does.
#include "every_screen.hpp"
#include "model/visit/known_actions.hpp"
#include "model/visit/update.hpp"
#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace model;

namespace {

// Of each fact one or more, with what the samples hold: a row of the board, a card, a case of the list.
std::vector<Action> examples() {
    using namespace model::action;
    const auto sitting = asking::sitting(false);
    const core::Error full{core::ErrorCode::disk_full, ""};
    const Session session{.seat = {sitting, model::Partner::a}, .part = {3}};
    const JointSession joint{.sitting = sitting, .part = {9}};
    const TherapistName therapist{{1}, "Dr. Okafor"};
    auto other_case = samples::a_case("Ruth", "Daniel");
    other_case.visits.pop_back();
    other_case.visits.front().a = {};
    Board board = asking::board();
    board.rows.pop_back();
    return {
        HideTapped{}, BackTapped{}, NextTapped{}, PageChosen{1}, PageChosen{0}, WentHome{}, BeginTapped{}, ReadTapped{},
        ArticleChosen{1}, ThemeChosen{Theme::evening}, TextSizeChosen{150}, MotionToggled{}, StaffTapped{},
        DeskTapped{}, TherapistChosen{1}, KeyTyped{"7"}, BackspaceTyped{}, DeleteTyped{}, CaretStepped{-1},
        CaretPlaced{0}, ShiftTapped{}, SymbolsTapped{}, ShowTapped{}, DoneTyping{}, WhoChosen{model::Partner::b},
        JointChosen{}, NotHereYet{}, WishRaised{}, ReadyTapped{}, ReturnTapped{}, ChoiceTapped{2},
        DirectionTapped{true, 2}, ConsentTapped{}, StarterTapped{0}, SkipTapped{}, PreferNotTapped{},
        DatePartTapped{DatePart::year}, StrokeBegun{{900, 300}}, StrokeDrawn{{40, 900}}, StrokeEnded{},
        SignatureCleared{}, SignByNameTapped{}, SignByDrawingTapped{}, PersonSettled{true}, RetrySave{},
        ReleaseToggled{{{"every-kind"}, {"stand"}}}, ReviewItemChosen{{{"every-kind"}, {"usual"}}}, ReviewTapped{},
        SealTapped{}, TabChosen{model::Partner::a}, DraftTapped{1}, SentenceTapped{0}, WriteTapped{}, TurnPassed{},
        AssentTapped{model::Partner::a}, StatementFinished{}, NewSittingTapped{}, ChartCodeTapped{}, PacketChosen{1},
        ExpectToggled{model::Partner::a}, CreateTapped{}, StartTapped{{2}}, RowTapped{core::SittingId{2}},
        ParkTapped{{2}}, MoveTapped{{2}}, CancelTapped{{2}}, WhoAskedTapped{{2}}, WishAcknowledged{},
        AnswerAnewTapped{}, TryAllowed{{3}, model::Partner::a}, CloseTapped{{3}, model::Partner::a}, Confirmed{},
        SearchTapped{}, ListPaged{1}, FilterChosen{CaseFilter::unread}, CaseChosen{{100}}, VisitStepped{1},
        PartnerChosen{model::Partner::b}, CaseTabChosen{CaseTab::scores}, CaseMenuTapped{CaseMenu::more},
        BehindClosed{}, DotsToward{model::Partner::b}, DotsOrdered{true}, TrendChosen{1}, VersionsCompared{true},
        PrivateOpened{}, PrivateClosed{}, LockTapped{}, NoteTapped{}, CaseActionsTapped{},
        CaseTaskChosen{CaseTask::share}, HoldToggled{}, ReadBackToggled{}, ExportTapped{},
        ExportFormatChosen{ExportFormat::archive}, ExportWhoseChosen{model::Partner::b}, ExportPrivateToggled{},
        ExportPlaceChosen{"/media/KINGSTON"}, TogetherTapped{}, CardTapped{1}, EndTapped{}, ForgottenTapped{},
        FiguresTapped{}, FiguresPrivateToggled{}, MinutesChosen{std::chrono::minutes(25)},
        // Answers of effects.
        SittingFound{sitting}, Refused{{.why = Refusal::Why::wrong, .failures = 1, .until = {}}},
        PartOpened{session, false}, CodeAwaited{{sitting, model::Partner::a}}, CodeChanged{sitting}, JointOpened{joint},
        Saved{{3}, 1}, Saved{{9}, 1}, SaveFailed{{3}, full}, SaveFailed{{9}, full},
        PartSealed{sitting, model::Partner::a}, JointSealed{sitting}, SealFailed{full}, StaffListed{{therapist}},
        BoardRead{board},
        CaseKnown{{.chart_code = "RG-2130", .is_case = true, .last_here = core::WallTime{}, .next_packet = {"second"}}},
        SittingMade{board, board.rows.front()}, DeskFailed{full}, Parked{}, WishShown{{{}}}, Unlocked{therapist, {}},
        KeysTaken{},
        KeysRefused{core::message("recover.other", "This is another kiosk's kit. Please compare the number.")},
        KeysRecovered{"/media/KINGSTON/kit.pdf", "7F3A 91C2 08DE B41D", 3, 0},
        GlancesRead{{{.id = {100}, .low = 1, .high = 7, .points = {}}}}, CaseOpened{other_case}, CaseErased{},
        NoteSaved{{12}}, NoteFailed{full}, PrivateRead{samples::private_answers(model::Partner::a)},
        UsbDrivesFound{{{"INTENSO", "/media/INTENSO"}}}, ExportGoesOn{7, 41}, ExportWritten{"/media/KINGSTON/RG.pdf"},
        FiguresGoOn{20, 41}, FiguresRead{support::some_figures(samples::some_content(), samples::march_4)},
        FiguresWritten{"/charts/figures.csv"}, TherapistFailed{full}, MarksTapped{}, MarksOfChosen{"a"},
        PicturesChosen{Pictures::map}, AnswersOrdered{true}, ExportNotesToggled{}, LookOpened{}, LookClosed{},
        NameTapped{}, PrintTapped{model::Partner::a}, MissionPrinted{}, PrintFailed{}, ChecksTapped{},
        CheckAgainTapped{}, CodesTapped{}, SlipTapped{{2}}, SlipPrinted{}, SlipFailed{}, DayListTapped{},
        DayFileChosen{1}, DayFilesFound{{{"later.csv", "/media/KINGSTON/later.csv"}}},
        DayRead{{.name = "today.csv", .sittings = {}, .left_out = {}, .refused = {}}}};
}

State at_size(const every::Shown& shown, int percent) {
    auto state = shown.state;
    state.appearance.text_percent = percent;
    return state;
}

// All that can be seen of a step, all that the world hears of it, and what is kept for later.
std::string told(const Step& step) {
    std::string all;
    const auto tree = support::draw(step.state, support::lying);
    for (const auto& widget : tree.widgets) {
        all += widget.id + "|" + widget.name + "|" + widget.value + "|";
        for (const float place : {widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h})
            all += std::to_string(static_cast<int>(place)) + ",";
        all += widget.enabled ? "on" : "off";
        all += widget.chosen ? " chosen\n" : "\n";
    }
    if (const auto* list = std::get_if<screen::Caseload>(&step.state.screen))
        for (const auto& [id, glance] : list->glances)
            all += std::to_string(glance.points.size());
    if (const auto* question = std::get_if<screen::Question>(&step.state.screen))
        all += std::to_string(question->stroke.size());
    return all;
}

bool does_something(const State& state, const Action& action, const std::string& before) {
    const auto step = update(state, action, {});
    if (!step.effects.empty() || step.state.screen.index() != state.screen.index() ||
        step.state.appearance != state.appearance)
        return true;
    return told(step) != before;
}

using Kinds = std::set<std::size_t>;

template<class... Fs>
Kinds kinds_in(FactList<Fs...>) {
    return {Facts::place<Fs>()...};
}

// The keys of a keyboard are one thing on all screens that have one, and not all of them draw all keys. What comes due
// with the time is held by the tests of each screen.
using Keys = Joined<known::TextKeys, known::SecretKeys>;
Kinds told_by(const Screen& screen) {
    auto kinds = std::visit([]<class S>(const S&) { return kinds_in(known::By<S>()); }, screen);
    std::erase_if(kinds, [keys = kinds_in(Keys())](std::size_t kind) { return keys.contains(kind); });
    kinds.erase(Facts::place<action::TimePassed>());
    return kinds;
}

// The first pages of it.
std::vector<State> pages_of(const State& state) {
    std::vector<State> all{state};
    std::visit(
        [&](const auto& shown) {
            if constexpr (requires { shown.page; })
                for (std::size_t page = 1; page < 4; ++page) {
                    auto turned = shown;
                    turned.page = page;
                    all.push_back(state);
                    all.back().screen = turned;
                }
        },
        state.screen);
    return all;
}

// Takes out of `left` what does something here.
void try_all(const State& state, std::vector<Action> tried, Kinds& left) {
    if (left.empty()) return;
    for (const auto& widget : support::draw(state, support::lying).widgets)
        if (widget.enabled && widget.action) tried.push_back(*widget.action);
    const auto before = told(update(state, action::Touched{}, {}));
    for (const auto& action : tried)
        if (left.contains(action.kind()) && does_something(state, action, before)) left.erase(action.kind());
}

}

TEST_CASE("whatever is drawn to be tapped means something that its screen knows") {
    for (const int percent : {100, 200})
        for (const auto panel : {support::lying, support::standing})
            for (const auto& shown : every::screens()) {
                const auto state = at_size(shown, percent);
                for (const auto& widget : support::draw(state, panel).widgets)
                    if (widget.enabled && widget.action)
                        CHECK_MESSAGE(knows(state, *widget.action), shown.name, " at ", percent, " %: nobody hears of ",
                                      widget.id, " \"", widget.name, "\"");
            }
}

TEST_CASE("every screen is among the samples, and each fact that it says it knows does something there") {
    const auto all = examples();
    std::map<std::size_t, Kinds> left; // by screen: what was not seen to do anything
    std::map<std::size_t, std::string> names;
    for (const auto& shown : every::screens()) {
        left.try_emplace(shown.state.screen.index(), told_by(shown.state.screen));
        names.try_emplace(shown.state.screen.index(), shown.name);
    }
    CHECK(left.size() == std::variant_size_v<AnyScreen>);
    auto keys = kinds_in(Keys());
    for (const int percent : {100, 200})
        for (const auto& shown : every::screens()) {
            const auto state = at_size(shown, percent);
            if (state.help_open || state.look_open || state.idle_asked || state.speech_open) continue;
            try_all(state, all, keys);
            for (const auto& page : pages_of(state))
                try_all(page, all, left.at(state.screen.index()));
        }
    CHECK(keys.empty());
    for (const auto& [screen, kinds] : left)
        for (const auto kind : kinds)
            CHECK_MESSAGE(false, names.at(screen), " says that it knows fact ", kind,
                          " of Facts and does nothing on it");
}

TEST_CASE("what no screen knows changes nothing, and what stands over a screen keeps a person's taps from it") {
    State state = asking::state_with(asking::question("usual"));
    CHECK(knows(state, action::ChoiceTapped{2}));
    CHECK(knows(state, action::HideTapped{}));
    CHECK(knows(state, action::LanguageChosen{Language{"es"}}));
    CHECK(knows(state, action::HelpOpened{}));
    CHECK_FALSE(knows(state, action::CreateTapped{}));
    CHECK_FALSE(knows(state, action::StillHere{}));
    CHECK_FALSE(does_something(state, action::CreateTapped{}, told(update(state, action::Touched{}, {}))));
    state.idle_asked = true;
    CHECK(knows(state, action::StillHere{}));
    CHECK_FALSE(knows(state, action::ChoiceTapped{2}));
    CHECK(knows(state, action::Saved{{3}, 1}));
    state.idle_asked = false;
    state.help_open = true;
    CHECK(knows(state, action::HelpClosed{}));
    CHECK_FALSE(knows(state, action::ChoiceTapped{2}));
    CHECK(knows(state, action::SaveFailed{{3}, {core::ErrorCode::disk_full, ""}}));
    CHECK_FALSE(knows(asking::state_with(screen::Welcome{}), action::HideTapped{}));
}

TEST_CASE("the sheet of text size and colors does something on each fact that it says it knows") {
    auto left = kinds_in(known::Look());
    for (const auto& shown : every::screens()) {
        const auto state = at_size(shown, 200);
        if (!state.look_open) continue;
        const auto before = told(update(state, action::Touched{}, {}));
        for (const auto& action : examples())
            if (left.contains(action.kind()) && does_something(state, action, before)) left.erase(action.kind());
    }
    for (const auto kind : left)
        CHECK_MESSAGE(false, "the sheet does nothing on fact ", kind, " of Facts");
}

TEST_CASE("the panel for reading aloud does something on each fact that it says it knows") {
    auto left = kinds_in(known::SpeechPanel());
    for (const auto& shown : every::screens()) {
        const auto state = at_size(shown, 200);
        if (!state.speech_open) continue;
        const auto before = told(update(state, action::Touched{}, {}));
        for (const auto& action : examples())
            if (left.contains(action.kind()) && does_something(state, action, before)) left.erase(action.kind());
        const auto closed = update(state, action::SpeechClosed{}, {});
        if (!closed.state.speech_open) left.erase(Facts::place<action::SpeechClosed>());
    }
    CHECK(left.empty());
}

TEST_CASE("help does something on each fact that it says it knows") {
    auto left = kinds_in(known::Help());
    for (const auto& shown : every::screens()) {
        const auto state = at_size(shown, 200);
        if (!state.help_open) continue;
        const auto before = told(update(state, action::Touched{}, {}));
        for (const auto& action : examples())
            if (left.contains(action.kind()) && does_something(state, action, before)) left.erase(action.kind());
        const auto closed = update(state, action::HelpClosed{}, {});
        if (!closed.state.help_open) left.erase(Facts::place<action::HelpClosed>());
    }
    CHECK(left.empty());
}
