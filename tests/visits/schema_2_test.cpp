// A kiosk's data as a program of schema 2 left it, before forms were kept: schema-2/README.md.
#include "content/forms/content.hpp"
#include "model/case/visit_forms.hpp"
#include "practice/content_at_start.hpp"
#include "report/case_export.hpp"
#include "report/csv_export.hpp"
#include "visits/a_visit.hpp"

using namespace visits;
namespace action = model::action;

namespace {

constexpr auto entry_code = "4736"; // of the second visit, whose first partner is at the 13th question

void start(Visit& visit) {
    visit.kiosk.reset();
    {
        auto data = open_practice(visit.folder.path());
        REQUIRE(data.has_value());
        REQUIRE(note_content(*data, visit.world()).has_value());
    }
    visit.start();
}

struct OldKiosk : Visit {
    OldKiosk() {
        kiosk.reset();
        const auto from = std::filesystem::path(SAMESIDE_SOURCE_DIR) / "tests" / "visits" / "schema-2";
        for (const auto* name : {"sameside.db", "device.key"}) {
            std::filesystem::remove(folder.path() / name);
            std::filesystem::copy_file(from / name, folder.path() / name);
        }
        std::filesystem::permissions(folder.path() / "device.key",
                                     std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        std::filesystem::permissions(folder.path() / "sameside.db",
                                     std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }
};

model::CaseFile old_visit(Visit& visit) {
    auto file = visit.read_case();
    std::erase_if(file.visits, [](const model::VisitRecord& one) { return one.a.status != model::PartStatus::sealed; });
    REQUIRE(file.visits.size() == 1);
    return file;
}

std::string answers_of(const model::Content& content, const model::CaseFile& file) {
    const report::CaseExport input{.content = content,
                                   .file = file,
                                   .practice = {},
                                   .made_at = {},
                                   .private_records = {},
                                   .only = {},
                                   .whose = {}};
    const auto visits = report::visits_of(input);
    REQUIRE(visits.has_value());
    return report::csv_rows(report::Table::answers, visits->front());
}

void with_other_words(model::Content& content) {
    for (auto& [id, module] : content.modules)
        for (auto& item : module.items)
            item.text = "Words that nobody read";
}

}

TEST_CASE("data of schema 2 opens, is read with today's forms, and says that these were not recorded") {
    OldKiosk visit;
    start(visit);
    const auto file = old_visit(visit);
    const auto& read = file.visits.front();
    CHECK(read.form_not_recorded);
    CHECK(read.form != nullptr);
    CHECK(read.a.problem.empty());
    CHECK(read.a.content->answers.size() > 30);
    CHECK(read.b.content.has_value());
    REQUIRE(read.joint.content.has_value());
    CHECK(read.joint.content->versions.size() == 1);
    CHECK_FALSE(read.a.content->basis.form.has_value());
    const auto rows = answers_of(*visit.content, file);
    CHECK(rows.find(",no\r\n") != std::string::npos); // form_recorded
    CHECK(rows.find(",yes\r\n") == std::string::npos);
    visit.kiosk->tell(action::VisitStepped{1});
    visit.kiosk->tell(action::CaseTabChosen{model::CaseTab::answers});
    CHECK(visit.kiosk->says("The form was not recorded when it was answered"));
}

TEST_CASE("from the first start on, data of schema 2 is read with the forms of that day") {
    OldKiosk visit;
    start(visit);
    const auto before = answers_of(*visit.content, old_visit(visit));
    auto content = *shipped_content();
    with_other_words(content);
    content.modules.erase({"wear"});
    content.packets.front().id = {"first-visit-2027"};
    visit.content = std::make_shared<const model::Content>(content);
    start(visit);
    CHECK(answers_of(*visit.content, old_visit(visit)) == before);
}

TEST_CASE("a partner who was away when the kiosk got its new program goes on where they were") {
    OldKiosk visit;
    start(visit);
    auto content = *shipped_content();
    with_other_words(content);
    content.packets.front().id = {"first-visit-2027"};
    visit.content = std::make_shared<const model::Content>(content);
    start(visit);
    REQUIRE(enter_code(*visit.kiosk, entry_code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.page().name == "question:same-side:turn-afraid");
    CHECK(visit.session().content.answers.size() == 12);
    CHECK_FALSE(visit.kiosk->says("Words that nobody read"));
    finish_part(visit, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    finish_part(visit, Visit::jordan());
    visit.start();
    const auto file = visit.read_case();
    REQUIRE(file.visits.front().a.content.has_value());
    REQUIRE(file.visits.front().b.content.has_value());
    CHECK(file.visits.front().form_not_recorded); // of the part that was begun before
    CHECK(file.visits.front().b.content->basis.form == file.visits.front().form->hash);
}

TEST_CASE("where today's content has no such packet, nothing is assumed until it has") {
    OldKiosk visit;
    auto content = *shipped_content();
    content.packets.front().id = {"first-visit-2027"};
    visit.content = std::make_shared<const model::Content>(content);
    start(visit);
    const auto file = old_visit(visit);
    CHECK(file.visits.front().form == nullptr);
    CHECK(file.visits.front().form_not_recorded);
    CHECK(file.visits.front().a.content->answers.size() > 30);
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, entry_code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("not-asked"));
    visit.content = shipped_content();
    start(visit);
    REQUIRE(enter_code(*visit.kiosk, entry_code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.page().name == "question:same-side:turn-afraid");
}
