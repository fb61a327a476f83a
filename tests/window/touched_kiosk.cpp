#include "window/touched_kiosk.hpp"
#include "support/settle_time.hpp"
#include "window/frame.hpp"
#include "window/key_ways.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace window {
namespace {

using namespace std::chrono_literals;

constexpr auto spare = 20ms;

std::string described(const ui::Tree& page) {
    std::string words = page.screen + ":";
    for (const auto& widget : page.widgets)
        words += "\n  " + widget.id + " \"" + widget.name + "\"" + (widget.enabled ? "" : " off") +
                 (widget.chosen ? " chosen" : "");
    return words;
}

// "X=240\nY=80\n..." as xdotool says it.
float value_of(const std::string& output, const std::string& name) {
    const auto at = output.find("\n" + name + "=");
    return at == std::string::npos ? -1 : static_cast<float>(std::atof(output.c_str() + at + name.size() + 2));
}

}

bool has_display() {
    if (std::getenv("DISPLAY")) return true;
    MESSAGE("skipped: there is no display (DISPLAY is empty)");
    return false;
}

Kiosk::Kiosk(const Plan& plan, Hand hand) : m_hand(hand), m_child(start(plan)) {
    REQUIRE(m_child.pid > 0);
    try {
        wait_for("the first page", [](const ui::Tree& page) { return !page.screen.empty(); });
        if (!m_panel) find_window(plan);
    } catch (...) {
        kill();
        throw;
    }
}

void Kiosk::find_window(const Plan& plan) {
    const auto pid = std::to_string(m_child.pid);
    auto window = output_of({"xdotool", "search", "--all", "--onlyvisible", "--pid", pid, "--name", "^Sameside$"});
    REQUIRE_FALSE(window.empty());
    window.resize(window.find('\n'));
    const auto geometry = output_of({"xdotool", "getwindowgeometry", "--shell", window});
    m_left = value_of(geometry, "X");
    m_top = value_of(geometry, "Y");
    m_width = value_of(geometry, "WIDTH");
    REQUIRE(m_width == static_cast<float>(plan.width));
}

Kiosk::~Kiosk() {
    kill();
}

void Kiosk::take(std::string_view bytes) {
    m_unread += bytes;
    for (auto end = m_unread.find(end_of_frame); end != std::string::npos; end = m_unread.find(end_of_frame)) {
        auto page = decode(std::string_view(m_unread).substr(0, end));
        m_unread.erase(0, end + 1);
        if (page.screen != m_page.screen) m_stands_since = Clock::now();
        m_page = std::move(page);
    }
}

bool Kiosk::look_until(Clock::time_point deadline, const std::function<bool()>& enough) {
    for (;;) {
        if (enough()) return true;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (left <= 0ms || m_ended) return false;
        pollfd watched[2] = {{m_child.frames, POLLIN, 0}, {m_panel ? m_panel->descriptor() : -1, POLLIN, 0}};
        if (m_panel) m_panel->serve();
        if (poll(watched, 2, static_cast<int>(left.count())) <= 0 || watched[0].revents == 0) continue;
        char some[65536];
        const auto count = read(m_child.frames, some, sizeof some);
        if (count <= 0) {
            m_ended = true;
            return false;
        }
        take({some, static_cast<std::size_t>(count)});
    }
}

void Kiosk::wait_for(const std::string& what, const std::function<bool(const ui::Tree&)>& looks) {
    const bool came = look_until(Clock::now() + patience, [&] { return looks(m_page); });
    REQUIRE_MESSAGE(came, "waited in vain for " << what << " at " << described(m_page));
}

void Kiosk::wait_for_page(const std::string& screen) {
    wait_for("the page " + screen, [&](const ui::Tree& page) { return page.screen.starts_with(screen); });
}

void Kiosk::wait_for_words(const std::string& words) {
    wait_for("the words " + words, [&](const ui::Tree& page) { return page.says(words); });
}

void Kiosk::let_pass(std::chrono::milliseconds time) {
    look_until(Clock::now() + time, [] { return false; });
}

// Earlier taps are not taken, nor is a second one on the same thing that comes too soon.
void Kiosk::settle(const std::string& id) {
    const auto free_at = [&] {
        const auto stood = m_stands_since + support::settle_time_on(m_page.screen);
        return (id == m_tapped ? std::max(stood, m_tapped_at + model::settle_time) : stood) + spare;
    };
    while (Clock::now() < free_at())
        look_until(free_at(), [] { return false; });
}

const ui::Widget& Kiosk::widget(const std::string& id) const {
    const auto* found = m_page.find_id(id);
    REQUIRE_MESSAGE(found != nullptr, id << " is not at " << described(m_page));
    return *found;
}

std::string Kiosk::pixel_x(const ui::Widget& widget) const {
    return std::to_string(std::lround(m_left + widget.rect.center().x * m_width / m_page.size.w));
}
std::string Kiosk::pixel_y(const ui::Widget& widget) const {
    return std::to_string(std::lround(m_top + widget.rect.center().y * m_width / m_page.size.w));
}

void Kiosk::click(const std::vector<std::string>& ids) {
    if (m_panel) {
        for (const auto& id : ids) {
            const auto at = place(id);
            m_panel->press(0, at.x, at.y);
            m_panel->lift(0);
        }
        return m_panel->serve();
    }
    std::vector<std::string> command{"xdotool"};
    for (const auto& id : ids) {
        const auto& there = widget(id);
        command.insert(command.end(), {"mousemove", pixel_x(there), pixel_y(there), "click", "1"});
    }
    output_of(command);
}

void Kiosk::go_to(const std::string& id) {
    while (m_page.focus != id) {
        const auto way = keys_to(m_page, id, m_hand);
        REQUIRE_MESSAGE(!way.empty(), "keys do not lead to " << id << " at " << described(m_page));
        const auto from = m_page;
        std::vector<std::string> command{"xdotool", "key", "--delay", "4"};
        command.insert(command.end(), way.begin(), way.end());
        output_of(command);
        // Before any key the first one brings the focus, wherever that is; a page that changes on the way has its own.
        wait_for("the ring round " + id, [&](const ui::Tree& page) {
            return page.focus == id || page.screen != from.screen || (from.focus.empty() && !page.focus.empty());
        });
    }
}

void Kiosk::tap(const std::string& id) {
    wait_for(id, [&](const ui::Tree& page) {
        const auto* found = page.find_id(id);
        return found != nullptr && found->enabled;
    });
    if (m_hand == Hand::pointer) {
        settle(id);
        click({id});
    } else {
        const auto* focused = m_page.find_id(m_page.focus);
        const bool done_there = m_hand == Hand::keyboard && id == "key:done" && focused != nullptr && focused->typing;
        if (!done_there) go_to(id);
        settle(id);
        strike(m_hand == Hand::pad ? pad_choose : "Return");
    }
    m_tapped = id;
    m_tapped_at = Clock::now();
}

void Kiosk::turn(const std::string& id) {
    const auto before = m_page.screen;
    tap(id);
    wait_for("another page after " + id, [&](const ui::Tree& page) { return page.screen != before; });
}

void Kiosk::leaf(const std::string& id) {
    const auto names = [](const ui::Tree& page) {
        std::string all;
        for (const auto& widget : page.widgets)
            all += widget.name + "\n";
        return all;
    };
    const auto before = names(m_page);
    tap(id);
    wait_for("other words after " + id, [&](const ui::Tree& page) { return names(page) != before; });
}

void Kiosk::choose(const std::string& id) {
    tap(id);
    wait_for(id + " to be chosen", [&](const ui::Tree& page) {
        const auto* found = page.find_id(id);
        return found != nullptr && found->chosen;
    });
}

void Kiosk::tap_twice(const std::string& id) {
    settle(id);
    const auto& there = widget(id);
    output_of({"xdotool", "mousemove", pixel_x(there), pixel_y(there), "click", "--repeat", "2", "--delay", "60", "1"});
}

void Kiosk::sign() {
    wait_for("a box to sign in", [](const ui::Tree& page) { return page.find_id("signature") != nullptr; });
    settle("signature");
    const auto box = widget("signature").rect;
    const auto pixels = [&](float x, float y) {
        return std::array{std::to_string(std::lround(m_left + (box.x + x * box.w) * m_width / m_page.size.w)),
                          std::to_string(std::lround(m_top + (box.y + y * box.h) * m_width / m_page.size.w))};
    };
    std::vector<std::string> command{"xdotool"};
    for (int i = 0; i <= 8; ++i) {
        const auto at = pixels(0.2F + 0.07F * static_cast<float>(i), i % 2 == 0 ? 0.6F : 0.3F);
        command.insert(command.end(), {"mousemove", at[0], at[1]});
        if (i == 0) command.insert(command.end(), {"mousedown", "1"});
    }
    command.insert(command.end(), {"mouseup", "1"});
    output_of(command);
    wait_for("the signature to be saved", [](const ui::Tree& page) {
        const auto* box_now = page.find_id("signature");
        return box_now != nullptr && !box_now->value.empty() && page.says("Saved");
    });
}

int Kiosk::wait_for_end() {
    look_until(Clock::now() + patience, [] { return false; });
    if (!m_ended) ::kill(m_child.pid, SIGKILL); // it does not stop
    int status = 0;
    waitpid(m_child.pid, &status, 0);
    close(m_child.frames);
    m_child = {};
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void Kiosk::kill() {
    if (m_child.pid <= 0) return;
    ::kill(program(), SIGKILL);
    wait_for_end();
}

int Kiosk::stop() {
    ::kill(m_child.pid, SIGTERM);
    return wait_for_end();
}

}
