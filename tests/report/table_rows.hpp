// A table that was written, as the program's own reader reads it.
#pragma once
#include <map>
#include <string>
#include <vector>

using TableRow = std::map<std::string, std::string>; // by heading

std::vector<TableRow> table_rows(const std::string& csv);
