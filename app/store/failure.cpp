#include "store/failure.hpp"
#include <cerrno>
#include <sqlite3.h>
#include <system_error>

namespace store {

namespace {

using core::ErrorCode;

bool is_full(int number) {
    return number == ENOSPC || number == EDQUOT;
}

ErrorCode code_of(sqlite3* handle, int result) {
    if (result == SQLITE_CONSTRAINT_FOREIGNKEY) return ErrorCode::not_found;
    switch (result & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::disk_full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::damaged;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return ErrorCode::invalid_state;
    case SQLITE_AUTH: // see authenticity.cpp
        return ErrorCode::tampered;
    case SQLITE_NOMEM:
        return ErrorCode::out_of_memory;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return handle != nullptr && is_full(sqlite3_system_errno(handle)) ? ErrorCode::disk_full : ErrorCode::io;
    default:
        return ErrorCode::io;
    }
}

}

core::Error error_of(sqlite3* handle, int result, std::string_view doing) {
    std::string detail(doing);
    detail += ": ";
    // A broken constraint is described by its table and columns.
    detail +=
        handle != nullptr && (result & 0xff) == SQLITE_CONSTRAINT ? sqlite3_errmsg(handle) : sqlite3_errstr(result);
    detail += " (SQLite " + std::to_string(result) + ")";
    return {code_of(handle, result), std::move(detail)};
}

core::Error error_of_errno(int number, std::string_view doing) {
    const auto code = is_full(number) ? ErrorCode::disk_full : number == ENOENT ? ErrorCode::not_found : ErrorCode::io;
    return {code, std::string(doing) + ": " + std::generic_category().message(number)};
}

}
