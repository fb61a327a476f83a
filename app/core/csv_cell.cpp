#include "core/csv_cell.hpp"

namespace core {

void append_csv_cell(std::string& out, std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        out.append(cell);
        return;
    }
    out += '"';
    for (char byte : cell) {
        if (byte == '"') out += '"';
        out += byte;
    }
    out += '"';
}

}
