// A database that takes no more rows into one of its tables, while the kiosk runs.
#pragma once
#include "visits/a_visit.hpp"
#include <sqlite3.h>

namespace visits {

// The connections of this process, oldest first: a row is refused on the kiosk's own, for one that another connection
// changed would be refused as a whole.
std::vector<sqlite3*>& opened_connections();
int remember_connection(sqlite3* handle, char**, const void*);
inline const bool remembering = sqlite3_auto_extension(reinterpret_cast<void (*)()>(remember_connection)) == SQLITE_OK;

void on_kiosk_connection(const Visit& visit, const std::string& sql);

// From here on, or until the kiosk starts again.
void refuse_rows(const Visit& visit, const std::string& table);
void take_rows(const Visit& visit);

}
