// What both agreed on, on paper: when both say so, and by a program that is told nothing about them.
#include "practice/print.hpp"
#include "visits/a_visit.hpp"
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace visits;
namespace action = model::action;

namespace {

// Takes what lp takes, and keeps what it was given.
struct Printer {
    TemporaryFolder folder;
    std::filesystem::path program = folder.path() / "lp", told = folder.path() / "told", page = folder.path() / "page";

    explicit Printer(int status = 0) {
        std::ofstream(program) << "#!/bin/sh\nprintf '%s|' \"$@\" > " << told.string() << "\ncat > " << page.string()
                               << "\nexit " << status << "\n";
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    }
    static std::string text_of(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

// Takes the page for ever, and starts a program that does so too. `gone` can be read once neither runs any more.
struct HangingPrinter {
    TemporaryFolder folder;
    std::filesystem::path program = folder.path() / "lp", pipe = folder.path() / "pipe";
    int gone = -1;

    HangingPrinter() {
        std::ofstream(program) << "#!/bin/sh\nexec 9> " << pipe.string() << "\nsleep 1000\nexit 0\n";
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
        gone = open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        REQUIRE(gone >= 0);
    }
    ~HangingPrinter() { close(gone); }
    bool prints(const std::string& pdf) const {
        return practice::print_page({program, "", std::chrono::seconds(1)}, pdf);
    }
    bool is_gone() const {
        pollfd end{gone, POLLIN, 0};
        return poll(&end, 1, 20'000) == 1 && (end.revents & POLLHUP) != 0;
    }
};

// At the page that stands there once both have agreed.
void agree(Visit& visit) {
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    const auto maya = Visit::maya(), jordan = Visit::jordan();
    visit.begin(code, maya);
    finish_part(visit, maya);
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, jordan));
    finish_part(visit, jordan);
    REQUIRE(visit.kiosk->tap_id("joint"));
    REQUIRE(visit.kiosk->keys(maya.code));
    visit.kiosk->tell(action::DraftTapped{0});
    visit.kiosk->tell(action::AssentTapped{model::Partner::a});
    visit.kiosk->tell(action::AssentTapped{model::Partner::b});
    visit.kiosk->tell(action::StatementFinished{});
    REQUIRE(visit.kiosk->shows("agreed"));
}

}

TEST_CASE("a page goes to the printer through its standard input, with the printer's name alone as argument") {
    const Printer printer;
    REQUIRE(practice::print_page({printer.program, "waiting-room"}, "%PDF-1.7 of two people"));
    CHECK(Printer::text_of(printer.told) == "-d|waiting-room|");
    CHECK(Printer::text_of(printer.page) == "%PDF-1.7 of two people");
    REQUIRE(practice::print_page({printer.program, ""}, "again"));
    CHECK(Printer::text_of(printer.told) == "|");
}

TEST_CASE("a printer that is not there, or refuses, is known as such") {
    CHECK_FALSE(practice::print_page({"/nowhere/lp", ""}, "page"));
    const Printer refusing(1);
    CHECK_FALSE(practice::print_page({refusing.program, ""}, "page"));
}

TEST_CASE("a printer that takes no page within its time is ended with all that it started, and known as such") {
    const HangingPrinter hanging;
    CHECK_FALSE(hanging.prints("page"));
    CHECK(hanging.is_gone());
}

TEST_CASE("whatever the printer does, the couple is told what came of it and goes on") {
    const Printer working, refusing(1);
    const HangingPrinter hanging;
    const auto with = [](std::filesystem::path program) {
        return [program = std::move(program)](const std::string& pdf) {
            return practice::print_page({program, ""}, pdf);
        };
    };
    const std::pair<std::function<bool(const std::string&)>, const char*> printers[] = {
        {with(working.program), "on its way to the printer"},
        {with("/nowhere/lp"), "The printer did not take it. Please ask the desk."},
        {with(refusing.program), "The printer did not take it. Please ask the desk."},
        {[&](const std::string& pdf) { return hanging.prints(pdf); },
         "The printer did not take it. Please ask the desk."}};
    for (const auto& [print, words] : printers) {
        CAPTURE(words);
        Visit visit;
        visit.practice.prints = true;
        visit.print = print;
        visit.start();
        agree(visit);
        REQUIRE(visit.kiosk->tap_id("print:a"));
        REQUIRE(visit.kiosk->tap_id("print:b"));
        CHECK(visit.kiosk->says(words));
        REQUIRE(visit.kiosk->tap_id("done"));
        CHECK(visit.kiosk->shows("thanks"));
    }
}

TEST_CASE("what both agreed on stands there large, and is printed only when both say so") {
    Visit visit;
    std::vector<std::string> printed;
    bool works = false;
    visit.practice.prints = true;
    visit.print = [&](const std::string& pdf) {
        if (works) printed.push_back(pdf);
        return works;
    };
    visit.start();
    agree(visit);
    CHECK(visit.kiosk->says("Our mission"));
    CHECK(visit.kiosk->says("I want us to be kind first."));
    REQUIRE(visit.kiosk->tap_id("print:a"));
    REQUIRE(visit.kiosk->tap_id("print:a")); // taken back
    REQUIRE(visit.kiosk->tap_id("print:b"));
    CHECK(printed.empty());
    REQUIRE(visit.kiosk->tap_id("print:a"));
    CHECK(visit.kiosk->says("The printer did not take it. Please ask the desk."));
    works = true;
    REQUIRE(visit.kiosk->tap_id("print:a"));
    CHECK(printed.empty());
    REQUIRE(visit.kiosk->tap_id("print:b"));
    REQUIRE(printed.size() == 1);
    CHECK(printed.front().starts_with("%PDF"));
    CHECK(visit.kiosk->says("on its way to the printer"));
    REQUIRE(visit.kiosk->tap_id("done"));
    CHECK(visit.kiosk->shows("thanks"));
}

TEST_CASE("without a printer the page names the desk, and Hide leads on and not back to the words") {
    Visit visit;
    agree(visit);
    CHECK(visit.kiosk->says("Ask the desk for a printed page."));
    CHECK(visit.kiosk->tree().find_id("print:a") == nullptr);
    REQUIRE(visit.kiosk->tap_id("hide"));
    CHECK(visit.kiosk->shows("cover"));
    REQUIRE(visit.kiosk->tap_id("return"));
    CHECK(visit.kiosk->shows("thanks"));
}
