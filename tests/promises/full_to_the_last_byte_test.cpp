// A disk without a byte left: the kiosk starts, says so, loses nothing, and closes a visit with the room it kept.
#include "promises/sealed_part.hpp"
#include "store/reserve.hpp"
#include <fstream>
#include <sys/mount.h>
#include <sys/wait.h>

using namespace rehearsal;
using namespace promises;
using visits::Visit;

namespace {

// A small disk of its own for the practice that is made while it lives.
class SmallDisk {
public:
    explicit SmallDisk(const std::string& size) {
        const auto* before = std::getenv("TMPDIR");
        m_before = before == nullptr ? "" : before;
        m_mounted =
            ::mount("tmpfs", m_folder.path().c_str(), "tmpfs", MS_NOSUID | MS_NODEV, ("size=" + size).c_str()) == 0;
        if (m_mounted) ::setenv("TMPDIR", m_folder.path().c_str(), 1);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (!m_mounted) return;
        if (m_before.empty())
            ::unsetenv("TMPDIR");
        else
            ::setenv("TMPDIR", m_before.c_str(), 1);
        ::umount2(m_folder.path().c_str(), MNT_DETACH);
    }
    bool mounted() const { return m_mounted; }
    // All but so many bytes, in pages of the memory that the disk is made of.
    void fill(std::uintmax_t left) const {
        std::ofstream filler(m_folder.path() / "filler", std::ios::binary | std::ios::app);
        const std::string page(4096, 'f');
        while (std::filesystem::space(m_folder.path()).available > left && filler.write(page.data(), 4096).flush()) {
        }
    }
    void make_room() const { std::filesystem::remove(m_folder.path() / "filler"); }

private:
    visits::TemporaryFolder m_folder;
    std::string m_before;
    bool m_mounted = false;
};

bool skipped(const SmallDisk& disk) {
    if (disk.mounted()) return false;
    MESSAGE("skipped: mounting a small disk takes root");
    return true;
}

// Maya answers, and the process is killed: what is saved stands in the log.
void answer_and_be_killed(Visit& visit, const std::string& code) {
    visit.kiosk.reset();
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        visit.start();
        visit.begin_at(code, Visit::maya(), 4);
        ::kill(::getpid(), SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    REQUIRE(std::filesystem::file_size(visit.folder.path() / "sameside.db-wal") > 0);
}

std::string storage_words(const Visit& visit) {
    const auto* desk = std::get_if<model::screen::Desk>(&visit.kiosk->state().screen);
    REQUIRE(desk != nullptr);
    const auto* gravest = model::gravest_of(desk->board.checks, model::Tile::storage);
    REQUIRE(gravest != nullptr);
    CHECK(gravest->found.health == model::Health::failed);
    const auto* disk = model::find_check(desk->board.checks, model::Checked::disk);
    REQUIRE(disk != nullptr);
    return disk->words.words();
}

}

TEST_CASE("with whatever is left on its disk the kiosk starts after a kill, says so, and has all that was saved") {
    for (const std::uintmax_t left : {512, 256, 128, 64, 32, 16, 8, 4, 0}) {
        CAPTURE(left);
        const SmallDisk disk("3m");
        if (skipped(disk)) return;
        Visit visit;
        const auto code = visit.new_sitting("RG-1", true, false, "mission-only");
        answer_and_be_killed(visit, code);
        disk.fill(left * 1024);
        visit.start();
        REQUIRE(unlock_desk(*visit.kiosk, visits::pin));
        CHECK_FALSE(storage_words(visit).empty());
        if (left == 0) CHECK(storage_words(visit) == "Full");
        visit.kiosk.reset();
        disk.make_room();
        auto kiosk = next_kiosk(visit);
        const auto sitting = sitting_of(kiosk, code);
        REQUIRE(sitting.has_value());
        const auto content = resumed(kiosk, *sitting, model::Partner::a, Visit::maya().code);
        REQUIRE(content.has_value());
        CHECK(content->answers.size() >= 3);
    }
}

TEST_CASE("a part is sealed on a full disk with the room that was kept for it, which is kept anew when there is some") {
    const SmallDisk disk("24m");
    if (skipped(disk)) return;
    Visit visit;
    const auto reserve = visit.folder.path() / "reserve";
    REQUIRE(std::filesystem::file_size(reserve) == store::reserve_size);
    const auto code = visit.new_sitting("RG-1", true, false, "mission-only");
    visit.begin(code, Visit::maya());
    auto act = Visit::maya();
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(visit.kiosk->shows("review"));
    visit.kiosk->pass(std::chrono::seconds(1));
    const auto answers = std::get<model::screen::Review>(visit.kiosk->state().screen).session.content.answers;
    disk.fill(0);
    REQUIRE(seal_part(*visit.kiosk, act));
    CHECK_FALSE(std::filesystem::exists(reserve));
    visit.start(); // power was cut
    disk.make_room();
    visit.kiosk.reset();
    auto kiosk = next_kiosk(visit);
    CHECK(std::filesystem::file_size(reserve) == store::reserve_size);
    const auto cases = caseload_of(kiosk, "Dr. Okafor");
    REQUIRE(cases.has_value());
    const auto sealed = sealed_answers(kiosk, cases->front().id, model::Partner::a);
    REQUIRE(sealed.has_value());
    CHECK(*sealed == answers);
}
