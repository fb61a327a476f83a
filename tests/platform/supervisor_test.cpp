#include "platform/manager.hpp"
#include "platform/supervisor.hpp"

using namespace std::chrono_literals;
using platform::a_path;
using platform::Manager;

namespace {

const core::SteadyTime noon{core::Milliseconds(12 * 60 * 60 * 1000)};

}

TEST_CASE("whoever started the kiosk hears once that it stands, and then that its loop turns") {
    std::string address;
    SUBCASE("by a file") {
        address = a_path();
    }
    SUBCASE("by a name without one") {
        address = "@sameside-manager-" + std::to_string(getpid());
    }
    const Manager manager(address);
    setenv("WATCHDOG_USEC", "60000000", 1);
    auto supervisor = platform::Supervisor::of_environment();
    CHECK(manager.heard().empty()); // it does not stand yet
    CHECK_FALSE(supervisor.deadline());
    supervisor.turned(noon);
    CHECK(manager.heard() == "READY=1\n");
    REQUIRE(supervisor.deadline() == noon + 20s);
    supervisor.turned(noon + 19s); // a loop that turns often does not say so each time
    CHECK(manager.heard().empty());
    supervisor.turned(noon + 20s);
    CHECK(manager.heard() == "WATCHDOG=1\n");
    CHECK(supervisor.deadline() == noon + 40s);
    supervisor.stopping();
    CHECK(manager.heard() == "STOPPING=1\n");
    CHECK_FALSE(supervisor.deadline());
}

TEST_CASE("without a time limit it says that it stands, and wakes nobody afterwards") {
    const Manager manager(a_path());
    for (const char* limit : {"", "0", "-5", "soon", "12x"}) {
        CAPTURE(limit);
        setenv("NOTIFY_SOCKET", a_path().c_str(), 1);
        setenv("WATCHDOG_USEC", limit, 1);
        auto supervisor = platform::Supervisor::of_environment();
        supervisor.turned(noon);
        supervisor.turned(noon + 24h);
        CHECK(manager.heard() == "READY=1\n");
        CHECK_FALSE(supervisor.deadline());
    }
}

TEST_CASE("what the kiosk runs cannot speak in its name: the address is taken out of the environment") {
    const Manager manager(a_path());
    setenv("WATCHDOG_USEC", "60000000", 1);
    setenv("WATCHDOG_PID", "1", 1);
    const auto supervisor = platform::Supervisor::of_environment();
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
        CHECK(std::getenv(name) == nullptr);
}

TEST_CASE("nobody listens: a kiosk that was started by hand, or by a name that is none, goes on") {
    for (const char* address : {"", "/", "here", "/nowhere/at/all", "vsock:2:1"}) {
        CAPTURE(address);
        setenv("NOTIFY_SOCKET", address, 1);
        setenv("WATCHDOG_USEC", "3000", 1);
        auto supervisor = platform::Supervisor::of_environment();
        supervisor.turned(noon);
        supervisor.turned(noon + 1s);
        supervisor.stopping();
        CHECK_FALSE(supervisor.deadline());
    }
    const std::string too_long(300, 'x');
    setenv("NOTIFY_SOCKET", ("/" + too_long).c_str(), 1);
    auto supervisor = platform::Supervisor::of_environment();
    supervisor.turned(noon);
    CHECK_FALSE(supervisor.deadline());
}
