// Asking at the terminal, or, without one, reading the lines of standard input in the order of the questions. Questions
// go to standard error; a secret is read without echo and is in no buffer but its own.
#pragma once
#include "core/result.hpp"
#include "core/secret.hpp"
#include <functional>
#include <string>
#include <string_view>

namespace commands {

inline constexpr int usage_error = 2;
// Says it on standard error; the status that means it.
int refuse(const core::Error& error);
int refuse(std::string detail);

class Terminal {
public:
    explicit Terminal(std::string command) : m_command(std::move(command)) {} // named where asking fails

    void say(std::string_view words) const;
    // These fail with bad_config when the input ends, or a line is longer than 256 bytes.
    [[nodiscard]] core::Result<std::string> ask(std::string_view question) const;
    [[nodiscard]] core::Result<core::SecretText> ask_secret(std::string_view question) const;
    // Until both are the same and `weakness` finds nothing to say; without a terminal there is one try (bad_config).
    [[nodiscard]] core::Result<core::SecretText>
    ask_twice(std::string_view question, std::string_view again,
              const std::function<std::string(std::string_view)>& weakness) const;

    core::Error error(std::string_view why) const; // bad_config, with the command in front

private:
    [[nodiscard]] core::Result<core::SecretText> read_line() const;

    std::string m_command;
};

}
