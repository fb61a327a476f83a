#include "commands/terminal.hpp"
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

namespace commands {

namespace {

class QuietTerminal {
public:
    QuietTerminal() {
        m_is_terminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_is_terminal) return;
        auto quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~QuietTerminal() {
        if (m_is_terminal) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

private:
    termios m_before{};
    bool m_is_terminal = false;
};

}

int refuse(const core::Error& error) {
    fmt::print(stderr, "sameside: {}\n", error.detail.empty() ? "something went wrong" : error.detail);
    return usage_error;
}
int refuse(std::string detail) {
    return refuse(core::Error{core::ErrorCode::bad_config, std::move(detail)});
}

core::Error Terminal::error(std::string_view why) const {
    return {core::ErrorCode::bad_config, fmt::format("{}: {}", m_command, why)};
}

// Byte by byte, so that no buffer of the library keeps a passphrase.
core::Result<core::SecretText> Terminal::read_line() const {
    core::SecretText line;
    for (;;) {
        char c = 0;
        const auto got = read(STDIN_FILENO, &c, 1);
        if (got == 0 && line.empty()) return core::pass(error("the input ended before all was answered"));
        if (got <= 0 || c == '\n') return line;
        if (c == '\r') continue;
        if (!line.append({&c, 1})) return core::pass(error("a line is longer than 256 bytes"));
    }
}

void Terminal::say(std::string_view words) const {
    fmt::print(stderr, "{}", words);
}

core::Result<std::string> Terminal::ask(std::string_view question) const {
    say(question);
    const auto line = read_line();
    if (isatty(STDIN_FILENO) != 1) say("\n"); // nobody's Enter has ended the line
    if (!line) return core::pass(line.error());
    return std::string(line->view());
}

core::Result<core::SecretText> Terminal::ask_secret(std::string_view question) const {
    const QuietTerminal quiet;
    say(question);
    auto line = read_line();
    say("\n");
    return line;
}

core::Result<core::SecretText> Terminal::ask_twice(std::string_view question, std::string_view again,
                                                   const std::function<std::string(std::string_view)>& weakness) const {
    const bool terminal = isatty(STDIN_FILENO) == 1;
    for (;;) {
        auto first = ask_secret(question);
        if (!first) return first;
        if (const std::string why = weakness(first->view()); !why.empty()) {
            if (!terminal) return core::pass(error(why));
            say(fmt::format("{}\n", why));
            continue;
        }
        auto second = ask_secret(again);
        if (!second) return second;
        if (*first == *second) return first;
        if (!terminal) return core::pass(error("the two entries are not the same"));
        say("These two are not the same. Please try again.\n");
    }
}

}
