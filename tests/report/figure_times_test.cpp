// How long the people of a practice took, as a table.
#include "report/figure_times.hpp"
#include <doctest/doctest.h>

TEST_CASE("a form has its minutes, each kind of item its seconds, and whoever asks a spreadsheet gets no formula") {
    const std::vector<model::FormTimes> times{
        {.form = {"side"},
         .version = "=2",
         .rows = {{.kind = std::nullopt, .people = 41, .median = std::chrono::seconds(375)},
                  {.kind = model::ItemKind::choice, .people = 40, .median = std::chrono::milliseconds(5540)}}}};
    CHECK(report::figure_times_csv(times) == "module,module_version,kind,people,median_minutes,median_seconds\r\n"
                                             "side,'=2,,41,6.2,\r\n"
                                             "side,'=2,choice,40,,5.5\r\n");
    CHECK(report::figure_times_csv({}) == "module,module_version,kind,people,median_minutes,median_seconds\r\n");
}
