#include "staff_samples.hpp"

namespace asking {

model::BoardPart answering() {
    return {model::PartStatus::open, {.screens_done = 30, .screens_total = 50, .left = std::chrono::seconds(340)}};
}

model::BoardRow row(int id, model::SittingStatus status, model::BoardPart a, model::BoardPart b, bool long_names) {
    using enum model::SittingStatus;
    model::BoardRow made;
    made.sitting = {id};
    made.chart_code = long_names ? "RG-2041-LONGER-CODE" + std::to_string(id) : "RG-20" + std::to_string(40 + id);
    made.therapist = long_names ? "Dr. Bartholomew Okafor-Lindqvist" : "Dr. Okafor";
    made.packet_title = long_names ? "A later visit with questions about the past" : "First visit";
    made.entry_code = "4711";
    // The day that the samples are drawn on; what was put away is of the day before.
    made.planned_at = core::WallTime(std::chrono::sys_days(std::chrono::year(2025) / 3 / 4)) +
                      std::chrono::hours(status == parked ? -12 : 12) + std::chrono::minutes(15 * id);
    made.changed_at = made.planned_at + std::chrono::minutes(50);
    made.status = status;
    made.a = a;
    made.b = b;
    made.joint = {model::PartStatus::not_started, {}};
    made.can_move = status == waiting;
    made.can_cancel = status == waiting || status == parked;
    return made;
}

model::Board board(bool long_names, std::size_t copies) {
    using enum model::PartStatus;
    using enum model::SittingStatus;
    model::Board made;
    int id = 0;
    for (std::size_t i = 0; i < copies; ++i) {
        made.rows.push_back(row(++id, active, {sealed, {}}, answering(), long_names));
        made.rows.push_back(row(++id, waiting, {not_started, {}}, {not_started, {}}, long_names));
        made.rows.push_back(row(++id, parked, answering(), {absent, {}}, long_names));
        made.rows.push_back(row(++id, finished, {sealed, {}}, {sealed, {}}, long_names));
    }
    made.rows[0].marked = true;
    using enum model::Checked;
    for (const auto what : {touch, display, fonts, content, unit, updates, space, disk, sealing, audit, clock})
        made.checks.push_back({what, model::all_well()});
    made.checks.push_back(
        {backup,
         {model::Health::attention, core::message("check.backup-days", "{number} days ago", {{"number", "9"}}),
          core::message("check.backup-old.do", "Put the backup stick in. Where it is in, call the "
                                               "technician.")}});
    for (const auto* name : {"Dr. Okafor", "Dr. Lindqvist", "M. Reyes, LMFT"})
        made.therapists.push_back({{static_cast<int>(made.therapists.size()) + 1}, name});
    if (long_names) made.therapists.push_back({{4}, "Dr. Maximiliana-Josefina Okafor-Lindqvist"});
    return made;
}

model::screen::Desk desk(bool long_names, std::size_t copies) {
    model::screen::Desk screen;
    screen.board = board(long_names, copies);
    return screen;
}

model::screen::NewSitting new_sitting(bool long_names, bool typing) {
    model::screen::NewSitting screen;
    screen.board = board(long_names);
    screen.chart_code = model::edit_of("RG-2130", 24, core::Lines::one);
    screen.typing = typing;
    return screen;
}

model::screen::NewSitting second_sitting(bool long_names, bool asked) {
    auto screen = new_sitting(long_names, false);
    screen.known = model::KnownCode{
        .chart_code = "RG-2130", .is_case = true, .last_here = board(long_names).rows[0].planned_at, .has_open = true};
    screen.asks_for_second = asked;
    return screen;
}

model::screen::NewSitting full_sitting(bool long_names) {
    auto screen = new_sitting(long_names, true);
    model::insert(screen.chart_code, std::string(24, '7'));
    return screen;
}

model::screen::WhoAsked who_asked(bool long_names) {
    return {.board = board(long_names), .row = board(long_names).rows[0], .pin = {}, .who = {}};
}

model::screen::Recover recovering(bool long_names, model::screen::Recover::Step step) {
    using Step = model::screen::Recover::Step;
    model::screen::Recover screen{
        .therapist = {{1}, long_names ? "Dr. Maximiliana-Josefina Okafor-Lindqvist" : "Dr. Okafor"},
        .kit = "7F3A 91C2 08DE B41D",
        .step = step};
    screen.entry.shown = step == Step::words;
    screen.entry.typed = core::SecretText(step == Step::words ? "lusab babad gutih tugad bobib lapis vojoz" : "paper");
    if (step == Step::place) screen.places = {{long_names ? "A STICK WITH A LONG NAME" : "KINGSTON", "/k"}};
    if (step == Step::done) {
        screen.written_to = "/media/KINGSTON/sameside-recovery-kit-2026-03-04-101500.pdf";
        screen.parts = 12;
    }
    return screen;
}

std::vector<Sample> recover_samples(bool long_names) {
    using enum model::screen::Recover::Step;
    std::vector<Sample> samples;
    for (const auto step : {words, passphrase, again, place, done})
        samples.push_back({"recover " + std::to_string(static_cast<int>(step)), recovering(long_names, step)});
    for (const auto step : {words, passphrase, place}) {
        auto wrong = recovering(long_names, step);
        wrong.problem = core::message("recover.word", "Word {word} cannot be right. Please compare it with the page.",
                                      {{"word", "12"}});
        samples.push_back({"recover " + std::to_string(static_cast<int>(step)) + ", problem", wrong});
    }
    auto trying = recovering(long_names, words);
    trying.entry.working = true;
    samples.push_back({"recover, trying", trying});
    auto working = recovering(long_names, place);
    working.working = true;
    samples.push_back({"recover, working", working});
    auto damaged = recovering(long_names, done);
    damaged.left = 2;
    samples.push_back({"recover, some damaged", damaged});
    auto stick = recovering(long_names, place);
    stick.to = "/k";
    samples.push_back({"recover, to a stick", stick});
    return samples;
}

// The board's own pages, a day with rows of all kinds, and a list that is taken in.
std::vector<Sample> day_samples(bool long_names) {
    std::vector<Sample> samples;
    for (const auto shown : {model::screen::DeskPage::checks, model::screen::DeskPage::forgotten_codes}) {
        auto screen = desk(long_names);
        screen.shown = shown;
        samples.push_back({"desk, page " + std::to_string(static_cast<int>(shown)), screen});
    }
    auto nobody = desk(long_names);
    nobody.shown = model::screen::DeskPage::forgotten_codes;
    std::erase_if(nobody.board.rows, [](const auto& row) { return row.status != model::SittingStatus::finished; });
    samples.push_back({"desk, nobody answers", nobody});
    auto ailing = desk(long_names);
    for (auto& check : ailing.board.checks)
        check.found = {model::Health::failed, core::message("check.nearly-full", "Nearly full"),
                       core::message("check.space.do", "The technician makes room: old files in the export folder, "
                                                       "old backups.")};
    samples.push_back({"desk, nothing is well", ailing});
    ailing.shown = model::screen::DeskPage::checks;
    samples.push_back({"checks, nothing is well", ailing});
    model::screen::DayList list{.board = board(long_names)};
    samples.push_back({"day list, looking", list});
    list.files = std::vector<model::DayFile>();
    samples.push_back({"day list, none", list});
    for (const char* name : {"today.csv (KINGSTON)", "calendar-export-of-a-long-name-2026-03-04.csv"})
        list.files->push_back({name, std::string("/media/KINGSTON/") + name});
    samples.push_back({"day list", list});
    list.problem = core::message("day-list.no-list", "No line of it has a time and a chart code.");
    samples.push_back({"day list, refused", list});
    list.problem = {};
    model::DayPlan plan{.name = "today.csv", .sittings = {}, .left_out = {}, .refused = {}};
    plan.left_out.push_back({3, "RG-2044", core::message("day-list.is-open", "A sitting for it is open already.")});
    plan.left_out.push_back(
        {4, "", core::message("day-list.name", "It has no digit, so it may be a name. A name is never taken.")});
    list.plan = plan;
    samples.push_back({"day list, nothing fits", list});
    for (int i = 0; i < 9; ++i)
        list.plan->sittings.push_back({.line = static_cast<std::size_t>(5 + i),
                                       .at = core::WallTime{std::chrono::hours(490000 + i)},
                                       .chart_code = "RG-21" + std::to_string(30 + i),
                                       .therapist = board(long_names).therapists.back(),
                                       .packet = {"first"}});
    samples.push_back({"day list, plan", list});
    list.working = true;
    samples.push_back({"day list, being made", list});
    model::screen::SittingCreated created{.board = board(long_names), .row = board(long_names).rows[0]};
    created.notice = core::message("slip.failed", "The printer did not take it. Read the code out, or write it down.");
    samples.push_back({"created, no slip", created});
    return samples;
}

std::vector<Sample> staff_samples(bool long_names) {
    std::vector<Sample> samples;
    samples.push_back({"desk", desk(long_names)});
    samples.push_back({"new sitting, full", full_sitting(long_names)});
    // What is said of words that the disk refuses.
    for (const model::Action& told : {model::Action(model::action::DeskFailed{{core::ErrorCode::io, "disk"}, true}),
                                      model::Action(model::action::Broke{{core::ErrorCode::io, "disk"}, true})}) {
        auto state = model::State{};
        state.practice = std::make_shared<const model::Practice>();
        state.content = std::make_shared<const model::Content>();
        state.screen = model::screen::ConfirmPark{board(long_names), board(long_names).rows[0]};
        samples.push_back({"not saved", model::update(std::move(state), told, {}).state.screen});
    }
    samples.push_back({"desk, many rows", desk(long_names, 5)});
    samples.push_back({"desk, no rows", model::screen::Desk{}});
    auto noticed = desk(long_names);
    noticed.notice = core::message("desk.moved-now", "The sitting was moved.");
    noticed.page = 1;
    samples.push_back({"desk, later page with a notice", noticed});
    for (int id = 1; id <= 4; ++id) {
        auto opened = desk(long_names);
        opened.open_row = core::SittingId{id};
        samples.push_back({"row " + std::to_string(id), opened});
    }
    auto troubled = desk(long_names);
    troubled.open_row = core::SittingId{3};
    auto& tried = troubled.board.rows[2];
    tried.code_closed = tried.can_move = tried.marked = tried.a.locked_out = tried.joint.locked_out = true;
    tried.b = answering();
    tried.b.locked_out = true;
    tried.joint.status = model::PartStatus::open;
    samples.push_back({"row of codes that were tried out", troubled});
    samples.push_back({"chart code", new_sitting(long_names, true)});
    samples.push_back({"new sitting", new_sitting(long_names, false)});
    samples.push_back({"new sitting, one open", second_sitting(long_names, false)});
    samples.push_back({"second sitting", second_sitting(long_names, true)});
    auto hurried = new_sitting(long_names, false);
    hurried.minutes = std::chrono::minutes(5);
    samples.push_back({"new sitting, five minutes", hurried});
    for (const bool typing : {true, false}) {
        auto wrong = new_sitting(long_names, typing);
        wrong.problem =
            core::message("new.incomplete", "Please type the chart code and choose a therapist and a packet.");
        wrong.page = typing ? 0 : 2;
        samples.push_back({"new sitting, problem", wrong});
    }
    const auto one = board(long_names).rows[0];
    samples.push_back({"created", model::screen::SittingCreated{board(long_names), one}});
    for (auto& sample : day_samples(long_names))
        samples.push_back(std::move(sample));
    samples.push_back({"park", model::screen::ConfirmPark{board(long_names), one}});
    samples.push_back({"parking", model::screen::ConfirmPark{board(long_names), one, true}});
    samples.push_back({"cancel", model::screen::ConfirmCancel{board(long_names), one}});
    samples.push_back(
        {"close", model::screen::ConfirmClose{.board = board(long_names), .row = one, .partner = model::Partner::a}});
    samples.push_back({"close the shared page", model::screen::ConfirmClose{.board = board(long_names), .row = one}});
    samples.push_back(
        {"closing", model::screen::ConfirmClose{
                        .board = board(long_names), .row = one, .partner = model::Partner::b, .working = true}});
    samples.push_back(
        {"move", model::screen::MoveSitting{.board = board(long_names), .row = one, .page = 0, .problem = {}}});
    samples.push_back({"who asked, PIN", who_asked(long_names)});
    auto shown = who_asked(long_names);
    for (auto& sample : recover_samples(long_names))
        samples.push_back(std::move(sample));
    shown.who = std::vector<model::Asked>{{model::Partner::a, ""}, {model::Partner::b, "Jordan"}, {std::nullopt, ""}};
    samples.push_back({"who asked", shown});
    return samples;
}

}
