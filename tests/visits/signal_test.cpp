// A program that calls somebody of the staff.
#include "practice/signal.hpp"
#include "visits/a_visit.hpp"
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace visits;

namespace {

// A program that tells through a pipe what it was given.
struct Chime {
    TemporaryFolder folder;
    std::filesystem::path program = folder.path() / "chime", told = folder.path() / "told";
    int end = -1;

    Chime() {
        std::ofstream(program)
            << "#!/bin/sh\necho \"$# arguments, $(env | grep -v '^PWD=\\|^_=\\|^SHLVL=\\|^OLDPWD=' | wc -l) "
               "variables, $(ls /proc/$$/fd | wc -l) files\" > "
            << told.string() << "\n";
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        REQUIRE(mkfifo(told.c_str(), 0600) == 0);
        end = open(told.c_str(), O_RDWR | O_CLOEXEC);
        REQUIRE(end >= 0);
    }
    ~Chime() { close(end); }
    std::string heard(int milliseconds) const {
        pollfd waiting{end, POLLIN, 0};
        if (poll(&waiting, 1, milliseconds) <= 0) return {};
        char text[200];
        const auto size = read(end, text, sizeof text);
        return {text, static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
    }
};

}

TEST_CASE("the program that calls somebody is told nothing about the person") {
    const Chime chime;
    REQUIRE(practice::run_signal(chime.program));
    const auto heard = chime.heard(20'000);
    CHECK(heard.starts_with("0 arguments, 1 variables, "));
}

TEST_CASE("a program that is not there is known as such") {
    CHECK_FALSE(practice::run_signal("/nowhere/chime"));
}

TEST_CASE("a wish calls somebody, from the cover too, and nothing on the screen tells whether it could") {
    std::string after;
    for (const bool works : {true, false}) {
        Visit visit;
        int calls = 0;
        const auto code = visit.new_sitting();
        visit.signal = [&] {
            ++calls;
            return works;
        };
        visit.start();
        visit.begin(code, Visit::maya());
        REQUIRE(visit.kiosk->tap_id("hide"));
        REQUIRE(visit.kiosk->tap_id("wish"));
        CHECK(calls == 1);
        std::string names;
        for (const auto& widget : visit.kiosk->tree().widgets)
            names += widget.name + "\n";
        if (after.empty()) after = names;
        CHECK(names == after);
    }
}
