// One cell of comma-separated values as RFC 4180 writes it.
#pragma once
#include <string>
#include <string_view>

namespace core {

// Quoted only where it must be, appended to `out`.
void append_csv_cell(std::string& out, std::string_view cell);

}
