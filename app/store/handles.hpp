// What SQLite's own handles end with, for the files that use them without a Database.
#pragma once
#include <sqlite3.h>

namespace store {

struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

}
