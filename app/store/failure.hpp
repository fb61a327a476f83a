// Turns what SQLite and the system report into core::Error. Details name codes, tables and columns, never a value.
#pragma once
#include "core/result.hpp"
#include <string_view>

struct sqlite3;

namespace store {

// `result` as returned by SQLite (extended or primary); `handle` may be null.
core::Error error_of(sqlite3* handle, int result, std::string_view doing);
core::Error error_of_errno(int number, std::string_view doing);

}
