// Backups made while a kiosk runs, and practices that come back from them.
#include "practice/backup_trial.hpp"
#include "visits/a_backup.hpp"
#include <sys/wait.h>

using namespace visits;

namespace {

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& each : std::filesystem::directory_iterator(folder))
        names.insert(each.path().filename().string());
    return names;
}

}

TEST_CASE("a backup that was made while somebody answers comes back on another machine by the kit alone") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    const auto entry = visit.new_sitting("RG-2", true, false, "mission-only");
    visit.begin_at(entry, Visit::maya(), 2);
    const auto before = names_in(visit.folder.path());
    const Folder out;
    const auto made = backed_up(visit, out / "one.backup");
    CHECK(made.findings.empty());
    CHECK(names_in(visit.folder.path()) == before);
    CHECK(answer_part(*visit.kiosk, Visit::maya())); // the kiosk goes on

    const auto backup = read_whole(out / "one.backup");
    CHECK(backup.generation == made.generation);
    REQUIRE(find_entry(backup, "content/packets.toml") != nullptr);
    Visit other;
    clear(other);
    const auto kit = kit_of(visit, backup);
    const auto restored = restore(backup, {.kit = &kit, .device_key = {}}, other.folder.path(), visit.clock.now().wall);
    REQUIRE_MESSAGE(restored.has_value(), restored.error().detail);
    CHECK(restored->findings.empty());
    CHECK(restored->audit_whole);
    CHECK(names_in(other.folder.path()) ==
          std::set<std::string>{"device.count", "device.key", "kiosk.lock", "restored", "sameside.db"});
    CHECK(bytes_of(other.folder.path() / "restored" / "kiosk.toml") == "name = \"Rivergate\"\n");
    const auto file = read_as(other, okafor, passphrase, "RG-1");
    CHECK(has_words_of_a(file));
    REQUIRE(file);
    CHECK(file->name_a == "Maya");
    CHECK(file->visits.front().note == "Winter");
    finish_begun_part(other, entry); // by her own code, where she was
    auto data = open_data(other);
    CHECK(has_line(whole_log(data), "setup restored generation:" + std::to_string(made.generation)));
    CHECK(open_kit(data, core::SecretText(visit.kit_words), visit.moment()));
}

TEST_CASE("a backup of a kiosk that was cut off holds what stood in its log, and leaves the log as it is") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    (void)visit.new_sitting("RG-2");
    const Folder cut_off, out;
    for (const char* name : {"device.key", "device.count", "sameside.db", "sameside.db-wal"})
        std::filesystem::copy_file(visit.folder.path() / name, cut_off / name);
    std::filesystem::permissions(cut_off / "device.key", std::filesystem::perms(0600));
    REQUIRE(std::filesystem::file_size(cut_off / "sameside.db-wal") > 0);
    const auto log = bytes_of(cut_off / "sameside.db-wal");
    auto plan = backup_plan(visit, out / "cut-off.backup");
    plan.data_folder = cut_off / "";
    const auto made = make_backup(plan, visit.clock.now().wall);
    REQUIRE_MESSAGE(made.has_value(), made.error().detail);
    CHECK(bytes_of(cut_off / "sameside.db-wal") == log);
    CHECK(made->generation == backed_up(visit, out / "running.backup").generation);
}

TEST_CASE("a backup that is changed in any place is refused, and nothing of it is restored") {
    Visit visit;
    const Folder out;
    backed_up(visit, out / "one.backup");
    const auto whole = bytes_of(out / "one.backup");
    const auto refused = [&](std::string_view bytes) {
        overwrite(out / "changed.backup", bytes);
        return !read_backup(out / "changed.backup").has_value();
    };
    for (std::size_t at = 0; at < whole.size(); at += at < 6000 ? 61 : 7919) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        CAPTURE(at);
        CHECK(refused(changed));
    }
    for (const auto size : {std::size_t{0}, std::size_t{5}, std::size_t{30}, whole.size() / 2, whole.size() - 1})
        CHECK(refused(std::string_view(whole).substr(0, size)));
    CHECK(refused(whole + "x"));
}

TEST_CASE("no name of an entry leads out of the folder that it is restored into") {
    for (const char* name : {"", "/etc/passwd", "content/", "content//a", "content/../a", "content/./a", "content/a/..",
                             "../content/a", "content\\a", "content/a\nb", "device.key", "sameside.db/a", "content"})
        CHECK_FALSE(is_entry_name(name));
    CHECK_FALSE(is_entry_name("content/" + std::string(300, 'a')));
    CHECK_FALSE(is_entry_name(std::string_view("content/a\0b", 11)));
    for (const char* name : {"sameside.db", "kiosk.toml", "content/packets.toml", "content/modules/two words.toml"})
        CHECK(is_entry_name(name));
    // Signed rightly, and refused all the same.
    Visit visit;
    const Folder out;
    backed_up(visit, out / "one.backup");
    auto backup = read_whole(out / "one.backup");
    const auto device = vault::Device::open(visit.folder.path() / "device.key");
    REQUIRE(device.has_value());
    backup.entries.push_back({"content/../../outside", "x"});
    const auto written = write_backup(out / "two.backup", backup, *device);
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == core::ErrorCode::unsupported);
    CHECK_FALSE(std::filesystem::exists(out / "two.backup"));
}

TEST_CASE("a restore takes neither another kit nor another device key, and never writes over a practice") {
    Visit visit, stranger;
    const Folder out;
    backed_up(visit, out / "one.backup");
    const auto backup = read_whole(out / "one.backup");
    const auto other_kit = kit_for(backup, core::SecretText(stranger.kit_words));
    REQUIRE_FALSE(other_kit.has_value());
    CHECK(other_kit.error().code == core::ErrorCode::wrong_secret);
    const auto stranger_key = out / "device.key";
    std::filesystem::copy_file(stranger.folder.path() / "device.key", stranger_key);
    Visit machine;
    clear(machine);
    const auto at = visit.clock.now().wall;
    const auto wrong = restore(backup, {.kit = nullptr, .device_key = stranger_key}, machine.folder.path(), at);
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code == core::ErrorCode::tampered);
    CHECK(names_in(machine.folder.path()).empty());
    CHECK_FALSE(restore(backup, {.kit = nullptr, .device_key = out / "none.key"}, machine.folder.path(), at));
    CHECK(names_in(machine.folder.path()).empty());
    const auto kit = kit_of(visit, backup);
    CHECK(restore(backup, {.kit = &kit, .device_key = {}}, machine.folder.path(), at).has_value());
    const auto again = restore(backup, {.kit = &kit, .device_key = {}}, machine.folder.path(), at);
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == core::ErrorCode::invalid_state);
    stranger.kiosk.reset();
    CHECK_FALSE(restore(backup, {.kit = &kit, .device_key = {}}, stranger.folder.path(), at).has_value());
    CHECK(open_practice(stranger.folder.path()).has_value());
}

TEST_CASE("a restore that is killed at any step leaves nothing, or the whole practice") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    const Folder out;
    backed_up(visit, out / "one.backup");
    const auto backup = read_whole(out / "one.backup");
    const auto kit = kit_of(visit, backup);
    const RestoreKey key{.kit = &kit, .device_key = {}};
    const auto at = visit.clock.now().wall;
    for (const auto step : {SetUpStep::practice_made, SetUpStep::key_placed, SetUpStep::practice_placed}) {
        CAPTURE(static_cast<int>(step));
        Visit machine;
        clear(machine);
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            (void)restore(backup, key, machine.folder.path(), at, [&](SetUpStep passed) {
                if (passed == step) ::kill(::getpid(), SIGKILL);
            });
            _exit(0);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        const bool whole = step >= SetUpStep::key_placed;
        CHECK(open_practice(machine.folder.path()).has_value() == whole);
        if (!whole) {
            CHECK(names_in(machine.folder.path()) == std::set<std::string>{"kiosk.lock"});
            REQUIRE(restore(backup, key, machine.folder.path(), at).has_value());
        }
        CHECK(std::filesystem::exists(machine.folder.path() / "restored" / "content" / "packets.toml"));
        CHECK(has_words_of_a(read_as(machine, okafor, passphrase, "RG-1")));
    }
}

TEST_CASE("a backup is not written over, and one that the disk cannot take leaves nothing") {
    Visit visit;
    const Folder out;
    backed_up(visit, out / "one.backup");
    const auto again = make_backup(backup_plan(visit, out / "one.backup"), visit.clock.now().wall);
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == core::ErrorCode::invalid_state);
    const auto nowhere = make_backup(backup_plan(visit, out / "none" / "a.backup"), visit.clock.now().wall);
    CHECK_FALSE(nowhere.has_value());
    CHECK(names_in(out / "") == std::set<std::string>{"one.backup"});
}

TEST_CASE("what can be read in a backup is neither a name nor a code nor a key") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-2041", "Winter");
    const Folder out;
    backed_up(visit, out / "one.backup");
    const auto key = bytes_of(visit.folder.path() / "device.key");
    const auto bytes = bytes_of(out / "one.backup");
    for (const std::string_view secret :
         {std::string_view("Maya"), std::string_view("RG-2041"), std::string_view("Winter"), std::string_view(key)})
        CHECK(bytes.find(secret) == std::string::npos);
    CHECK((std::filesystem::status(out / "one.backup").permissions() & std::filesystem::perms(0077)) ==
          std::filesystem::perms::none);
}

TEST_CASE("a backup that is tried out is held against the practice as it has become") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    const Folder out;
    const auto made = backed_up(visit, out / "one.backup");
    const auto try_it = [&] {
        return try_backup(out / "one.backup", visit.folder.path(), store::Holder::this_process);
    };
    const auto at_once = try_it();
    REQUIRE_MESSAGE(at_once.has_value(), at_once.error().detail);
    CHECK(at_once->generation == made.generation);
    CHECK(at_once->changes_since == 0);
    CHECK(at_once->rows.rows > 5);
    CHECK(at_once->rows.differ == 0);
    CHECK(at_once->rows.audit_entries > 0);
    (void)visit.new_sitting("RG-2");
    const auto later = try_it();
    REQUIRE_MESSAGE(later.has_value(), later.error().detail);
    CHECK(later->changes_since > 0);
    CHECK(later->rows.added > 0);
}

TEST_CASE("a backup that is not of this practice as it was is known as one when it is tried out") {
    Visit visit, stranger;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    const Folder out, earlier;
    backed_up(visit, out / "one.backup");
    backed_up(stranger, out / "stranger.backup");
    const auto tried = [&](const char* name) {
        const auto done = try_backup(out / name, visit.folder.path(), store::Holder::this_process);
        return done ? core::ErrorCode::unsupported : done.error().code;
    };
    CHECK(tried("stranger.backup") == core::ErrorCode::tampered);
    CHECK(tried("none.backup") == core::ErrorCode::not_found);
    // Made after what stands there now.
    visit.kiosk.reset();
    std::filesystem::copy_file(visit.folder.path() / "sameside.db", earlier / "sameside.db");
    visit.start();
    (void)visit.new_sitting("RG-2");
    backed_up(visit, out / "two.backup");
    CHECK(tried("two.backup") == core::ErrorCode::unsupported);
    visit.kiosk.reset();
    std::filesystem::copy_file(earlier / "sameside.db", visit.folder.path() / "sameside.db",
                               std::filesystem::copy_options::overwrite_existing);
    const auto newer = try_backup(out / "two.backup", visit.folder.path(), store::Holder::not_known);
    REQUIRE_FALSE(newer.has_value());
    CHECK(newer.error().detail.ends_with("an earlier copy stands there"));
}
