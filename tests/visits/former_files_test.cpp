// Copies that a migration keeps beside the database: gone with what they hold, and never made of another's file.
#include "practice/device_rotation.hpp"
#include "visits/a_kit.hpp"

using namespace visits;
namespace action = model::action;

namespace {

// As it stands when a release was put over an earlier one.
std::filesystem::path former_copy(Visit& visit) {
    const auto file = visit.folder.path() / "sameside.db.before-v3";
    std::filesystem::copy_file(visit.folder.path() / "sameside.db", file);
    return file;
}

}

TEST_CASE("the copy of before a migration goes when a case is erased, and when the device key is replaced") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    SUBCASE("erased") {
        const auto copy = former_copy(visit);
        REQUIRE(unlock_therapist(*visit.kiosk, okafor, passphrase));
        const auto id = std::get<model::screen::Caseload>(visit.kiosk->state().screen).cases->front().id;
        const auto answers = visit.kiosk->runner().run(model::effect::EraseCase{id, "RG-1"});
        REQUIRE(answers.front().as<action::CaseErased>() != nullptr);
        CHECK_FALSE(std::filesystem::exists(copy));
    }
    SUBCASE("replaced") {
        visit.kiosk.reset();
        const auto copy = former_copy(visit);
        auto data = open_data(visit);
        REQUIRE(
            rotate_device_key(visit.folder.path(), data, core::SecretText(pin), support::test_cost(), visit.moment()));
        CHECK_FALSE(std::filesystem::exists(copy));
    }
}

TEST_CASE("another device's file of an earlier release is refused before it is signed, and stays as it was") {
    Visit visit;
    visit.kiosk.reset();
    const auto old_kiosk = std::filesystem::path(SAMESIDE_SOURCE_DIR) / "tests" / "visits" / "schema-2";
    const auto file = visit.folder.path() / "sameside.db";
    std::filesystem::remove(file);
    std::filesystem::remove(visit.folder.path() / "device.count");
    std::filesystem::copy_file(old_kiosk / "sameside.db", file);
    std::filesystem::permissions(file, std::filesystem::perms(0600));
    const auto before = bytes_of(file);
    const auto opened = open_practice(visit.folder.path());
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == core::ErrorCode::tampered);
    CHECK(bytes_of(file) == before);
    CHECK_FALSE(std::filesystem::exists(visit.folder.path() / "sameside.db.before-v3"));
    // With its own key it opens.
    std::filesystem::remove(visit.folder.path() / "device.key");
    std::filesystem::copy_file(old_kiosk / "device.key", visit.folder.path() / "device.key");
    std::filesystem::permissions(visit.folder.path() / "device.key", std::filesystem::perms(0600));
    CHECK(open_practice(visit.folder.path()).has_value());
}
