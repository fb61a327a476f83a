// Two quick taps at one place do what one tap does, on every screen there is: the real update, touch and description.
#include "platform/stage.hpp"
#include "rehearsal/offscreen.hpp"
#include "support/settle_time.hpp"
#include "support/some_figures.hpp"
#include "ui/couple_samples.hpp"
#include "ui/staff_samples.hpp"
#include "ui/together_samples.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>

namespace {

using namespace std::chrono_literals;
using namespace model;

struct Panel {
    int width, height, percent;
};
constexpr Panel lying{1280, 800, 100}, standing{1080, 1920, 200};

rehearsal::Offscreen& sheet(Panel panel, int percent) {
    static std::map<std::pair<int, int>, rehearsal::Offscreen> sheets;
    auto found = sheets.find({panel.width, percent});
    if (found == sheets.end()) {
        auto made = rehearsal::Offscreen::create(panel.width, panel.height, percent);
        REQUIRE(made.has_value());
        found = sheets.emplace(std::pair{panel.width, percent}, std::move(*made)).first;
    }
    return found->second;
}

Session a_session() {
    Session made;
    made.seat = {samples::sitting_of(samples::usual_couple, PartStatus::open, PartStatus::open), Partner::a};
    made.part = {3};
    return made;
}

// What a world that works answers at once.
struct World {
    using Actions = std::vector<Action>;

    CaseFile file = samples::a_case();
    Board board = asking::board();

    Sitting sitting() const {
        return samples::sitting_of(samples::usual_couple, PartStatus::open, PartStatus::not_started);
    }
    BoardRow row() const { return board.rows.front(); }
    Actions unlocked() const { return {action::Unlocked{{{1}, "Dr. Okafor"}, samples::a_list()}}; }

    Actions operator()(const effect::FindSitting&) { return {action::SittingFound{sitting()}}; }
    Actions operator()(const effect::OpenSitting&) { return {action::SittingFound{sitting()}}; }
    Actions operator()(const effect::StartPart&) { return {action::PartOpened{a_session(), false}}; }
    Actions operator()(const effect::ResumePart&) { return {action::PartOpened{a_session(), false}}; }
    Actions operator()(const effect::ChangeCode&) { return {action::CodeChanged{sitting()}}; }
    Actions operator()(const effect::ResumeJoint&) { return {action::JointOpened{asking::joint().session}}; }
    Actions operator()(const effect::OpenJoint&) { return {action::JointOpened{asking::joint().session}}; }
    Actions operator()(const effect::SaveEntries& order) { return {action::Saved{order.part, order.entries.size()}}; }
    Actions operator()(const effect::SaveJointEntries& order) {
        return {action::Saved{order.part, order.entries.size()}};
    }
    Actions operator()(const effect::SealPart&) { return {action::PartSealed{sitting(), Partner::a}}; }
    Actions operator()(const effect::SealJoint&) { return {action::JointSealed{sitting()}}; }
    Actions operator()(const effect::PrintMission&) { return {action::MissionPrinted{}}; }
    Actions operator()(const effect::ForgetKeys&) { return {}; }
    Actions operator()(const effect::TryUnsaved&) { return {}; }
    Actions operator()(const effect::RaiseWish&) { return {}; }
    Actions operator()(const effect::ListStaff&) { return {action::StaffListed{board.therapists}}; }
    Actions operator()(const effect::NoteTouch&) { return {}; }
    Actions operator()(const effect::CheckAgain&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::PrintSlip&) { return {action::SlipPrinted{}}; }
    Actions operator()(const effect::FindDayFiles&) { return {action::DayFilesFound{{{"today.csv", "/k/today.csv"}}}}; }
    Actions operator()(const effect::ReadDayFile&) {
        return {action::DayRead{{.name = "today.csv",
                                 .sittings = {{.line = 1, .chart_code = "RG-2130", .packet = {"first"}}},
                                 .left_out = {},
                                 .refused = {}}}};
    }
    Actions operator()(const effect::TakeDay&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::UnlockDesk&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::ReadBoard&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::AskAboutCase& order) {
        return {action::CaseKnown{{.chart_code = order.chart_code}}};
    }
    Actions operator()(const effect::MakeSitting&) { return {action::SittingMade{board, row()}}; }
    Actions operator()(const effect::ParkAndReset&) { return {action::Parked{}}; }
    Actions operator()(const effect::AllowTry&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::AcknowledgeWish&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::ClosePart&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::MoveToTherapist&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::CancelSitting&) { return {action::BoardRead{board}}; }
    Actions operator()(const effect::ShowWish&) { return {action::WishShown{{{Partner::a, "Maya"}}}}; }
    Actions operator()(const effect::UnlockTherapist&) { return unlocked(); }
    Actions operator()(const effect::TryKit&) { return {action::KeysTaken{}}; }
    Actions operator()(const effect::TryPassphrase&) { return {action::KeysTaken{}}; }
    Actions operator()(const effect::RecoverKeys&) { return {action::KeysRecovered{"/k/kit.pdf", "7F3A", 3, 0}}; }
    Actions operator()(const effect::ReadCaseload&) { return unlocked(); }
    Actions operator()(const effect::ReadGlances&) { return {}; }
    Actions operator()(const effect::OpenCase&) { return {action::CaseOpened{file}}; }
    Actions operator()(const effect::SaveNote& order) { return {action::NoteSaved{order.visit}}; }
    Actions operator()(const effect::ChooseFollowUp& order) {
        file.next_packet = order.packet;
        return {action::CaseOpened{file}};
    }
    Actions operator()(const effect::ShareCase& order) {
        file.shared_with.clear();
        if (order.shared) file.shared_with.push_back({order.with, "M. Reyes, LMFT"});
        return {action::CaseOpened{file}};
    }
    Actions operator()(const effect::HandOverCase&) { return {action::CaseErased{}}; }
    Actions operator()(const effect::MovePart&) { return {action::CaseOpened{file}}; }
    Actions operator()(const effect::LetChooseCode& order) { return {action::CodeAwaited{{sitting(), order.partner}}}; }
    Actions operator()(const effect::HoldCase& order) {
        file.legal_hold = order.held;
        return {action::CaseOpened{file}};
    }
    Actions operator()(const effect::SetReadBack& order) {
        file.read_back = order.sentences;
        return {action::CaseOpened{file}};
    }
    Actions operator()(const effect::EraseCase&) { return {action::CaseErased{}}; }
    Actions operator()(const effect::ReadPrivate& order) {
        auto record = samples::private_answers(order.partner);
        record.sitting = order.sitting;
        return {action::PrivateRead{std::move(record)}};
    }
    Actions operator()(const effect::FindUsbDrives&) { return {action::UsbDrivesFound{{{"KINGSTON", "/k"}}}}; }
    Actions operator()(const effect::WriteExport&) { return {action::ExportGoesOn{1, 40}}; }
    Actions operator()(const effect::GoOnWriting&) { return {action::ExportWritten{"/k/RG-2041.pdf"}}; }
    Actions operator()(const effect::StopWriting&) { return {}; }
    Actions operator()(const effect::GatherFigures&) { return {action::FiguresGoOn{0, 40}}; }
    Actions operator()(const effect::GoOnGathering&) {
        return {action::FiguresRead{support::some_figures(samples::some_content(), samples::march_4)}};
    }
    Actions operator()(const effect::StopGathering&) { return {}; }
    Actions operator()(const effect::WriteFigures&) { return {action::FiguresWritten{"/k/figures.csv"}}; }
    Actions operator()(const effect::LockTherapist&) { return {}; }
};

struct Kiosk {
    core::Now now{samples::march_4, core::SteadyTime(1h)};
    Panel panel;
    World world;
    std::vector<std::string> ordered; // which effects, by place in Effect
    core::Milliseconds effect_takes{0};
    platform::Stage stage;

    Kiosk(State state, Panel on)
        : panel(on), stage(ready(std::move(state)), sheet(on, on.percent).size(), callbacks()) {}

    State ready(State state) const {
        state.appearance.text_percent = state.usual_appearance.text_percent = panel.percent;
        state.appearance.reduced_motion = true;
        state.shown_at = state.touched_at = now.steady - 10s;
        return state;
    }
    platform::StageCallbacks callbacks() {
        platform::StageCallbacks made;
        made.now = [this] { return now; };
        made.describe = [this](const State& state, const ui::View& view) {
            return sheet(panel, state.appearance.text_percent).describe(state, view);
        };
        made.run = [this](const Effect& effect) {
            ordered.push_back(std::to_string(effect.index()));
            pass(effect_takes);
            return std::visit(world, effect);
        };
        made.before_long_effect = made.after_effect = [] {};
        return made;
    }
    void pass(core::Milliseconds time) {
        now.steady += time;
        now.wall += time;
    }
    void tap(ui::Point point) {
        stage.take({now.steady, platform::input::Press{point}});
        pass(20ms);
        stage.pass_time();
        stage.take({now.steady, platform::input::Release{point}});
    }
    ui::Point middle(std::string_view id) const {
        const auto* widget = stage.tree().find_id(id);
        REQUIRE_MESSAGE(widget != nullptr, std::string(id));
        return widget->rect.center();
    }
    // The second tap lands where the first one did.
    void tap_twice(std::string_view id, core::Milliseconds between = 30ms) {
        const auto at = middle(id);
        tap(at);
        pass(between);
        stage.pass_time();
        tap(at);
    }
    template<class E>
    std::ptrdiff_t count() const {
        return std::ranges::count(ordered, std::to_string(Effect(E{}).index()));
    }
    template<class S>
    const S* shown() const {
        return std::get_if<S>(&stage.state().screen);
    }
    // Everything that a person could see or tap, and everything that was ordered.
    std::string facts() const {
        const auto& tree = stage.tree();
        auto words = tree.screen;
        for (const auto& widget : tree.widgets)
            words += fmt::format("\n{} {} {} {} {} {} {} {},{} {}x{}", widget.id, static_cast<int>(widget.role),
                                 widget.name, widget.value, widget.enabled, widget.chosen, widget.carets.size(),
                                 widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h);
        for (const auto& order : ordered)
            words += "\n" + order;
        return words;
    }
};

struct Sample {
    std::string name;
    State state;
};

CaseFile with_colleague() {
    auto file = samples::a_case();
    file.colleagues = {{{2}, "M. Reyes, LMFT"}};
    return file;
}

screen::CaseActions folder(CaseTask task) {
    screen::CaseActions made{.from = samples::an_open_case(CaseTab::overview, with_colleague()),
                             .task = task,
                             .chart_code = edit_of("RG-2041", 40, core::Lines::one)};
    return made;
}

void add_couple(std::vector<Sample>& all) {
    for (const auto& sample : samples::couple_samples(samples::usual_couple)) {
        auto state = samples::state_of(samples::usual_couple);
        sample.set(state);
        all.push_back({sample.name, std::move(state)});
    }
}

void add_answering(std::vector<Sample>& all) {
    for (const auto& item : asking::every_kind().items)
        all.push_back({"question " + item.id.value, asking::state_with(asking::question(item.id.value))});
    screen::ModuleIntro intro{.session = asking::session()};
    all.push_back({"module", asking::state_with(intro)});
    screen::Review review{.session = asking::session()};
    all.push_back({"review", asking::state_with(review)});
    screen::Release release{.session = asking::session()};
    all.push_back({"release", asking::state_with(release)});
    auto joint = asking::joint();
    all.push_back({"joint", asking::state_with(joint)});
    joint.tab = Partner::b;
    all.push_back({"joint, tab", asking::state_with(joint)});
    joint.tab.reset();
    joint.session.content.a_agrees = joint.session.content.b_agrees = true;
    all.push_back({"joint, agreed", asking::state_with(joint)});
    joint.writing = edit_of("We turn to each other first.", 400, core::Lines::one);
    all.push_back({"joint, writing", asking::state_with(joint)});
}

void add_desk(std::vector<Sample>& all) {
    for (const auto& sample : asking::staff_samples(false))
        all.push_back({sample.name, asking::state_with(sample.screen)});
}

void add_therapist(std::vector<Sample>& all) {
    const auto add = [&](std::string name, Screen screen) {
        all.push_back({std::move(name), samples::with_articles(std::move(screen))});
    };
    auto list = samples::a_caseload();
    add("caseload", list);
    list.typing = true;
    add("search", list);
    for (const auto tab : {CaseTab::brief, CaseTab::overview, CaseTab::trend, CaseTab::scores, CaseTab::answers,
                           CaseTab::mission, CaseTab::notes, CaseTab::private_view}) {
        auto open = samples::an_open_case(tab, with_colleague());
        open.asking_private = tab == CaseTab::private_view;
        add(fmt::format("case {}", static_cast<int>(tab)), open);
    }
    auto opened = samples::an_open_case(CaseTab::private_view, with_colleague());
    opened.opened_private = samples::private_answers(Partner::a);
    add("private answers", opened);
    auto note = samples::an_open_case(CaseTab::notes, with_colleague());
    note.note = edit_of("They came late.", 4000, core::Lines::many);
    add("note", note);
    auto behind = samples::an_open_case(CaseTab::scores, with_colleague());
    behind.behind = Behind{.module = {"side"}, .scale = core::ScaleId{"all"}, .item = {}, .partner = Partner::a};
    add("behind", behind);
    for (const auto task : {CaseTask::menu, CaseTask::follow_up, CaseTask::share, CaseTask::hand_over,
                            CaseTask::move_part, CaseTask::erase}) {
        auto shown = folder(task);
        add(fmt::format("folder {}", static_cast<int>(task)), shown);
        shown.chosen = core::TherapistId{2};
        if (task == CaseTask::hand_over) add("hand over, chosen", shown);
        shown.typing = task == CaseTask::move_part || task == CaseTask::erase;
        if (shown.typing) add("folder, typing", shown);
    }
    screen::Export written{
        .from = samples::an_open_case(CaseTab::scores, with_colleague()), .written_to = {}, .problem = {}};
    add("export", written);
    written.format = ExportFormat::archive;
    add("export, archive", written);
    written.typing = true;
    written.archive = samples::typed(14);
    add("export, passphrase", written);
    written.typing = false;
    written.written_to = "/k/RG-2041.zip";
    add("export, written", written);
    add("choose cards", screen::ChooseCards{.from = samples::an_open_case(CaseTab::overview, with_colleague()),
                                            .offered = samples::everything(),
                                            .picked = {0, 3}});
    add("together", samples::a_view(samples::everything()));
    add("card", samples::a_view(samples::everything(), 3));
    add("end together", screen::EndTogether{.from = samples::a_view(samples::everything()),
                                            .passphrase = samples::typed(12),
                                            .problem = {}});
}

std::vector<Sample> every_screen() {
    std::vector<Sample> all;
    add_couple(all);
    add_answering(all);
    add_desk(all);
    add_therapist(all);
    return all;
}

// Of like widgets the first and the last; of the letters and digits one.
std::vector<ui::Widget> worth_tapping(const ui::Tree& tree) {
    std::map<std::string, std::vector<ui::Widget>> alike;
    for (const auto& widget : tree.widgets) {
        if (!widget.enabled || (!widget.action && widget.caret_bytes.empty())) continue;
        if (tree.at(widget.rect.center()) != tree.find_id(widget.id)) continue;
        const bool types = widget.role == ui::Role::key && widget.id.size() == std::string_view("key:x").size();
        auto kind = types ? "key:" : widget.id.substr(0, widget.id.find_first_of("0123456789"));
        alike[std::move(kind)].push_back(widget);
    }
    std::vector<ui::Widget> chosen;
    for (const auto& [kind, widgets] : alike) {
        chosen.push_back(widgets.front());
        if (widgets.size() > 1 && kind != "key:") chosen.push_back(widgets.back());
    }
    return chosen;
}

// A key of a keyboard may follow itself, for a word may have a letter twice, and the caret goes wherever a finger is;
// but not from one page to the next.
void check_every_screen(Panel panel) {
    std::vector<std::string> complaints;
    std::size_t tapped = 0;
    for (const auto& sample : every_screen()) {
        const auto widgets = worth_tapping(Kiosk(sample.state, panel).stage.tree());
        for (const auto& widget : widgets) {
            Kiosk kiosk(sample.state, panel), once(sample.state, panel);
            const auto page = kiosk.stage.tree().screen;
            const auto at = widget.rect.center();
            kiosk.tap(at);
            once.tap(at);
            const bool same_page = kiosk.stage.tree().screen == page;
            kiosk.pass(30ms);
            kiosk.tap(at);
            once.pass(50ms);
            once.stage.pass_time();
            ++tapped;
            const auto one_tap = once.facts();
            const bool types = widget.role == ui::Role::key || widget.role == ui::Role::writing;
            if (kiosk.facts() == one_tap || (types && same_page)) continue;
            complaints.push_back(
                fmt::format("{}: {} ({} to {})", sample.name, widget.id, page, one_tap.substr(0, one_tap.find('\n'))));
        }
    }
    CHECK(tapped > 500);
    std::string all;
    for (const auto& complaint : complaints)
        all += "\n" + complaint;
    INFO(complaints.size(), " of ", tapped, all);
    CHECK(complaints.empty());
}

}

TEST_CASE("two quick taps at one place do what one does, on every screen of a lying panel") {
    check_every_screen(lying);
}

TEST_CASE("two quick taps at one place do what one does, on every screen of a standing panel in large text") {
    check_every_screen(standing);
}

TEST_CASE("two quick taps on Share with a colleague share the case with nobody") {
    for (const auto panel : {lying, standing}) {
        Kiosk kiosk(samples::a_state(folder(CaseTask::menu)), panel);
        kiosk.tap(kiosk.middle("task:share"));
        REQUIRE(kiosk.shown<screen::CaseActions>()->task == CaseTask::share);
        const auto colleague = kiosk.middle("therapist:0");
        kiosk.pass(100ms);
        kiosk.tap(colleague);
        kiosk.pass(400ms);
        kiosk.tap(colleague);
        CHECK(kiosk.count<effect::ShareCase>() == 0);
        kiosk.pass(600ms);
        kiosk.tap(colleague);
        CHECK(kiosk.count<effect::ShareCase>() == 1);
    }
}

TEST_CASE("a task of the case begins nothing else with its second tap") {
    for (const auto task : {"task:hand-over", "task:erase", "task:move", "task:follow-up"}) {
        Kiosk kiosk(samples::a_state(folder(CaseTask::menu)), lying);
        if (kiosk.stage.tree().find_id(task) == nullptr) continue;
        CAPTURE(task);
        kiosk.tap(kiosk.middle(task));
        const auto begun = kiosk.facts();
        for (const auto& widget : worth_tapping(kiosk.stage.tree())) {
            kiosk.pass(5ms);
            kiosk.tap(widget.rect.center());
        }
        CHECK(kiosk.facts() == begun);
    }
}

TEST_CASE("a row of the board opens its page, whose buttons wait until it stands") {
    Kiosk kiosk(asking::state_with(asking::desk()), lying);
    kiosk.tap(kiosk.middle("row:2"));
    const auto opened = kiosk.facts();
    REQUIRE(kiosk.shown<screen::Desk>()->open_row == core::SittingId{2});
    const auto start = kiosk.middle("start");
    kiosk.pass(100ms);
    kiosk.tap(start);
    CHECK(kiosk.facts() == opened);
    kiosk.pass(400ms);
    kiosk.tap(start);
    CHECK(kiosk.count<effect::OpenSitting>() == 1);
}

TEST_CASE("a double tap prints one slip, and takes in a day's list once") {
    Kiosk slip(asking::state_with(screen::SittingCreated{asking::board(), asking::board().rows.front()}), lying);
    const auto print = slip.middle("slip");
    slip.tap(print);
    slip.pass(200ms);
    slip.tap(print);
    CHECK(slip.count<effect::PrintSlip>() == 1);
    Kiosk list(asking::state_with(asking::desk()), lying);
    list.tap(list.middle("day-list"));
    list.pass(1s);
    const auto file = list.middle("file:0");
    list.tap(file);
    list.pass(200ms);
    list.tap(file);
    list.pass(1s);
    REQUIRE(list.shown<screen::DayList>()->plan);
    CHECK(list.count<effect::ReadDayFile>() == 1);
    const auto make = list.middle("confirm");
    list.tap(make);
    list.pass(200ms);
    list.tap(make);
    CHECK(list.count<effect::TakeDay>() == 1);
    CHECK(list.shown<screen::Desk>() != nullptr);
}

TEST_CASE("what stands on a tab of the case waits until the tab stands") {
    Kiosk kiosk(samples::a_state(samples::an_open_case(CaseTab::overview)), lying);
    kiosk.tap(kiosk.middle("tab:private"));
    REQUIRE(kiosk.shown<screen::Case>()->asking_private);
    const auto asked = kiosk.facts();
    for (const auto& widget : worth_tapping(kiosk.stage.tree())) {
        kiosk.pass(5ms);
        kiosk.tap(widget.rect.center());
    }
    CHECK(kiosk.facts() == asked);
    CHECK(kiosk.count<effect::ReadPrivate>() == 0);
}

TEST_CASE("a second tap half a second after Create does not open the sitting before its entry code was read") {
    for (const auto panel : {lying, standing}) {
        Kiosk kiosk(asking::state_with(asking::new_sitting(false, false)), panel);
        kiosk.tap_twice("create", 500ms);
        CHECK(kiosk.count<effect::MakeSitting>() == 1);
        CHECK(kiosk.count<effect::OpenSitting>() == 0);
        REQUIRE(kiosk.shown<screen::SittingCreated>() != nullptr);
        kiosk.pass(500ms);
        kiosk.tap(kiosk.middle("start"));
        CHECK(kiosk.count<effect::OpenSitting>() == 1);
    }
}

TEST_CASE("a second tap half a second after the first seals, parks and deletes nothing") {
    screen::Release release{.session = asking::session()};
    release.page = 99; // shown as the last
    Kiosk review(asking::state_with(release), lying);
    review.tap_twice("next", 500ms);
    CHECK(review.shown<screen::Review>() != nullptr);
    CHECK(review.count<effect::SealPart>() == 0);

    Kiosk desk(asking::state_with(asking::desk()), lying);
    desk.tap(desk.middle("park:1"));
    desk.pass(500ms);
    desk.tap(desk.middle("confirm"));
    CHECK(desk.shown<screen::ConfirmPark>() != nullptr);
    CHECK(desk.count<effect::ParkAndReset>() == 0);
    desk.pass(500ms);
    desk.tap(desk.middle("confirm"));
    CHECK(desk.count<effect::ParkAndReset>() == 1);
}

TEST_CASE("a second tap does nothing while the order of the first is still being carried out") {
    Kiosk kiosk(samples::a_state(folder(CaseTask::share)), lying);
    kiosk.world.file = kiosk.shown<screen::CaseActions>()->from.file;
    kiosk.effect_takes = 800ms;
    const auto colleague = kiosk.middle("therapist:0");
    const auto began = kiosk.now.steady;
    kiosk.tap(colleague);
    REQUIRE(kiosk.count<effect::ShareCase>() == 1);
    // Pressed while the screen stood still, and taken in when it moved again.
    kiosk.stage.take({began + 600ms, platform::input::Press{colleague}});
    kiosk.stage.take({began + 820ms, platform::input::Release{colleague}});
    CHECK(kiosk.count<effect::ShareCase>() == 1);
    CHECK(kiosk.world.file.shared_with.size() == 1);
    kiosk.pass(1s);
    kiosk.tap(kiosk.middle("therapist:0"));
    CHECK(kiosk.count<effect::ShareCase>() == 2);
}

TEST_CASE("two quick taps on Next after one's own name do not skip the partner's") {
    Kiosk kiosk(
        [] {
            auto state = samples::state_of(samples::usual_couple);
            for (const auto& sample : samples::couple_samples(samples::usual_couple))
                if (sample.name == "names") sample.set(state);
            return state;
        }(),
        lying);
    kiosk.tap_twice("key:done");
    const auto* names = kiosk.shown<screen::Names>();
    REQUIRE(names != nullptr);
    CHECK(names->asking_partner);
}

TEST_CASE("what a test knows of a page's settling by its name is never less than what the kiosk waits") {
    for (const auto& sample : every_screen()) {
        CAPTURE(sample.name);
        CHECK(support::settle_time_on(page_id(sample.state).name) >= settle_time_of(sample.state));
    }
}
