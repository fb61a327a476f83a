// Writing a case out from the therapist's own screen: where to, how far it is, and what happens when it goes wrong.
#include "practice/audit.hpp"
#include "practice/usb.hpp"
#include "support/small_disk.hpp"
#include "visits/a_visit.hpp"
#include <fstream>
#include <iterator>

using namespace visits;
namespace action = model::action;

namespace {

struct AtExport : Visit {
    TemporaryFolder stick;

    AtExport() {
        const auto code = new_sitting("RG-2041", true, false);
        const auto act = maya();
        begin(code, act);
        finish_part(*this, act);
        start();
        (void)read_case();
        kiosk->tell(action::ExportTapped{});
        REQUIRE(kiosk->shows("export"));
    }
    const model::screen::Export& screen() const {
        const auto* shown = std::get_if<model::screen::Export>(&kiosk->state().screen);
        REQUIRE(shown != nullptr);
        return *shown;
    }
    void order(model::ExportFormat kind) {
        kiosk->tell(action::ExportFormatChosen{kind});
        kiosk->tell(action::Confirmed{});
    }
    void plug_in() {
        usb_drives = {{"GREY", stick.path().string()}};
        kiosk->pass(std::chrono::seconds(3));
    }
    static std::size_t files_in(const std::filesystem::path& folder) {
        if (!std::filesystem::exists(folder)) return 0;
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
    }
    std::size_t exported() const { return files_in(folder.path() / "charts") + files_in(stick.path()); }
    bool logged(std::string_view words) {
        kiosk.reset();
        auto data = open_practice(folder.path());
        REQUIRE(data);
        bool found = false;
        REQUIRE(audit::verify(*data, [&](const store::AuditRow& row) {
            found = found || (row.what + " " + row.about).find(words) != std::string::npos;
        }));
        return found;
    }
};

}

TEST_CASE("sticks are what is mounted for people and can be written to, by the names of their folders") {
    const auto usb_drives = usb_drives_in("22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                                          "90 22 8:17 / /media/GREY rw,nosuid - vfat /dev/sdb1 rw\n"
                                          "91 22 8:33 / /run/media/kiosk/Dr.\\040Okafor rw - exfat /dev/sdc1 rw\n"
                                          "92 22 11:0 / /media/cdrom ro,nosuid - iso9660 /dev/sr0 ro\n"
                                          "93 22 8:49 / /mnt/backup rw - ext4 /dev/sdd1 rw\n"
                                          "94 22 8:49 / /media/\n\nnonsense\n"
                                          "95 22 8:65 / /media/a\\134b rwx - vfat /dev/sde1 rw\n");
    CHECK(usb_drives ==
          std::vector<model::ExportPlace>{{"GREY", "/media/GREY"}, {"Dr. Okafor", "/run/media/kiosk/Dr. Okafor"}});
    CHECK(usb_drives_in("").empty());
}

TEST_CASE("a stick that a service sees twice is offered once, as what lies above can be written to") {
    const std::string below = "363 308 0:55 / /media/GREY rw,nosuid - vfat /dev/sdb1 rw\n";
    const std::string above = "364 333 0:55 / /media/GREY rw,nosuid - vfat /dev/sdb1 rw\n";
    const std::string locked = "364 333 0:55 / /media/GREY ro,nosuid - vfat /dev/sdb1 rw\n";
    const std::string other = "365 308 0:56 / /media/BLUE rw,nosuid - vfat /dev/sdc1 rw\n";
    const model::ExportPlace grey{"GREY", "/media/GREY"}, blue{"BLUE", "/media/BLUE"};
    CHECK(usb_drives_in(below + above + other) == std::vector{grey, blue});
    CHECK(usb_drives_in(below + locked + other) == std::vector{blue});
    CHECK(usb_drives_in(locked + below) == std::vector{grey});
}

TEST_CASE("a stick is offered when it is put in, written to when it is chosen, and named in the audit log") {
    AtExport visit;
    CHECK(visit.kiosk->tree().find_id("place:0") == nullptr);
    visit.plug_in();
    REQUIRE(visit.kiosk->tree().find_id("place:0") != nullptr);
    CHECK(visit.kiosk->says("Stick GREY"));
    visit.kiosk->tell(action::ExportPlaceChosen{visit.stick.path().string()});
    visit.order(model::ExportFormat::csv);
    CHECK(visit.screen().working);
    CHECK(AtExport::files_in(visit.stick.path()) == 0);
    visit.kiosk->pass(std::chrono::seconds(1));
    CHECK_FALSE(visit.screen().working);
    CHECK(std::filesystem::exists(visit.stick.path() / "RG-2041 answers.csv"));
    CHECK(std::filesystem::exists(visit.stick.path() / "RG-2041 scores.csv"));
    CHECK(AtExport::files_in(visit.stick.path()) == 2);
    CHECK(visit.logged("exported sitting:1 csv stick"));
}

TEST_CASE("progress is seen going on piece by piece, and stopping leaves no file") {
    AtExport visit;
    visit.order(model::ExportFormat::csv);
    const auto all = visit.screen().of;
    REQUIRE(all >= 4); // two tables, each a heading and a visit
    CHECK(visit.screen().done == 0);
    std::size_t before = 0;
    while (visit.screen().done + 1 < all) {
        visit.kiosk->tell(action::TimePassed{});
        CHECK(visit.screen().done == before + 1);
        before = visit.screen().done;
        CHECK(visit.kiosk->says(std::to_string(before) + " of " + std::to_string(all)));
    }
    CHECK_FALSE(std::filesystem::exists(visit.folder.path() / "charts" / "RG-2041 answers.csv"));
    visit.kiosk->tell(action::BackTapped{});
    CHECK_FALSE(visit.screen().working);
    CHECK(visit.kiosk->says("Stopped. Nothing was written."));
    CHECK(visit.exported() == 0);
    visit.kiosk->pass(std::chrono::seconds(1));
    CHECK(visit.exported() == 0);
}

TEST_CASE("a stick pulled out before, and one pulled out while it is written to, are said so") {
    AtExport visit;
    visit.plug_in();
    visit.kiosk->tell(action::ExportPlaceChosen{visit.stick.path().string()});
    visit.usb_drives.clear();
    visit.kiosk->pass(std::chrono::seconds(3));
    CHECK(visit.screen().to.empty());
    CHECK(visit.kiosk->says("The stick is no longer here."));

    visit.plug_in();
    visit.kiosk->tell(action::ExportPlaceChosen{visit.stick.path().string()});
    visit.order(model::ExportFormat::json);
    visit.kiosk->tell(action::TimePassed{});
    REQUIRE(visit.screen().working);
    std::filesystem::remove_all(visit.stick.path());
    visit.kiosk->pass(std::chrono::seconds(1));
    CHECK_FALSE(visit.screen().working);
    CHECK(visit.screen().written_to.empty());
    CHECK(visit.kiosk->says("The stick could not be written to. Nothing was written."));
    CHECK(visit.exported() == 0);
}

TEST_CASE("a disk that fills up while it is written leaves no half file") {
    AtExport visit;
    visit.order(model::ExportFormat::csv);
    visit.kiosk->tell(action::TimePassed{});
    {
        const support::SmallDisk disk(1024);
        visit.kiosk->pass(std::chrono::seconds(1));
    }
    CHECK_FALSE(visit.screen().working);
    CHECK(visit.kiosk->says("no room left there"));
    CHECK(visit.exported() == 0);
}

TEST_CASE("a kiosk that locks while it writes has written nothing") {
    AtExport visit;
    visit.order(model::ExportFormat::archive);
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->type("seven paper boats");
    visit.kiosk->tell(action::DoneTyping{});
    REQUIRE(visit.screen().working);
    visit.kiosk->tell(action::TimePassed{});
    visit.kiosk->tell(action::LockTapped{});
    CHECK(visit.kiosk->shows("welcome"));
    visit.kiosk->pass(std::chrono::seconds(1));
    CHECK(visit.exported() == 0);
    const auto late = visit.kiosk->runner().run(model::effect::GoOnWriting{});
    CHECK(late.empty());
}

TEST_CASE("a therapist's notes are in no export but where they are ticked, and then in a file of their own") {
    AtExport visit;
    visit.kiosk->tell(action::BackTapped{});
    CHECK(visit.kiosk->tree().find_id("with-notes") == nullptr);
    visit.kiosk->tell(action::CaseTabChosen{model::CaseTab::notes});
    visit.kiosk->tell(action::NoteTapped{});
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->type("Ask about the winter");
    visit.kiosk->tell(action::ExportTapped{});
    REQUIRE(visit.kiosk->shows("export"));
    visit.order(model::ExportFormat::json);
    visit.kiosk->pass(std::chrono::seconds(1));
    const auto folder = visit.folder.path() / "charts";
    CHECK_FALSE(std::filesystem::exists(folder / "RG-2041 notes.txt"));

    visit.kiosk->tell(action::ExportNotesToggled{});
    CHECK(visit.screen().with_notes);
    CHECK(visit.kiosk->says("Your notes on 1 visit come in a file of their own, notes.txt."));
    visit.order(model::ExportFormat::json);
    visit.kiosk->pass(std::chrono::seconds(1));
    std::ifstream file(folder / "RG-2041 notes.txt");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK(text.find("Ask about the winter") != std::string::npos);
    std::ifstream data(folder / "RG-2041.json");
    const std::string json{std::istreambuf_iterator<char>(data), {}};
    CHECK(json.find("winter") == std::string::npos);
    CHECK_FALSE(visit.screen().with_notes); // chosen each time

    // One partner's own record, and what the couple takes home, never hold them.
    visit.kiosk->tell(action::ExportWhoseChosen{model::Partner::a});
    visit.kiosk->tell(action::ExportNotesToggled{});
    CHECK_FALSE(visit.screen().with_notes);
    CHECK(visit.logged("json notes"));
}
