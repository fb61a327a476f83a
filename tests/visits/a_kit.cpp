#include "a_kit.hpp"

namespace visits {

std::string words_on(const std::filesystem::path& kit) {
    std::map<int, std::string> numbered;
    const auto pages = pages_of(kit);
    REQUIRE(pages.size() == 1);
    std::istringstream text(pages.front());
    std::string before;
    for (std::string word; text >> word; before = word) {
        const bool number = !before.empty() && before.find_first_not_of("0123456789") == std::string::npos;
        const bool kit_word = word.size() == 5 && word.find_first_not_of("abdfghijklmnoprstuvz") == std::string::npos;
        if (number && kit_word && before.size() < 3) numbered[std::stoi(before)] = word;
    }
    std::string words;
    for (const auto& [place, word] : numbered)
        words += (words.empty() ? "" : " ") + word;
    return words;
}

PracticeData open_data(Visit& visit) {
    visit.kiosk.reset();
    auto data = open_practice(visit.folder.path());
    REQUIRE(data.has_value());
    return std::move(*data);
}

StaffMember member(PracticeData& data, std::string_view name) {
    auto found = staff_member(data, name);
    REQUIRE(found.has_value());
    return std::move(*found);
}

core::Result<vault::KeyPair> try_kit(Visit& visit, PracticeData& data, std::string_view words) {
    return open_kit(data, core::SecretText(words), visit.moment());
}

std::vector<std::string> whole_log(PracticeData& data) {
    std::vector<std::string> lines;
    const auto report = audit::verify(
        data, [&](const store::AuditRow& row) { lines.push_back(row.who + " " + row.what + " " + row.about); });
    REQUIRE(report.has_value());
    CHECK(report->broken == "");
    return lines;
}

bool has_line(const std::vector<std::string>& lines, std::string_view line) {
    return std::ranges::find(lines, line) != lines.end();
}

void a_visit_with_a_note(Visit& visit, std::string_view chart_code, std::string_view note) {
    const auto code = visit.new_sitting(chart_code, true, false, "mission-only");
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    visit.start();
    REQUIRE(unlock_therapist(*visit.kiosk, okafor, passphrase));
    const auto& cases = *std::get<model::screen::Caseload>(visit.kiosk->state().screen).cases;
    const auto found = std::ranges::find(cases, std::string(chart_code), &model::CaseSummary::chart_code);
    REQUIRE(found != cases.end());
    visit.kiosk->tell(model::action::CaseChosen{found->id});
    const auto sitting = std::get<model::screen::Case>(visit.kiosk->state().screen).file.visits.front().sitting;
    (void)visit.kiosk->runner().run(model::effect::SaveNote{sitting, std::string(note)});
    visit.start();
}

std::optional<model::CaseFile> read_as(Visit& visit, std::string_view therapist, std::string_view secret,
                                       std::string_view chart_code) {
    visit.start();
    if (!unlock_therapist(*visit.kiosk, therapist, secret)) return std::nullopt;
    const auto& cases = *std::get<model::screen::Caseload>(visit.kiosk->state().screen).cases;
    const auto found = std::ranges::find(cases, std::string(chart_code), &model::CaseSummary::chart_code);
    if (found == cases.end()) return std::nullopt;
    visit.kiosk->tell(model::action::CaseChosen{found->id});
    const auto* open = std::get_if<model::screen::Case>(&visit.kiosk->state().screen);
    REQUIRE(open != nullptr);
    return open->file;
}

void finish_begun_part(Visit& visit, const std::string& entry_code, std::string_view new_reader) {
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, entry_code));
    if (!visit.kiosk->shows("return-code")) REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys(Visit::maya().code));
    REQUIRE(visit.kiosk->shows("before-you-begin") == !new_reader.empty());
    if (!new_reader.empty()) {
        CHECK(visit.kiosk->says(new_reader));
        while (visit.kiosk->tree().find_id("ready") == nullptr)
            REQUIRE(visit.kiosk->tap_id("next"));
        REQUIRE(visit.kiosk->tap_id("ready"));
    }
    finish_part(visit, Visit::maya());
}

bool has_words_of_a(const std::optional<model::CaseFile>& file) {
    return file && !file->visits.empty() && file->visits.front().a.content &&
           !file->visits.front().a.content->answers.empty();
}

}
