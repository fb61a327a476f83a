#include "a_visit.hpp"
#include "practice/audit.hpp"
#include <fstream>
#include <sstream>

namespace visits {

TemporaryFolder::TemporaryFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "sameside-visit-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    m_path = pattern;
}
TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

std::shared_ptr<const model::Content> shipped_content() {
    static const auto content = [] {
        auto read = content::load(std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content");
        REQUIRE(read.has_value());
        return std::make_shared<const model::Content>(std::move(*read));
    }();
    return content;
}

std::vector<std::vector<std::string>> cells_of(const std::filesystem::path& file) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        rows.emplace_back();
        std::stringstream cells(line.substr(0, line.find('\r')));
        for (std::string cell; std::getline(cells, cell, ',');)
            rows.back().push_back(cell);
    }
    return rows;
}

std::vector<std::string> audit_lines(const std::filesystem::path& folder) {
    auto data = open_practice(folder);
    REQUIRE(data.has_value());
    std::vector<std::string> lines;
    const auto report = audit::verify(
        *data, [&](const store::AuditRow& row) { lines.push_back(row.who + " " + row.what + " " + row.about); });
    REQUIRE(report.has_value());
    CHECK(report->broken.empty());
    return lines;
}

bool any_begins(const std::vector<std::string>& lines, std::string_view beginning) {
    return std::ranges::any_of(lines, [&](const std::string& line) { return line.starts_with(beginning); });
}

double middling(const model::Module& module, const model::Item& item) {
    return 0.2 + 0.7 * static_cast<double>(std::hash<std::string>{}(module.id.value + item.id.value) % 100) / 100;
}

Visit::Visit(const std::vector<std::string>& therapists) {
    NewPractice made{
        .desk_pin = core::SecretText(pin), .passphrase_cost = support::test_cost(), .pin_cost = support::test_cost()};
    for (const auto& name : therapists)
        made.therapists.push_back({name, core::SecretText(passphrase)});
    auto done = make_practice(folder.path(), made, clock.now().wall);
    REQUIRE(done.has_value());
    kit_words = std::move(done->recovery_words);
    done = core::fail(core::ErrorCode::not_found, "closed");
    start();
}

Visit::~Visit() = default;

std::vector<model::Locale> Visit::locales() const {
    if (!languages.empty() || !speaks) return languages;
    return support::locales(shipped_content(), std::make_shared<const model::Practice>(practice));
}

World Visit::world() {
    return {.content = content,
            .practice = std::make_shared<const model::Practice>(practice),
            .locales = locales(),
            .now = [this] { return clock.now(); },
            .screen_check = {},
            .export_folder = folder.path() / "charts",
            .usb_drives = [this] { return usb_drives; },
            .code_cost = code_cost,
            .boot = boot,
            .passphrase_cost = support::test_cost(),
            .data_folder = folder.path(),
            .print = print,
            .signal = signal};
}

void Visit::start() {
    kiosk.reset();
    auto data = open_practice(folder.path());
    REQUIRE(data.has_value());
    OpenKiosk open;
    open.state.content = content;
    open.state.practice = std::make_shared<const model::Practice>(practice);
    open.state.locales = locales();
    open.state.appearance = open.state.usual_appearance = appearance;
    model::speak_as_chosen(open.state);
    open.state.touched_at = open.state.shown_at = clock.now().steady;
    open.begin = begin_on(std::move(*data), world());
    auto staged = Rehearsal::create(std::move(open), panel, clock, {}, &voice);
    REQUIRE(staged.has_value());
    kiosk = std::move(*staged);
}

std::string Visit::new_sitting(std::string_view chart_code, bool a, bool b, std::string_view packet) {
    REQUIRE(unlock_desk(*kiosk, pin));
    kiosk->tell(model::action::NewSittingTapped{});
    kiosk->pass(model::settle_time);
    kiosk->type(chart_code);
    kiosk->tell(model::action::DoneTyping{});
    const auto& packets = content->packets;
    const auto chosen = std::ranges::find(packets, core::PacketId{std::string(packet)}, &model::Packet::id);
    REQUIRE((packet.empty() || chosen != packets.end()));
    kiosk->tell(model::action::PacketChosen{packet.empty() ? 0 : static_cast<std::size_t>(chosen - packets.begin())});
    if (!a) kiosk->tell(model::action::ExpectToggled{model::Partner::a});
    if (!b) kiosk->tell(model::action::ExpectToggled{model::Partner::b});
    kiosk->tell(model::action::CreateTapped{});
    if (kiosk->shows("new-sitting:second")) kiosk->tell(model::action::Confirmed{});
    const auto* made = std::get_if<model::screen::SittingCreated>(&kiosk->state().screen);
    REQUIRE(made != nullptr);
    const auto code = made->row.entry_code;
    kiosk->tell(model::action::BackTapped{});
    kiosk->tell(model::action::LockTapped{});
    REQUIRE(kiosk->shows("welcome"));
    return code;
}

void Visit::begin(const std::string& entry_code, const PartnerAct& act) {
    REQUIRE(enter_code(*kiosk, entry_code));
    REQUIRE(begin_part(*kiosk, act));
}

void Visit::begin_at(const std::string& entry_code, PartnerAct act, std::size_t questions) {
    begin(entry_code, act);
    act.stop_after = questions;
    REQUIRE(answer_part(*kiosk, act));
}

model::CaseFile Visit::read_case(std::string_view therapist, std::size_t which) {
    REQUIRE(unlock_therapist(*kiosk, therapist, passphrase));
    const auto& cases = *std::get<model::screen::Caseload>(kiosk->state().screen).cases;
    REQUIRE(cases.size() > which);
    kiosk->tell(model::action::CaseChosen{cases[which].id});
    const auto* open = std::get_if<model::screen::Case>(&kiosk->state().screen);
    REQUIRE(open != nullptr);
    return open->file;
}

const model::screen::Question& Visit::question() const {
    const auto* asked = std::get_if<model::screen::Question>(&kiosk->state().screen);
    REQUIRE(asked != nullptr);
    return *asked;
}

PartnerAct Visit::maya() {
    return {.partner = model::Partner::a, .name = "Maya", .other_name = "Jordan", .code = "4711", .temper = middling};
}

PartnerAct Visit::jordan() {
    return {.partner = model::Partner::b, .name = "Jordan", .other_name = "Maya", .code = "9024", .temper = middling};
}

bool all_over(const model::Board& board) {
    return std::ranges::all_of(board.rows, [](const model::BoardRow& row) {
        return row.status == model::SittingStatus::finished && row.entry_code.empty();
    });
}

void finish_part(Visit& visit, const PartnerAct& act) {
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(seal_part(*visit.kiosk, act));
}

}
