#include "report/figure_times.hpp"
#include "report/csv_line.hpp"
#include <fmt/format.h>

namespace report {
namespace {

std::string in_units_of(core::Milliseconds time, core::Milliseconds unit) {
    return fmt::format("{:.1f}", static_cast<double>(time.count()) / static_cast<double>(unit.count()));
}

}

std::string figure_times_csv(std::span<const model::FormTimes> times) {
    std::string out = "module,module_version,kind,people,median_minutes,median_seconds\r\n";
    for (const auto& form : times)
        for (const auto& row : form.rows) {
            CsvLine line(out);
            line.text(form.form.value).text(form.version);
            line.plain(row.kind ? std::string(word_of(*row.kind)) : std::string()).count(row.people);
            line.plain(row.kind ? std::string() : in_units_of(row.median, std::chrono::minutes(1)));
            line.plain(row.kind ? in_units_of(row.median, std::chrono::seconds(1)) : std::string());
            line.end();
        }
    return out;
}

}
