// A forgotten passphrase and a kit that was lost sight of.
#include "support/pen.hpp"
#include "support/small_disk.hpp"
#include "visits/a_kit.hpp"
#include <sys/wait.h>

using namespace visits;

namespace {

core::Result<Recovered> recover_okafor(Visit& visit, PracticeData& data, std::string_view words,
                                       const std::filesystem::path& kit) {
    const auto opened = try_kit(visit, data, words);
    if (!opened) return core::pass(opened.error());
    return recover(data, *opened, member(data, okafor), core::SecretText(new_passphrase), support::test_cost(),
                   {.file = kit, .practice = "Rivergate"}, visit.clock.now().wall);
}

core::Result<Recovered> renew_kit(Visit& visit, PracticeData& data, std::string_view words,
                                  const std::filesystem::path& kit) {
    const auto opened = try_kit(visit, data, words);
    if (!opened) return core::pass(opened.error());
    return make_new_kit(data, *opened, {.file = kit, .practice = "Rivergate"}, visit.clock.now().wall);
}

void share_with_reyes(Visit& visit) {
    visit.start();
    REQUIRE(unlock_therapist(*visit.kiosk, okafor, passphrase));
    const auto& cases = *std::get<model::screen::Caseload>(visit.kiosk->state().screen).cases;
    (void)visit.kiosk->runner().run(model::effect::ShareCase{cases.front().id, core::TherapistId{2}, true});
}

}

TEST_CASE("the kit's words and a new passphrase give a therapist every part and every note back") {
    Visit visit;
    const Folder out;
    a_visit_with_a_note(visit, "RG-1", "Ask about the winter");
    share_with_reyes(visit);
    visit.start();
    const auto entry = visit.new_sitting("RG-2", true, false, "mission-only");
    visit.begin_at(entry, Visit::maya(), 1); // being answered while the passphrase is forgotten
    {
        auto data = open_data(visit);
        const auto done = recover_okafor(visit, data, visit.kit_words, out / "kit.pdf");
        REQUIRE_MESSAGE(done.has_value(), done.error().detail);
        CHECK(done->parts == 2);
        CHECK(done->notes == 1);
        CHECK(done->left == 0);
        CHECK(has_line(whole_log(data), "recovery passphrase-recovered therapist:1"));
        CHECK(has_line(whole_log(data), "recovery kit-renewed "));
    }
    CHECK_FALSE(read_as(visit, okafor, passphrase, "RG-1"));
    const auto file = read_as(visit, okafor, new_passphrase, "RG-1");
    CHECK(has_words_of_a(file));
    REQUIRE(file);
    CHECK(file->visits.front().note == "Ask about the winter");
    CHECK(has_words_of_a(read_as(visit, reyes, passphrase, "RG-1"))); // whom it was shared with

    finish_begun_part(visit, entry);
    CHECK(has_words_of_a(read_as(visit, okafor, new_passphrase, "RG-2")));
}

TEST_CASE("a colleague whose case was shared with somebody reads it with new keys too") {
    Visit visit;
    const Folder out;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    share_with_reyes(visit);
    {
        auto data = open_data(visit);
        const auto kit = try_kit(visit, data, visit.kit_words);
        REQUIRE(kit.has_value());
        REQUIRE(recover(data, *kit, member(data, reyes), core::SecretText(new_passphrase), support::test_cost(),
                        {.file = out / "kit.pdf", .practice = "Rivergate"}, visit.clock.now().wall)
                    .has_value());
    }
    CHECK(has_words_of_a(read_as(visit, reyes, new_passphrase, "RG-1")));
    CHECK(has_words_of_a(read_as(visit, okafor, passphrase, "RG-1")));
}

TEST_CASE("the former kit opens nothing after a recovery, and the new one does") {
    Visit visit;
    const Folder out;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    store::Bytes slot;
    {
        auto data = open_data(visit);
        slot = data.store.packet({1})->recovery_slot;
        REQUIRE(recover_okafor(visit, data, visit.kit_words, out / "kit.pdf").has_value());
        CHECK(try_kit(visit, data, visit.kit_words).error().code == core::ErrorCode::wrong_secret);
        visit.clock.pass(std::chrono::minutes(6));
        const auto words = words_on(out / "kit.pdf");
        const auto again = recover_okafor(visit, data, words, out / "second.pdf");
        REQUIRE(again.has_value());
        CHECK(again->parts == 1);
        CHECK(again->left == 0);
    }
    const auto file = bytes_of(visit.folder.path() / "sameside.db");
    CHECK(file.find(std::string(slot.begin(), slot.end())) == std::string::npos);
}

TEST_CASE("kit words are taken with capitals, blanks and hyphens, and a wrong one is named") {
    Visit visit;
    auto data = open_data(visit);
    std::string typed = "  ";
    for (const char c : visit.kit_words)
        typed += c == ' ' ? std::string(" - ") : std::string(1, static_cast<char>(std::toupper(c)));
    CHECK(try_kit(visit, data, typed).has_value());
    auto wrong = visit.kit_words;
    wrong[6 * 4] = wrong[6 * 4] == 'b' ? 'd' : 'b';
    const auto refused = try_kit(visit, data, wrong);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().detail.find("recovery word 5") != std::string::npos);
    CHECK(try_kit(visit, data, visit.kit_words).has_value()); // misread is no try
}

TEST_CASE("another practice's kit is refused, counted and waited for, and nothing else is changed") {
    Visit visit, other;
    const Folder out;
    auto data = open_data(visit);
    const auto before = data.store.practice()->recovery_public_key;
    const auto refused = recover_okafor(visit, data, other.kit_words, out / "kit.pdf");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == core::ErrorCode::wrong_secret);
    CHECK(refused.error().detail.find(fingerprint(before)) != std::string::npos);
    CHECK(out.files().empty());
    CHECK(data.store.practice()->recovery_public_key == before);
    CHECK(has_line(whole_log(data), "unknown refused recovery"));
    CHECK(try_kit(visit, data, visit.kit_words).error().code == core::ErrorCode::throttled);
    visit.clock.pass(std::chrono::seconds(2));
    CHECK(try_kit(visit, data, visit.kit_words).has_value());
}

TEST_CASE("where the new kit cannot be written nothing is changed") {
    Visit visit;
    const Folder out;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    {
        auto data = open_data(visit);
        CHECK_FALSE(recover_okafor(visit, data, visit.kit_words, out / "none" / "kit.pdf").has_value());
        std::ofstream(out / "kit.pdf") << "another page";
        const auto refused = recover_okafor(visit, data, visit.kit_words, out / "kit.pdf");
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == core::ErrorCode::invalid_state);
        CHECK(bytes_of(out / "kit.pdf") == "another page");
        CHECK(try_kit(visit, data, visit.kit_words).has_value());
    }
    CHECK(has_words_of_a(read_as(visit, okafor, passphrase, "RG-1")));
}

TEST_CASE("on a disk that fills up at any byte a recovery is whole or has changed nothing") {
    int former = 0, renewed = 0;
    for (rlim_t room = 4096; room <= 4096U << 9U; room *= 2) {
        CAPTURE(room);
        Visit visit;
        const Folder out;
        a_visit_with_a_note(visit, "RG-1", "Winter");
        {
            auto data = open_data(visit);
            const auto kit = try_kit(visit, data, visit.kit_words);
            REQUIRE(kit.has_value());
            core::Result<Recovered> done;
            {
                const support::SmallDisk small(room);
                done = recover(data, *kit, member(data, okafor), core::SecretText(new_passphrase), support::test_cost(),
                               {.file = out / "kit.pdf", .practice = "Rivergate"}, visit.clock.now().wall);
            }
            if (done)
                ++renewed;
            else
                ++former;
            CHECK(std::filesystem::exists(out / "kit.pdf") == done.has_value());
            CHECK(try_kit(visit, data, done ? words_on(out / "kit.pdf") : visit.kit_words).has_value());
            (void)whole_log(data);
        }
        const bool reads_anew = has_words_of_a(read_as(visit, okafor, new_passphrase, "RG-1"));
        CHECK(reads_anew == std::filesystem::exists(out / "kit.pdf"));
        if (!reads_anew) {
            visit.clock.pass(std::chrono::minutes(6));
            CHECK(has_words_of_a(read_as(visit, okafor, passphrase, "RG-1")));
        }
    }
    CHECK(former > 0);
    CHECK(renewed > 0);
}

TEST_CASE("what was changed outside the kiosk is left as it is and counted") {
    Visit visit;
    const Folder out;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    auto data = open_data(visit);
    auto packet = *data.store.packet({1});
    packet.signature[0] ^= 1U;
    REQUIRE(data.store.set_packet_slots({1}, packet));
    const auto done = recover_okafor(visit, data, visit.kit_words, out / "kit.pdf");
    REQUIRE(done.has_value());
    CHECK(done->left == 1);
    CHECK(done->parts == 0);
    CHECK(data.store.packet({1})->signature == packet.signature);
}

TEST_CASE("a part whose row another hand changed keeps nobody from a new passphrase") {
    Visit visit;
    const Folder out;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    visit.kiosk.reset();
    REQUIRE(support::Pen(visit.folder.path() / "sameside.db").write("UPDATE packets SET signature = x'00'"));
    auto data = open_data(visit);
    const auto done = recover_okafor(visit, data, visit.kit_words, out / "kit.pdf");
    REQUIRE(done.has_value());
    CHECK(done->left == 1);
}

TEST_CASE("a new kit is made by the former one's words, and every therapist reads on") {
    Visit visit;
    const Folder out;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    {
        auto data = open_data(visit);
        const auto done = renew_kit(visit, data, visit.kit_words, out / "kit.pdf");
        REQUIRE(done.has_value());
        CHECK(says(flat(pages_of(out / "kit.pdf").front()), done->fingerprint));
        CHECK(try_kit(visit, data, words_on(out / "kit.pdf")).has_value());
    }
    const auto file = read_as(visit, okafor, passphrase, "RG-1");
    CHECK(has_words_of_a(file));
    REQUIRE(file);
    CHECK(file->visits.front().note == "Winter");
}

TEST_CASE("killed at any instant of a recovery, a practice opens with the former kit and passphrase or with both new") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    visit.kiosk.reset();
    int former = 0, renewed = 0;
    auto words = visit.kit_words;
    std::string secret = passphrase;
    // On a busy machine one that comes to its end takes longer.
    for (int turn = 0; turn < 40 || (renewed == 0 && turn < 1000); ++turn) {
        const Folder out;
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto data = open_practice(visit.folder.path());
            if (!data) _exit(1);
            const auto kit = open_kit(*data, core::SecretText(words), visit.moment());
            const auto who = staff_member(*data, okafor);
            if (!kit || !who) _exit(1);
            (void)recover(*data, *kit, *who, core::SecretText(new_passphrase), support::test_cost(),
                          {.file = out / "kit.pdf", .practice = "Rivergate"}, visit.clock.now().wall);
            _exit(0);
        }
        ::usleep(static_cast<useconds_t>(4'000 * turn + 1'000));
        ::kill(child, SIGKILL);
        REQUIRE(::waitpid(child, nullptr, 0) == child);
        auto data = open_practice(visit.folder.path());
        REQUIRE(data.has_value());
        if (open_kit(*data, core::SecretText(words), visit.moment())) {
            ++former;
        } else {
            ++renewed;
            visit.clock.pass(std::chrono::minutes(6));
            words = words_on(out / "kit.pdf");
            secret = new_passphrase;
            REQUIRE(open_kit(*data, core::SecretText(words), visit.moment()).has_value());
        }
        data = core::fail(core::ErrorCode::not_found, "closed");
        CHECK(has_words_of_a(read_as(visit, okafor, secret, "RG-1")));
        visit.kiosk.reset();
    }
    CHECK(former > 0);
    CHECK(renewed > 0);
}
