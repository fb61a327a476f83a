#include "whole_visit.hpp"

namespace promises {

std::string difference(const std::string& found, const std::string& wanted) {
    std::istringstream left(found), right(wanted);
    for (std::string a, b;;) {
        const bool more_left = static_cast<bool>(std::getline(left, a));
        const bool more_right = static_cast<bool>(std::getline(right, b));
        if (!more_left && !more_right) return {};
        if (more_left != more_right || a != b)
            return fmt::format("found {}, not {}", more_left ? a : "nothing more", more_right ? b : "nothing more");
    }
}

void WholeVisit::prepare() {
    NewPractice made{.desk_pin = core::SecretText(visits::pin),
                     .passphrase_cost = support::test_cost(),
                     .pin_cost = support::test_cost()};
    for (const auto* name : {okafor, reyes})
        made.therapists.push_back({name, core::SecretText(visits::passphrase)});
    REQUIRE(make_practice(m_folder, made, m_clock.now().wall).has_value());
    REQUIRE(start());
    const auto code = entry_code(old_case, false);
    REQUIRE(code.has_value());
    REQUIRE(whole_part(1, model::Partner::a, *code));
    switch_off();
}

bool WholeVisit::start() {
    m_kiosk.reset();
    m_clock.start_again();
    KioskPlan plan{.practice = {.name = "Rivergate Counseling", .help_lines = {}},
                   .content = visits::shipped_content(),
                   .data_folder = m_folder,
                   .export_folder = m_folder / "charts",
                   .appearance = {.theme = model::Theme::day, .text_percent = 100, .reduced_motion = true},
                   .code_cost = support::test_cost()};
    auto open = open_kiosk(plan, [this] { return m_clock.now(); }, {});
    REQUIRE(open.has_value());
    auto staged = Rehearsal::create(std::move(*open), {}, m_clock);
    if (!staged) {
        m_where = "the kiosk does not start: " + staged.error().detail;
        return false;
    }
    m_kiosk = std::move(*staged);
    m_kiosk->instead = instead;
    return true;
}

bool WholeVisit::home() {
    // Nobody leaves the couple's view but by the passphrase.
    if ((m_kiosk->shows("together") || m_kiosk->shows("end-together")) && !take_screen_back()) return false;
    for (int tries = 0; tries < 6 && !m_kiosk->shows("welcome"); ++tries) {
        if (!m_kiosk->tap_id("home")) m_kiosk->tell(action::LockTapped{});
        if (!m_kiosk->shows("welcome")) m_kiosk->tell(action::WentHome{});
        if (!m_kiosk->shows("welcome")) m_kiosk->tell(action::BackTapped{});
        if (!m_kiosk->shows("welcome")) m_kiosk->tap_id("hide");
        if (m_kiosk->shows("cover")) m_kiosk->tap_id("return");
    }
    return must(m_kiosk->shows("welcome"), "to come back to Welcome");
}

const model::BoardRow* WholeVisit::row_of(std::string_view chart_code) const {
    const auto* desk = std::get_if<screen::Desk>(&m_kiosk->state().screen);
    if (desk == nullptr) return nullptr;
    const auto found = std::ranges::find(desk->board.rows, chart_code, &model::BoardRow::chart_code);
    return found == desk->board.rows.end() ? nullptr : &*found;
}

// From the board, where it is made if nobody made it yet.
std::optional<std::string> WholeVisit::entry_code(std::string_view chart_code, bool both) {
    if (!home() || !must(unlock_desk(*m_kiosk, visits::pin), "to open the desk")) return std::nullopt;
    std::optional<std::string> code;
    if (const auto* row = row_of(chart_code)) {
        code = row->entry_code;
    } else {
        m_kiosk->tell(action::NewSittingTapped{});
        m_kiosk->pass(model::settle_time);
        m_kiosk->type(chart_code);
        m_kiosk->tell(action::DoneTyping{});
        const auto& packets = m_kiosk->state().content->packets;
        const auto packet = std::ranges::find(packets, core::PacketId{"mission-only"}, &model::Packet::id);
        m_kiosk->tell(action::PacketChosen{static_cast<std::size_t>(packet - packets.begin())});
        if (!both) m_kiosk->tell(action::ExpectToggled{model::Partner::b});
        m_kiosk->tell(action::CreateTapped{});
        if (const auto* made = std::get_if<screen::SittingCreated>(&m_kiosk->state().screen))
            code = made->row.entry_code;
        if (!must(code.has_value(), "to make a visit")) return std::nullopt;
        m_kiosk->tell(action::BackTapped{});
    }
    m_kiosk->tell(action::LockTapped{});
    if (!must(m_kiosk->shows("welcome"), "to lock the desk")) return std::nullopt;
    return code;
}

// The entry code may not be a partner's own.
PartnerAct WholeVisit::person(model::Partner partner, std::string_view entry_code) const {
    auto act = partner == model::Partner::a ? visits::Visit::maya() : visits::Visit::jordan();
    if (act.code == entry_code) act.code = "7352";
    act.at_each_page = at_each_page;
    return act;
}

bool WholeVisit::sit_down(const PartnerAct& act, const std::string& entry_code) {
    const bool is_a = act.partner == model::Partner::a;
    if (m_kiosk->shows("hand-over") && !is_a) {
        if (!must(m_kiosk->tap_id("other"), "to hand over")) return false;
    } else {
        if (!home() || !must(enter_code(*m_kiosk, entry_code), "to enter the visit's code")) return false;
    }
    if (m_kiosk->shows("who-is-here") && !must(m_kiosk->tap_id(is_a ? "partner:a" : "partner:b"), "to say who is here"))
        return false;
    if (m_kiosk->shows("names")) return must(begin_part(*m_kiosk, act), "to begin a part");
    return must(m_kiosk->keys(act.code), "to enter their own code");
}

// To Review, or to a question that is left alone. Words that were cut off are written to their end.
bool WholeVisit::answer(const PartnerAct& act, std::optional<std::size_t> up_to) {
    auto one = act;
    one.stop_after = 1;
    while (!m_kiosk->shows("review")) {
        if (const auto* asked = std::get_if<screen::Question>(&m_kiosk->state().screen)) {
            if (up_to && asked->item >= *up_to) return true;
            const auto* item = item_on_screen(*m_kiosk);
            if (item == nullptr) return must(false, "to find the question");
            const auto words = act.words(*model::find_module(*m_kiosk->state().content, {"my-mission"}), *item);
            if (asked->writing && !asked->writing->text.empty() && words.starts_with(asked->writing->text)) {
                m_kiosk->pass(model::settle_time);
                m_kiosk->type(words.substr(asked->writing->text.size()));
            }
        }
        if (m_kiosk->shows("release")) {
            if (!release_page()) return false;
            continue;
        }
        if (!must(answer_part(*m_kiosk, one), "to answer")) return false;
    }
    return true;
}

// All that stands on this page, and on to the next. Where the disk refuses one, the others may have moved.
bool WholeVisit::release_page() {
    const auto to_share = [this]() -> std::optional<std::string> {
        for (const auto& widget : m_kiosk->tree().widgets)
            if (widget.id.starts_with("share:") && !widget.chosen) return widget.id;
        return std::nullopt;
    };
    for (int tries = 0; tries < 40; ++tries) {
        const auto id = to_share();
        if (!id) break;
        m_kiosk->tap_id(*id);
        at_each_page();
    }
    return must(m_kiosk->tap_id("next"), "to go on from what is released");
}

bool WholeVisit::whole_part(int sitting, model::Partner partner, const std::string& entry_code) {
    const auto act = person(partner, entry_code);
    if (sealed(sitting, partner == model::Partner::a ? "a" : "b")) return true;
    return sit_down(act, entry_code) && answer(act) && must(seal_part(*m_kiosk, act), "to seal");
}

bool WholeVisit::shared_page(const std::string& entry_code) {
    if (sealed(2, "joint")) return true;
    if (!m_kiosk->shows("hand-over") && (!home() || !must(enter_code(*m_kiosk, entry_code), "to enter the code again")))
        return false;
    if (!must(m_kiosk->tap_id("joint"), "to ask for the shared page")) return false;
    // Where nobody opened it straight after the seals, it takes the codes of both.
    for (const auto who : {model::Partner::a, model::Partner::b})
        if (!m_kiosk->shows("joint") && !must(m_kiosk->keys(person(who, entry_code).code), "to enter a code of two"))
            return false;
    if (!must(m_kiosk->shows("joint"), "to open the shared page")) return false;
    const auto content = [this]() -> const model::JointContent& {
        return std::get<screen::Joint>(m_kiosk->state().screen).session.content;
    };
    const auto sentences = [&] { return content().statement.sentences; };
    if (sentences().empty()) m_kiosk->tell(action::DraftTapped{0});
    if (sentences().size() < 2 || sentences()[1].text != wanted_sentence) {
        if (sentences().size() < 2)
            m_kiosk->tell(action::WriteTapped{});
        else
            m_kiosk->tell(action::SentenceTapped{1});
        m_kiosk->pass(model::settle_time);
        // A blank at the end of what was saved is not kept.
        const std::string wanted = wanted_sentence;
        const auto& writing = std::get<screen::Joint>(m_kiosk->state().screen).writing;
        m_kiosk->type(wanted.substr(writing ? writing->text.size() : 0));
        m_kiosk->tell(action::DoneTyping{});
    }
    for (const auto who : {model::Partner::a, model::Partner::b})
        if (!(who == model::Partner::a ? content().a_agrees : content().b_agrees))
            m_kiosk->tell(action::AssentTapped{who});
    m_kiosk->tell(action::StatementFinished{});
    if (!must(m_kiosk->shows("agreed") && m_kiosk->tap_id("done") && m_kiosk->shows("thanks"),
              "to finish the shared page"))
        return false;
    m_kiosk->pass(std::chrono::seconds(m_kiosk->state().practice->thanks_seconds));
    return must(m_kiosk->shows("welcome"), "to see Welcome after Thanks");
}

bool WholeVisit::to_desk_from_part() {
    return must(m_kiosk->tap_id("hide") && m_kiosk->tap_id("return") && unlock_desk(*m_kiosk, visits::pin),
                "to come to the desk from a part");
}

bool WholeVisit::put_away() {
    const auto* row = row_of(single);
    if (!must(row != nullptr, "to see the visit on the board")) return false;
    m_kiosk->tell(action::ParkTapped{row->sitting});
    m_kiosk->tell(action::Confirmed{});
    if (!must(m_kiosk->shows("ready"), "to put the visit away")) return false;
    m_kiosk->tell(action::ReadyTapped{});
    return must(m_kiosk->shows("welcome"), "to be ready for the next couple");
}

bool WholeVisit::close_unread() {
    const auto* row = row_of(single);
    if (!must(row != nullptr, "to see the visit on the board again")) return false;
    m_kiosk->tell(action::CloseTapped{row->sitting, model::Partner::a});
    m_kiosk->tell(action::Confirmed{});
    if (!must(closed(3), "to close the part")) return false;
    m_kiosk->tell(action::LockTapped{});
    return must(m_kiosk->shows("welcome"), "to lock the desk after closing");
}

// Three answers, put away, one more, closed unread.
bool WholeVisit::single_visit() {
    if (has_sitting(3) && (closed(3) || sealed(3, "a"))) return true;
    const auto code = entry_code(single, false);
    if (!code) return false;
    const auto act = person(model::Partner::a, *code);
    if (status(3) != "parked")
        if (!sit_down(act, *code) || !answer(act, 2) || !to_desk_from_part() || !put_away()) return false;
    return sit_down(act, *code) && answer(act, 3) && to_desk_from_part() && close_unread();
}

bool WholeVisit::open_case(std::string_view chart_code) {
    const auto* list = std::get_if<screen::Caseload>(&m_kiosk->state().screen);
    if (!must(list != nullptr, "to see the caseload")) return false;
    const auto found = std::ranges::find(*list->cases, chart_code, &model::CaseSummary::chart_code);
    if (!must(found != list->cases->end(), "to find a case")) return false;
    m_kiosk->tell(action::CaseChosen{found->id});
    return must(std::holds_alternative<screen::Case>(m_kiosk->state().screen), "to open a case");
}

bool WholeVisit::write_note() {
    const auto note = [this] { return std::get<screen::Case>(m_kiosk->state().screen).file.visits.front().note; };
    if (note() == wanted_note) return true;
    m_kiosk->tell(action::CaseTabChosen{model::CaseTab::notes});
    m_kiosk->tell(action::NoteTapped{});
    m_kiosk->pass(model::settle_time);
    m_kiosk->type(std::string_view(wanted_note).substr(note().size()));
    m_kiosk->pass(std::chrono::seconds(1));
    m_kiosk->tell(action::DoneTyping{});
    if (std::get<screen::Case>(m_kiosk->state().screen).note) m_kiosk->tell(action::BackTapped{});
    return must(rows("SELECT count(*) FROM notes WHERE sitting = 2") == 1 && note() == wanted_note, "to note");
}

bool WholeVisit::share() {
    if (rows("SELECT count(*) FROM case_readers") > 0) return true;
    m_kiosk->tell(action::CaseActionsTapped{});
    m_kiosk->tell(action::CaseTaskChosen{model::CaseTask::share});
    m_kiosk->tell(action::TherapistChosen{0});
    m_kiosk->tell(action::BackTapped{});
    m_kiosk->tell(action::BackTapped{});
    return must(rows("SELECT count(*) FROM case_readers") == 1 &&
                    std::holds_alternative<screen::Case>(m_kiosk->state().screen),
                "to share");
}

bool WholeVisit::export_table() {
    if (std::filesystem::exists(m_folder / "charts" / "RG-1 scores.csv")) return true;
    m_kiosk->tell(action::ExportTapped{});
    m_kiosk->tell(action::ExportFormatChosen{model::ExportFormat::csv});
    m_kiosk->tell(action::Confirmed{});
    m_kiosk->pass(std::chrono::seconds(1));
    const auto* shown = std::get_if<screen::Export>(&m_kiosk->state().screen);
    if (!must(shown != nullptr && !shown->written_to.empty(), "to export")) return false;
    m_kiosk->tell(action::BackTapped{});
    return must(std::holds_alternative<screen::Case>(m_kiosk->state().screen), "to go back to the case");
}

bool WholeVisit::look_together() {
    return must(m_kiosk->tap_id("together") && m_kiosk->tap_id("turn") && m_kiosk->shows("together"),
                "to turn the screen to the couple") &&
           take_screen_back();
}

bool WholeVisit::take_screen_back() {
    if (m_kiosk->shows("together") && !must(m_kiosk->tap_id("end"), "to end the couple's view")) return false;
    m_kiosk->pass(model::settle_time);
    m_kiosk->type(visits::passphrase);
    return must(m_kiosk->tap_id("key:done") && std::holds_alternative<screen::Case>(m_kiosk->state().screen),
                "to take the screen back");
}

bool WholeVisit::erase_old_case() {
    if (rows("SELECT count(*) FROM sittings WHERE id = 1") == 0) return true;
    if (!open_case(old_case)) return false;
    m_kiosk->tell(action::CaseActionsTapped{});
    m_kiosk->tell(action::CaseTaskChosen{model::CaseTask::erase});
    m_kiosk->tell(action::ChartCodeTapped{});
    m_kiosk->pass(model::settle_time);
    m_kiosk->type(old_case);
    m_kiosk->tell(action::DoneTyping{});
    m_kiosk->tell(action::Confirmed{});
    return must(m_kiosk->shows("caseload"), "to erase a case");
}

bool WholeVisit::therapist() {
    if (!home() || !must(unlock_therapist(*m_kiosk, okafor, visits::passphrase), "to unlock the caseload"))
        return false;
    if (!open_case(couple) || !write_note() || !share() || !export_table() || !look_together()) return false;
    m_kiosk->tell(action::BackTapped{});
    if (!erase_old_case()) return false;
    m_kiosk->tell(action::LockTapped{});
    return must(m_kiosk->shows("welcome"), "to lock the caseload");
}

bool WholeVisit::go_on() {
    if (!has_sitting(2) || status(2) != "finished") {
        const auto code = entry_code(couple, true);
        if (!code) return false;
        if (!whole_part(2, model::Partner::a, *code) || !whole_part(2, model::Partner::b, *code) || !shared_page(*code))
            return false;
    }
    return single_visit() && therapist();
}

std::string WholeVisit::outcome() {
    switch_off();
    std::string all;
    const auto put = [&](const std::string& line) { all += line + "\n"; };
    {
        auto data = open_practice(m_folder);
        if (!data) return "not opened: " + data.error().detail;
        const auto log = audit::verify(*data, [](const store::AuditRow&) {});
        put(log ? "log: " + log->broken : "log: not read");
        put("changed: " + data->store.findings().words());
        const auto checked = data->store.check();
        put(checked ? "whole" : "not whole: " + checked.error().detail);
        const Rows rows(m_folder);
        for (const auto* sql :
             {"SELECT id, status, expects_a, expects_b FROM sittings ORDER BY id",
              "SELECT sitting, role, status, closed_at_ms IS NOT NULL, screens_done FROM parts ORDER BY sitting, role",
              "SELECT count(*) FROM cases", "SELECT count(*) FROM notes", "SELECT count(*) FROM journal",
              "SELECT count(*) FROM case_readers", "SELECT count(*) FROM shared_slots", "SELECT count(*) FROM packets",
              "SELECT count(*) FROM forms", "SELECT count(*) FROM throttle"})
            for (const auto& line : rows.lines(sql))
                put(line);
    }
    if (!start()) return all + m_where;
    for (const auto* reader : {okafor, reyes}) {
        if (!unlock_therapist(*m_kiosk, reader, visits::passphrase)) return all + "not unlocked";
        const auto cases = *std::get<screen::Caseload>(m_kiosk->state().screen).cases;
        for (const auto& each : cases) {
            m_kiosk->tell(action::CaseChosen{each.id});
            const auto* open = std::get_if<screen::Case>(&m_kiosk->state().screen);
            if (open == nullptr) return all + "not opened";
            put(fmt::format("{}: {} {} and {}", reader, each.chart_code, open->file.name_a, open->file.name_b));
            for (const auto& visit : open->file.visits) {
                put("note " + visit.note);
                for (const auto partner : {model::Partner::a, model::Partner::b}) {
                    const auto& part = part_of(visit, partner);
                    put(part.problem.words());
                    if (!part.content) continue;
                    auto content = *part.content;
                    put(fmt::format("times of {} answers", content.first_at.size()));
                    content.first_at.clear(); // what was not saved is answered again, later
                    const auto bytes = model::encode(content);
                    put(std::string(bytes.begin(), bytes.end()));
                }
                put(visit.joint.problem.words());
                if (!visit.joint.content) continue;
                for (const auto& draft : visit.joint.content->drafts)
                    put("draft " + draft.text);
                for (const auto& version : visit.joint.content->versions)
                    for (const auto& sentence : version.statement.sentences)
                        put("agreed " + sentence.text);
            }
            m_kiosk->tell(action::BackTapped{});
        }
        m_kiosk->tell(action::LockTapped{});
    }
    switch_off();
    std::set<std::string> files;
    for (const auto& each : std::filesystem::directory_iterator(m_folder / "charts"))
        files.insert(each.path().filename().string());
    for (const auto& each : files)
        put(each);
    return all;
}

}
