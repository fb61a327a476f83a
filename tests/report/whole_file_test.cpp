#include "a_visit_pdf.hpp"
#include "report/whole_file.hpp"
#include "support/small_disk.hpp"
#include <algorithm>
#include <csignal>
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using support::SmallDisk;

TEST_CASE("a disk that fills leaves no half chart, keeps the older one and says that it is full") {
    const Folder folder;
    AChart chart;
    REQUIRE(chart.write(folder / "chart.pdf"));
    const auto before = bytes_of(folder / "chart.pdf");
    chart.file.name_a = "Someone";
    for (const rlim_t room : {rlim_t{0}, rlim_t{1}, rlim_t{4096}, static_cast<rlim_t>(before.size() / 2)}) {
        core::Done done;
        {
            const SmallDisk disk(room);
            done = chart.write(folder / "chart.pdf");
            if (done) done = chart.write(folder / "other.pdf");
        }
        REQUIRE_FALSE(done);
        CHECK(done.error().code == core::ErrorCode::disk_full);
        CHECK(folder.files() == std::vector<std::string>{"chart.pdf"});
        CHECK(bytes_of(folder / "chart.pdf") == before);
    }
}

TEST_CASE("a folder that is not there, or a folder in the file's place, is an error and leaves nothing") {
    const Folder folder;
    const AChart chart;
    CHECK(chart.write(folder / "missing" / "chart.pdf").error().code == core::ErrorCode::io);
    CHECK(folder.files().empty());
    std::filesystem::create_directory(folder / "chart.pdf");
    CHECK(chart.write(folder / "chart.pdf").error().code == core::ErrorCode::io);
    CHECK(folder.files() == std::vector<std::string>{"chart.pdf"});
    CHECK(chart.write("/dev/full/chart.pdf").error().code == core::ErrorCode::io);
}

TEST_CASE("a written file is readable by its owner alone, replaces an older one and leaves nothing beside it") {
    const Folder folder;
    const AChart chart;
    std::ofstream(folder / "chart.pdf") << "older";
    const mode_t mask = ::umask(0);
    const auto done = chart.write(folder / "chart.pdf");
    ::umask(mask);
    REQUIRE(done);
    struct stat found {};
    REQUIRE(::stat((folder / "chart.pdf").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600U);
    CHECK(folder.files() == std::vector<std::string>{"chart.pdf"});
    CHECK(bytes_of(folder / "chart.pdf").starts_with("%PDF-"));
}

TEST_CASE("a link in the file's place is replaced and what it points to is left alone") {
    const Folder folder;
    std::ofstream(folder / "target") << "mine";
    std::filesystem::create_symlink("target", folder / "chart.pdf");
    REQUIRE(report::write_whole_file(folder / "chart.pdf", "chart", report::Existing::replaced));
    CHECK(bytes_of(folder / "target") == "mine");
    CHECK(bytes_of(folder / "chart.pdf") == "chart");
    CHECK_FALSE(std::filesystem::is_symlink(folder / "chart.pdf"));
}

TEST_CASE("what is to be kept is kept, a link to nowhere too") {
    const Folder folder;
    std::ofstream(folder / "kit.pdf") << "first";
    CHECK(report::write_whole_file(folder / "kit.pdf", "second", report::Existing::kept).error().code ==
          core::ErrorCode::invalid_state);
    CHECK(bytes_of(folder / "kit.pdf") == "first");
    std::filesystem::create_symlink("nowhere", folder / "link.pdf");
    CHECK(report::write_whole_file(folder / "link.pdf", "second", report::Existing::kept).error().code ==
          core::ErrorCode::invalid_state);
    CHECK(std::filesystem::is_symlink(folder / "link.pdf"));
    CHECK(folder.files().size() == 2);
}

TEST_CASE("an error names the file and no one in it") {
    const Folder folder;
    const auto done = AChart().write(folder / "missing" / "chart.pdf");
    REQUIRE_FALSE(done);
    CHECK(says(done.error().detail, "missing/chart.pdf"));
    CHECK_FALSE(says(done.error().detail, "Maya"));
}

TEST_CASE(
    "what a program that was killed had begun goes with the next file in that folder; what is being written stays") {
    const Folder folder;
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto whole = report::WholeFile::begin(folder / "answers.csv", report::Existing::replaced);
        if (!whole || !whole->write("RG-2041,afraid\r\n")) ::_exit(1);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(folder.files().size() == 1); // the rows, for everybody to read
    std::ofstream(folder / ".notes.part") << "somebody's own";
    auto whole = report::WholeFile::begin(folder / "other.csv", report::Existing::replaced);
    REQUIRE(whole);
    CHECK(folder.files().size() == 2);
    report::remove_unfinished(folder / "");
    CHECK(folder.files().size() == 2);
    REQUIRE(whole->finish());
    auto files = folder.files();
    std::ranges::sort(files);
    CHECK(files == std::vector<std::string>{".notes.part", "other.csv"});
}
