// The write-ahead log and what stays readable in it.
#pragma once
#include "core/result.hpp"

struct sqlite3;

namespace store {

// Moves the log into the file, overwrites it with zeros and truncates it: a log that was only truncated would leave
// deleted entries in the disk's free blocks. Fails with busy while another connection reads the log.
[[nodiscard]] core::Done empty_log(sqlite3* handle);

// Lets the log file grow ahead of what will be written, by zeros that end it as its own end does: a sync that need not
// also make a file longer takes half the time. Does nothing where the disk has little room. A failure loses nothing.
void make_room_in_log(sqlite3* handle);

}
