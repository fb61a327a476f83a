// What was asked is kept as it was asked, whatever the content folder says afterwards.
#include "core/hex.hpp"
#include "model/case/overview.hpp"
#include "model/case/together.hpp"
#include "model/case/visit_forms.hpp"
#include "practice/audit.hpp"
#include "report/pdf_reading.hpp"
#include "support/pen.hpp"
#include "visits/a_visit.hpp"
#include <map>
#include <sqlite3.h>

using namespace visits;
namespace action = model::action;

namespace {

using Change = std::function<void(model::Content&)>;

// The kiosk starts again, with another content folder.
void with_changed_content(Visit& visit, const Change& change) {
    auto content = *visit.content;
    change(content);
    visit.content = std::make_shared<const model::Content>(std::move(content));
    visit.start();
}

model::Item& item_of(model::Content& content, const std::string& module, const std::string& item) {
    auto& items = content.modules.at({module}).items;
    const auto found = std::ranges::find(items, core::ItemId{item}, &model::Item::id);
    REQUIRE(found != items.end());
    return *found;
}

void remove_item(model::Content& content, const std::string& module, const std::string& item) {
    auto& form = content.modules.at({module});
    std::erase_if(form.items, [&](const model::Item& one) { return one.id.value == item; });
    for (auto& scale : form.scales)
        std::erase_if(scale.keys, [&](const model::Key& key) { return key.item.value == item; });
}

// A mistyped kind: the file is read no more, and neither is what needs it.
void lose_module(model::Content& content, const std::string& module) {
    content.modules.erase({module});
    content.broken.push_back({module, "modules/" + module + ".toml:1: kind: there is no such kind"});
}

void rename_packet(model::Content& content) {
    content.packets.front().id = {"first-visit-2027"};
}

// One partner's whole part, sealed.
void a_sealed_part(Visit& visit) {
    const auto code = visit.new_sitting("RG-2041", true, false);
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    visit.start();
}

// What the kiosk writes for the newest visit of the only case, all files together.
std::string written(Visit& visit, model::effect::WriteExport order) {
    const auto file = visit.read_case();
    order.sitting = file.visits.front().sitting;
    const auto folder = visit.folder.path() / "charts";
    std::filesystem::remove_all(folder);
    auto& runner = visit.kiosk->runner();
    auto answers = runner.run(order);
    while (answers.size() == 1 && answers.front().as<action::ExportGoesOn>() != nullptr)
        answers = runner.run(model::effect::GoOnWriting{});
    REQUIRE(answers.size() == 1);
    REQUIRE(answers.front().as<action::ExportWritten>() != nullptr);
    std::string all;
    for (const auto& one : std::filesystem::directory_iterator(folder))
        all += bytes_of(one.path());
    visit.start();
    return all;
}
std::string csv(Visit& visit) {
    return written(visit, {.format = model::ExportFormat::csv});
}

bool holds(const std::string& all, std::string_view words) {
    return all.find(words) != std::string::npos;
}

// The lines of a table that name the module and the item.
std::string rows_of(const std::string& table, const std::string& module, const std::string& item) {
    std::string rows;
    for (std::size_t at = 0; at < table.size();) {
        const auto end = std::min(table.find("\r\n", at), table.size());
        const auto line = table.substr(at, end - at);
        if (holds(line, "," + module + ",") && holds(line, "," + item + ",")) rows += line + "\n";
        at = end + 2;
    }
    return rows;
}

// Without the columns that name the form.
std::string scores_of(Visit& visit) {
    std::string scores;
    const auto table = csv(visit);
    const auto at = table.find("scale,title,about");
    REQUIRE(at != std::string::npos);
    for (std::size_t line = table.find("\r\n", at) + 2; line < table.size();) {
        const auto end = table.find("\r\n", line);
        if (!table.substr(line).starts_with("RG-2041")) break;
        scores += table.substr(line, end - line) + "\n";
        line = end + 2;
    }
    REQUIRE_FALSE(scores.empty());
    return scores;
}

void execute(const Visit& visit, const std::string& sql) {
    CHECK(support::Pen(visit.folder.path() / "sameside.db").write(sql));
}

std::string number(const Visit& visit, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open((visit.folder.path() / "sameside.db").c_str(), &database) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    std::string text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    REQUIRE(sqlite3_close(database) == SQLITE_OK);
    return text;
}

void come_back(Visit& visit, const std::string& entry_code, const PartnerAct& act) {
    REQUIRE(enter_code(*visit.kiosk, entry_code));
    if (visit.kiosk->shows("who-is-here"))
        REQUIRE(visit.kiosk->tap_id(act.partner == model::Partner::a ? "partner:a" : "partner:b"));
    REQUIRE(visit.kiosk->shows("return-code"));
    REQUIRE(visit.kiosk->keys(act.code));
}

// Words, Hide, Help and Staff: nobody stands before an empty page.
void is_a_page_with_ways_out(Visit& visit) {
    CHECK(visit.kiosk->shows("not-asked"));
    CHECK(visit.kiosk->says("These questions can't be shown"));
    for (const auto* id : {"hide", "help", "staff", "home"}) {
        CAPTURE(id);
        const auto* way = visit.kiosk->tree().find_id(id);
        REQUIRE(way != nullptr);
        CHECK(way->enabled);
    }
}

}

TEST_CASE("after a new version of a form, answers stand with the words that were read") {
    Visit visit;
    a_sealed_part(visit);
    const auto old_words = shipped_content()->modules.at({"how-i-connect"}).items.front().text;
    const auto before = csv(visit);
    REQUIRE(holds(before, old_words));
    with_changed_content(visit, [](model::Content& content) {
        content.modules.at({"how-i-connect"}).version = "72";
        for (auto& item : content.modules.at({"how-i-connect"}).items)
            item.text = "Words that nobody read";
    });
    CHECK(csv(visit) == before);
    const auto file = visit.read_case();
    const auto forms = model::forms_of(*visit.content, file.visits.front());
    const auto form = std::ranges::find(forms, core::ModuleId{"how-i-connect"}, &model::Module::id);
    REQUIRE(form != forms.end());
    CHECK((*form)->items.front().text == shipped_content()->modules.at({"how-i-connect"}).items.front().text);
    visit.start();
    for (const auto format : {model::ExportFormat::json, model::ExportFormat::fhir})
        CHECK_FALSE(holds(written(visit, {.format = format}), "Words that nobody read"));
}

TEST_CASE("an item that was removed keeps its answers in every table, with its words of then") {
    Visit visit;
    a_sealed_part(visit);
    const auto before = csv(visit);
    const auto& item = shipped_content()->modules.at({"how-i-connect"}).items.front();
    REQUIRE_FALSE(rows_of(before, "how-i-connect", item.id.value).empty());
    with_changed_content(visit, [&](model::Content& content) { remove_item(content, "how-i-connect", item.id.value); });
    CHECK(rows_of(csv(visit), "how-i-connect", item.id.value) == rows_of(before, "how-i-connect", item.id.value));
    CHECK(holds(written(visit, {.format = model::ExportFormat::json}), item.text));
    CHECK(holds(written(visit, {.format = model::ExportFormat::fhir}), item.text));
}

TEST_CASE("a key that was turned round moves no score that was made before") {
    Visit visit;
    a_sealed_part(visit);
    const auto before = scores_of(visit);
    with_changed_content(visit, [](model::Content& content) {
        for (auto& [id, module] : content.modules)
            for (auto& scale : module.scales)
                for (auto& key : scale.keys)
                    key.reversed = !key.reversed;
    });
    CHECK(scores_of(visit) == before);
}

TEST_CASE("an item that was private then stays private, though its mark was taken away since") {
    Visit visit;
    a_sealed_part(visit);
    const auto before = csv(visit);
    with_changed_content(visit, [](model::Content& content) {
        for (auto& [id, module] : content.modules) {
            module.is_private = false;
            for (auto& item : module.items)
                item.is_private = false;
            for (auto& scale : module.scales)
                scale.is_private = false;
        }
    });
    CHECK(csv(visit) == before);
    const auto file = visit.read_case();
    for (const auto& [ref, answer] : file.visits.front().a.content->answers) {
        const auto& module = shipped_content()->modules.at(ref.module);
        const auto* item = model::find_item(module, ref.item);
        REQUIRE(item != nullptr);
        CHECK_FALSE((module.is_private || item->is_private));
    }
}

TEST_CASE("an item that is private now is so in what was answered before") {
    Visit visit;
    a_sealed_part(visit);
    const auto item = shipped_content()->modules.at({"how-i-connect"}).items.front().id.value;
    with_changed_content(visit, [&](model::Content& content) {
        item_of(content, "how-i-connect", item).is_private = true;
        for (auto& scale : content.modules.at({"how-i-connect"}).scales)
            scale.is_private = true;
    });
    const auto table = csv(visit);
    CHECK(rows_of(table, "how-i-connect", item).empty());
    CHECK_FALSE(
        rows_of(table, "how-i-connect", shipped_content()->modules.at({"how-i-connect"}).items[1].id.value).empty());
    const auto own =
        written(visit, {.format = model::ExportFormat::csv, .whose = model::Partner::a, .with_private = true});
    CHECK_FALSE(rows_of(own, "how-i-connect", item).empty());
}

TEST_CASE("a partner who was away goes on with the form they began, whatever became of it") {
    Change change;
    SUBCASE("its packet has another name") {
        change = rename_packet;
    }
    SUBCASE("a kind in it was mistyped") {
        change = [](model::Content& content) { lose_module(content, "same-side"); };
    }
    SUBCASE("it has other words, other items and another order") {
        change = [](model::Content& content) {
            std::ranges::reverse(content.packets.front().modules);
            std::ranges::reverse(content.modules.at({"same-side"}).items);
            for (auto& item : content.modules.at({"same-side"}).items)
                item.text = "Words that nobody read";
        };
    }
    SUBCASE("the content folder has nothing of it") {
        change = [](model::Content& content) {
            content.packets.erase(content.packets.begin());
            std::erase_if(content.modules, [](const auto& entry) { return entry.first.value != "check-in"; });
        };
    }
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 11);
    const auto page = visit.page();
    const auto words = item_on_screen(*visit.kiosk)->text;
    const auto answers = visit.session().content.answers;
    with_changed_content(visit, change);
    come_back(visit, code, Visit::maya());
    CHECK(visit.page() == page);
    CHECK(visit.kiosk->says(words));
    CHECK(visit.session().content.answers == answers);
    finish_part(visit, Visit::maya());

    // The other partner is asked the same, and the therapist reads it.
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    finish_part(visit, Visit::jordan());
    visit.start();
    const auto file = visit.read_case();
    const auto& read = file.visits.front();
    REQUIRE(read.a.content.has_value());
    REQUIRE(read.b.content.has_value());
    CHECK_FALSE(read.form_not_recorded);
    std::vector<core::ModuleId> forms;
    for (const auto* form : model::forms_of(*visit.content, read))
        forms.push_back(form->id);
    CHECK(forms == shipped_content()->packets.front().modules);
    CHECK_FALSE(model::overview_of(*visit.content, file, 0).maps.empty());
    const auto cards = model::together_of(*visit.content, file, 0);
    CHECK(std::ranges::any_of(cards.cards, [](const auto& card) { return card.kind == model::CardKind::talk; }));
    for (const auto& card : cards.cards)
        CHECK(model::told(*visit.content, cards, card).title == card.title);
    visit.start();
    CHECK(holds(csv(visit), words));
}

TEST_CASE("what cannot be asked leads to a page with words and ways out") {
    Visit visit;
    const auto code = visit.new_sitting();
    with_changed_content(visit, rename_packet);
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    is_a_page_with_ways_out(visit);
    REQUIRE(visit.kiosk->tap_id("hide"));
    CHECK(visit.kiosk->shows("cover"));
    visit.kiosk->tell(action::ReturnTapped{});
    CHECK(visit.kiosk->shows("who-is-here"));
    REQUIRE(visit.kiosk->tap_id("partner:b"));
    is_a_page_with_ways_out(visit);
    REQUIRE(visit.kiosk->tap_id("staff"));
    CHECK(visit.kiosk->shows("staff-door"));
}

TEST_CASE("a form that was changed outside the kiosk is refused and named, and nothing is asked in its place") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 11);
    visit.kiosk.reset();
    SUBCASE("its bytes") {
        execute(visit,
                "UPDATE forms SET bytes = CAST(replace(CAST(bytes AS TEXT), 'my partner', 'your partner') AS BLOB)");
    }
    SUBCASE("it is gone") {
        execute(visit, "PRAGMA foreign_keys = OFF; DELETE FROM forms");
    }
    // A file that has rows without their owner is not opened at all.
    auto data = open_practice(visit.folder.path());
    if (!data) return;
    data = core::fail(core::ErrorCode::io, "closed");
    visit.start();
    come_back(visit, code, Visit::maya());
    is_a_page_with_ways_out(visit);
}

TEST_CASE("a part whose form was exchanged does not open") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 11);
    visit.kiosk->tell(action::HideTapped{});
    with_changed_content(visit, [](model::Content& content) { content.modules.at({"same-side"}).version = "72"; });
    const auto other = visit.new_sitting("RG-7");
    visit.begin_at(other, Visit::maya(), 2);
    visit.kiosk.reset();
    REQUIRE(number(visit, "SELECT count(*) FROM forms") == "2");
    SUBCASE("for another that is kept") {
        execute(visit, "UPDATE parts SET form = (SELECT max(form) FROM parts WHERE sitting = 2) WHERE sitting = 1 AND "
                       "form IS NOT NULL");
    }
    SUBCASE("for none, as if it had been begun before forms were kept") {
        execute(visit, "UPDATE parts SET form = NULL WHERE sitting = 1");
    }
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    CHECK(visit.kiosk->shows("out-of-order"));
    CHECK(visit.kiosk->says("changed outside this kiosk"));
}

TEST_CASE("a form's row that another hand changed keeps no other couple from being asked the same") {
    Visit visit;
    const auto first = visit.new_sitting("RG-1", true, false, "mission-only");
    visit.begin_at(first, Visit::maya(), 1);
    visit.kiosk.reset();
    execute(visit, "UPDATE forms SET bytes = x'00'");
    visit.start();
    const auto second = visit.new_sitting("RG-2", true, false, "mission-only");
    visit.begin(second, Visit::maya());
    finish_part(visit, Visit::maya());
    visit.start();
    CHECK(number(visit, "SELECT count(*) FROM forms") == "2");
    const auto file = visit.read_case();
    REQUIRE(file.visits.front().a.content.has_value());
    CHECK_FALSE(file.visits.front().form_not_recorded);
    CHECK(file.visits.front().form != nullptr);
}

TEST_CASE("each form is kept once, however many couples are asked it") {
    Visit visit;
    for (const auto* code : {"RG-1", "RG-2", "RG-3"}) {
        visit.begin_at(visit.new_sitting(code), Visit::maya(), 1);
        visit.kiosk->tell(action::HideTapped{});
        visit.start();
    }
    visit.kiosk.reset();
    CHECK(number(visit, "SELECT count(*) FROM forms") == "1");
    CHECK(number(visit, "SELECT count(DISTINCT form) FROM parts WHERE status = 'open'") == "1");
}

TEST_CASE("a form that was read in two languages stands in both, afterwards too") {
    Visit visit;
    visit.speaks = true;
    visit.start();
    a_sealed_part(visit);
    const auto spanish = support::locales(shipped_content(), std::make_shared<const model::Practice>(visit.practice));
    const auto words = spanish.back().content->modules.at({"how-i-connect"}).items.front().text;
    REQUIRE(words != shipped_content()->modules.at({"how-i-connect"}).items.front().text);
    with_changed_content(visit, [](model::Content& content) { lose_module(content, "how-i-connect"); });
    CHECK(holds(written(visit, {.format = model::ExportFormat::csv, .language = {"es"}}), words));
}

TEST_CASE("a part names its form and the reader that was named, inside what is sealed") {
    Visit visit;
    a_sealed_part(visit);
    const auto file = visit.read_case();
    const auto& read = file.visits.front();
    REQUIRE(read.form != nullptr);
    const auto& basis = read.a.content->basis;
    CHECK(basis.form == read.form->hash);
    CHECK(basis.readers == std::vector<std::string>{"Dr. Okafor"});
    visit.start();
    const auto json = written(visit, {.format = model::ExportFormat::json});
    CHECK(holds(json, "\"form\": \"" + core::hex(read.form->hash) + "\""));
    CHECK(holds(json, "\"form_recorded\": true"));
}

TEST_CASE("each reader who was named before the part was sealed is named in it") {
    Visit visit;
    const auto code = visit.new_sitting("RG-2041", true, false);
    visit.begin_at(code, Visit::maya(), 3);
    REQUIRE(visit.kiosk->tap_id("hide"));
    visit.start();
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    const auto sitting = std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows.front().sitting;
    visit.kiosk->tell(action::MoveTapped{sitting});
    visit.kiosk->tell(action::TherapistChosen{1});
    visit.start();
    come_back(visit, code, Visit::maya());
    REQUIRE(visit.kiosk->shows("before-you-begin"));
    while (visit.kiosk->tree().find_id("ready") == nullptr)
        REQUIRE(visit.kiosk->tap_id("next"));
    REQUIRE(visit.kiosk->tap_id("ready"));
    finish_part(visit, Visit::maya());
    visit.start();
    const auto file = visit.read_case("M. Reyes, LMFT");
    REQUIRE(file.visits.front().a.content.has_value());
    CHECK(file.visits.front().a.content->basis.readers == std::vector<std::string>{"Dr. Okafor", "M. Reyes, LMFT"});
}

TEST_CASE("a part that was moved to another case is read with the form it was asked") {
    Visit visit;
    a_sealed_part(visit);
    const auto code = visit.new_sitting("RG-7", false, true, "mission-only");
    visit.begin(code, Visit::jordan());
    finish_part(visit, Visit::jordan());
    with_changed_content(visit, [](model::Content& content) { lose_module(content, "how-i-connect"); });
    REQUIRE(unlock_therapist(*visit.kiosk, "Dr. Okafor", passphrase));
    const auto cases = *std::get<model::screen::Caseload>(visit.kiosk->state().screen).cases;
    const auto id_of = [&](const std::string& chart_code) {
        return std::ranges::find(cases, chart_code, &model::CaseSummary::chart_code)->id;
    };
    const auto read = [&](core::CaseId id) {
        visit.kiosk->tell(action::CaseChosen{id});
        const auto* open = std::get_if<model::screen::Case>(&visit.kiosk->state().screen);
        REQUIRE(open != nullptr);
        auto file = open->file;
        visit.kiosk->tell(action::BackTapped{});
        return file;
    };
    const auto before = read(id_of("RG-2041")).visits.front();
    const auto moved = visit.kiosk->runner().run(
        model::effect::MovePart{before.sitting, model::Partner::a, model::Partner::a, "RG-7"});
    REQUIRE(moved.front().as<action::CaseOpened>() != nullptr);
    const auto there = read(id_of("RG-7"));
    const auto visit_there = std::ranges::find_if(
        there.visits, [](const model::VisitRecord& one) { return one.a.status == model::PartStatus::sealed; });
    REQUIRE(visit_there != there.visits.end());
    REQUIRE(visit_there->a.content.has_value());
    CHECK(visit_there->form == before.form);
    CHECK(visit_there->a.content->answers == before.a.content->answers);
}

TEST_CASE("two versions of a form in one FHIR bundle are two questionnaires") {
    Visit visit;
    a_sealed_part(visit);
    with_changed_content(visit, [](model::Content& content) {
        for (auto& item : content.modules.at({"how-i-connect"}).items)
            item.text += " Truly.";
    });
    a_sealed_part(visit);
    const auto bundle = written(visit, {.format = model::ExportFormat::fhir});
    std::size_t forms = 0;
    for (auto at = bundle.find("\"resourceType\": \"Questionnaire\""); at != std::string::npos;
         at = bundle.find("\"resourceType\": \"Questionnaire\"", at + 1))
        ++forms;
    const auto& packet = shipped_content()->packets.front();
    const auto with_items = std::ranges::count_if(packet.modules, [](const auto& id) {
        const auto& module = shipped_content()->modules.at(id);
        return !module.is_private &&
               std::ranges::any_of(module.items, [](const model::Item& item) { return !item.is_private; });
    });
    CHECK(forms == static_cast<std::size_t>(with_items) + 1);
}
