// Somebody writes the database who has no device key: nothing changes unnoticed.
#include "practice/audit.hpp"
#include "promises/sealed_part.hpp"
#include "support/pen.hpp"

using namespace promises;
using support::Pen;
using visits::Visit;

namespace {

constexpr auto okafor = "Dr. Okafor";
constexpr auto reyes = "M. Reyes, LMFT";

std::filesystem::path database_of(const Visit& visit) {
    return visit.folder.path() / "sameside.db";
}

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text = "x'";
    for (const auto byte : bytes) {
        constexpr std::string_view digits = "0123456789abcdef";
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text + "'";
}

void a_sealed_part(Visit& visit) {
    visit.begin(visit.new_sitting("RG-1", true, false, "mission-only"), Visit::maya());
    finish_part(visit, Visit::maya());
    visit.start();
    visit.kiosk.reset();
}

// What the kiosk says of its rows.
store::Findings findings_of(const Visit& visit) {
    auto data = open_practice(visit.folder.path());
    REQUIRE(data.has_value());
    return data->store.findings();
}

}

TEST_CASE("a key pair of one's own in a therapist's row opens nothing and is sealed to by nobody") {
    Visit visit;
    a_sealed_part(visit);
    const auto own = vault::new_key_pair();
    const auto row = [&] {
        auto data = open_practice(visit.folder.path());
        return data->store.therapists()->front();
    }();
    const auto wrapped = vault::wrap_secret_key(own, "the intruder's own words", row.uuid, support::test_cost());
    REQUIRE(wrapped.has_value());
    REQUIRE(Pen(database_of(visit))
                .write("UPDATE therapists SET public_key = " + hex(own.public_key) +
                       ", wrapped_secret_key = " + hex(*wrapped) + " WHERE id = 1"));
    CHECK(findings_of(visit).rows.contains("therapists:1"));
    auto kiosk = next_kiosk(visit);
    const auto staff = first_of<model::action::StaffListed>(kiosk.run(model::effect::ListStaff{}));
    REQUIRE(staff);
    REQUIRE(staff->therapists.size() == 1); // the others go on
    CHECK(staff->therapists.front().name == reyes);
    const model::effect::UnlockTherapist order{.therapist = {{1}, okafor},
                                               .passphrase = core::SecretText("the intruder's own words")};
    CHECK_FALSE(first_of<model::action::Unlocked>(kiosk.run(order)));
    REQUIRE(caseload_of(kiosk, reyes));
}

TEST_CASE("no part is begun for a reader whose key was swapped, nor for a recovery key that was") {
    for (const auto* swap : {"UPDATE therapists SET public_key = ", "UPDATE practice SET recovery_public_key = "}) {
        CAPTURE(swap);
        Visit visit;
        visit.new_sitting("RG-1", true, false, "mission-only");
        visit.kiosk.reset();
        auto kiosk = next_kiosk(visit);
        // While the kiosk runs: the next thing that is written finds it.
        REQUIRE(Pen(database_of(visit)).write(swap + hex(vault::new_key_pair().public_key)));
        const model::Sitting sitting{.id = {1}, .packet = {"mission-only"}};
        const auto answers = kiosk.run(
            model::effect::StartPart{{sitting, model::Partner::a}, core::SecretText("4711"), model::Progress{}});
        CHECK_FALSE(first_of<model::action::PartOpened>(answers));
        const auto broke = first_of<model::action::Broke>(answers);
        REQUIRE(broke);
        CHECK(broke->error.code == core::ErrorCode::tampered);
    }
}

TEST_CASE("a row that makes another therapist a reader makes none") {
    Visit visit;
    a_sealed_part(visit);
    REQUIRE(Pen(database_of(visit))
                .write("INSERT INTO case_readers (in_case, therapist, mac) VALUES (1, 2, zeroblob(32))"));
    CHECK(findings_of(visit).rows.contains("case_readers:1"));
    visit.start();
    const auto code = visit.new_sitting("RG-1", true, false, "mission-only");
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    visit.kiosk.reset();
    auto data = open_practice(visit.folder.path());
    CHECK_FALSE(data->store.shared_slot({2}, {2})->has_value());
}

TEST_CASE("visits, dates, packets, holds, states and waits that another hand changed are named") {
    for (const auto* write :
         {"DELETE FROM unread; DELETE FROM packets; DELETE FROM parts; DELETE FROM sittings",
          "UPDATE sittings SET planned_at_ms = planned_at_ms - 86400000", "UPDATE sittings SET packet = 'first-visit'",
          "UPDATE cases SET legal_hold = 1 - legal_hold", "UPDATE sittings SET status = 'cancelled'",
          "DELETE FROM throttle", "UPDATE throttle SET failures = failures + 1"}) {
        CAPTURE(write);
        Visit visit;
        a_sealed_part(visit);
        visit.start();
        CHECK_FALSE(unlock_therapist(*visit.kiosk, okafor, "wrong words and more"));
        visit.kiosk.reset();
        REQUIRE(findings_of(visit).empty());
        REQUIRE(Pen(database_of(visit)).write(write));
        CHECK_FALSE(findings_of(visit).empty());
        // The desk and the therapist read of it.
        auto kiosk = next_kiosk(visit);
        const auto board =
            first_of<model::action::BoardRead>(kiosk.run(model::effect::UnlockDesk{core::SecretText(visits::pin)}));
        REQUIRE(board);
        CHECK(model::gravest_of(board->board.checks, model::Tile::storage)->found.health == model::Health::failed);
        REQUIRE(caseload_of(kiosk, reyes));
        CHECK(first_of<model::action::TherapistFailed>(kiosk.run(model::effect::ReadCaseload{})));
    }
}

TEST_CASE("an audit log that was emptied is not whole, nor one whose last entries are gone") {
    for (const auto* write :
         {"DELETE FROM audit; DELETE FROM audit_end", "DELETE FROM audit; DELETE FROM audit_end; DELETE FROM row_sets",
          "DELETE FROM audit WHERE sequence > 2"}) {
        CAPTURE(write);
        Visit visit;
        a_sealed_part(visit);
        REQUIRE(Pen(database_of(visit)).write(write));
        auto data = open_practice(visit.folder.path());
        if (!data) { // without its sums the file looks older than it is
            CHECK(data.error().code == core::ErrorCode::tampered);
            continue;
        }
        const auto report = audit::verify(*data, [](const store::AuditRow&) {});
        REQUIRE(report.has_value());
        CHECK_FALSE(report->broken.empty());
    }
}

TEST_CASE("an earlier copy of the database is known as one, and gone on with only when somebody says so") {
    Visit visit;
    visit.kiosk.reset();
    const auto earlier = visit.folder.path() / "earlier.db";
    std::filesystem::copy_file(database_of(visit), earlier);
    visit.start();
    a_sealed_part(visit);
    std::filesystem::copy_file(earlier, database_of(visit), std::filesystem::copy_options::overwrite_existing);
    const auto refused = open_practice(visit.folder.path());
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == core::ErrorCode::tampered);
    CHECK(refused.error().detail.find("earlier copy") != std::string::npos);
    {
        auto data = open_practice(visit.folder.path(), EarlierCopy::accepted);
        REQUIRE(data.has_value());
        CHECK(data->commits_missing > 5);
        REQUIRE(data->store.accept_rows(data->commits_missing).has_value());
    }
    REQUIRE(open_practice(visit.folder.path()).has_value());
    // The copy is older than what was accepted now.
    std::filesystem::copy_file(earlier, database_of(visit), std::filesystem::copy_options::overwrite_existing);
    CHECK_FALSE(open_practice(visit.folder.path()).has_value());
}

TEST_CASE("a count of changes that is missing or was made up makes no earlier copy a new one") {
    Visit visit;
    a_sealed_part(visit);
    const auto count = visit.folder.path() / "device.count";
    SUBCASE("missing") {
        std::filesystem::remove(count);
    }
    SUBCASE("emptied") {
        std::filesystem::resize_file(count, 0);
    }
    SUBCASE("of zeros") {
        std::filesystem::resize_file(count, 0);
        std::filesystem::resize_file(count, 80);
    }
    CHECK_FALSE(open_practice(visit.folder.path()).has_value());
}
