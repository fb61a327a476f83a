// The kiosk's own key replaced.
#include "practice/device_rotation.hpp"
#include "visits/a_kit.hpp"
#include <sys/wait.h>

using namespace visits;

namespace {

core::Result<Rotated> rotate(Visit& visit, PracticeData& data, std::string_view typed = pin,
                             const std::function<void(RotationStep)>& passed = {}) {
    return rotate_device_key(visit.folder.path(), data, core::SecretText(typed), support::test_cost(), visit.moment(),
                             passed);
}

// All that the device key is for.
void check_the_kiosk_works(Visit& visit, const std::string& entry_code) {
    const auto file = read_as(visit, okafor, passphrase, "RG-1");
    CHECK(has_words_of_a(file));
    REQUIRE(file);
    CHECK(file->name_a == "Maya");
    CHECK(file->visits.front().note == "Winter");
    visit.start();
    CHECK(unlock_desk(*visit.kiosk, pin));
    CHECK(visit.kiosk->says("RG-2"));
    visit.start();
    CHECK(enter_code(*visit.kiosk, entry_code));
    auto data = open_data(visit);
    (void)whole_log(data);
    CHECK(data.store.find_case(data.device.index_of("chart-code", "RG1"))->has_value());
    CHECK_FALSE(std::filesystem::exists(visit.folder.path() / "device.key.next"));
}

}

TEST_CASE("a new device key takes over all that was under the former one, which opens nothing any more") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    const auto entry = visit.new_sitting("RG-2", true, false, "mission-only");
    const auto former = bytes_of(visit.folder.path() / "device.key");
    {
        auto data = open_data(visit);
        const auto done = rotate(visit, data);
        REQUIRE_MESSAGE(done.has_value(), done.error().detail);
        CHECK(done->left == 0);
        CHECK(has_line(whole_log(data), "setup device-key-changed "));
        CHECK(audit::append(data, visit.clock.now().wall, "setup", "tried")); // the log still only grows
    }
    CHECK(bytes_of(visit.folder.path() / "device.key") != former);
    check_the_kiosk_works(visit, entry);
    visit.kiosk.reset();
    std::ofstream(visit.folder.path() / "device.key", std::ios::binary) << former;
    CHECK(open_practice(visit.folder.path()).error().code == core::ErrorCode::tampered);
}

TEST_CASE("a kiosk that is killed at any step of a rotation opens with one key or the other") {
    for (const auto step :
         {RotationStep::key_made, RotationStep::values_made, RotationStep::committed, RotationStep::key_replaced}) {
        CAPTURE(static_cast<int>(step));
        Visit visit;
        a_visit_with_a_note(visit, "RG-1", "Winter");
        const auto entry = visit.new_sitting("RG-2", true, false, "mission-only");
        visit.kiosk.reset();
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto data = open_practice(visit.folder.path());
            if (!data) _exit(1);
            (void)rotate(visit, *data, pin, [&](RotationStep passed) {
                if (passed == step) ::kill(::getpid(), SIGKILL);
            });
            _exit(1);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        check_the_kiosk_works(visit, entry);
    }
}

TEST_CASE("the device key is not replaced while a part is being answered, nor for a wrong PIN") {
    Visit visit;
    const auto entry = visit.new_sitting("RG-2", true, false, "mission-only");
    visit.begin_at(entry, Visit::maya(), 1);
    auto data = open_data(visit);
    const auto former = bytes_of(visit.folder.path() / "device.key");
    CHECK(rotate(visit, data).error().code == core::ErrorCode::invalid_state);
    CHECK(rotate(visit, data, "0000").error().code == core::ErrorCode::wrong_secret);
    CHECK(rotate(visit, data).error().code == core::ErrorCode::throttled);
    CHECK(bytes_of(visit.folder.path() / "device.key") == former);
    CHECK_FALSE(std::filesystem::exists(visit.folder.path() / "device.key.next"));
    (void)whole_log(data);
}

TEST_CASE("what did not fit before a rotation does not fit after it") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    auto data = open_data(visit);
    auto packet = *data.store.packet({1});
    packet.signature[0] ^= 1U;
    REQUIRE(data.store.set_packet_slots({1}, packet));
    std::vector<store::Bytes> links;
    REQUIRE(data.store.each_audit([&](const store::AuditRow& row) -> core::Done {
        links.push_back(row.link);
        return {};
    }));
    REQUIRE(links.size() > 3);
    links[2][0] ^= 1U;
    REQUIRE(data.store.relink_audit(links, *data.store.audit_end()));
    const auto done = rotate(visit, data);
    REQUIRE(done.has_value());
    CHECK(done->left == 1);
    CHECK(data.store.packet({1})->signature == packet.signature);
    const auto report = audit::verify(data, [](const store::AuditRow&) {});
    REQUIRE(report);
    CHECK(report->broken.find("entry 3 was changed") != std::string::npos);
}
