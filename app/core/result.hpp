// An expected failure travels as a value: what went wrong, and a detail for the log or the technician.
// A detail names files, keys, tables and numbers; it never holds an answer, a name or a secret.
#pragma once
#include <string>
#include <tl/expected.hpp>

namespace core {

enum class ErrorCode {
    io,            // a file or folder cannot be read or written
    disk_full,     // nothing was written
    busy,          // another process holds the data folder
    not_found,     // no such row, file or code
    bad_content,   // a content or configuration file breaks a rule; detail has file, line, key, rule
    bad_config,    // a command-line option or configuration value; detail names it and what is allowed
    wrong_secret,  // a code, PIN or passphrase that does not match
    throttled,     // too many tries; ask again later
    tampered,      // a record was forged, altered, truncated, reordered or moved; detail names it
    damaged,       // the database is not readable as one
    newer_version, // written by a newer release
    not_sameside,  // a database of some other program
    no_recipient,  // sealing to nobody would lose the data
    invalid_state, // the request does not fit what is stored (sealed already, not started, ...)
    out_of_memory,
    unsupported,
};

struct Error {
    ErrorCode code;
    std::string detail;
};

template<class T>
using Result = tl::expected<T, Error>;
using Done = tl::expected<void, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail) {
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> pass(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}
