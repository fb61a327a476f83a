// SQLite's heap, wiped as it is given back: pages and bound values of a closed kiosk are not left in freed memory.
#pragma once
#include <sqlite3.h>

namespace store {

// Once for the process, before SQLite starts. When something else started SQLite first, its heap stays as it is: only
// sealed bytes ever pass there, so this is a second line and not a condition for opening.
void wipe_freed_memory();

void wipe_and_free(void* block, const sqlite3_mem_methods& heap);
void* move_and_wipe(void* block, int size, const sqlite3_mem_methods& heap); // realloc; null and unchanged on failure

}
