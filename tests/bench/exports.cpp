// Writing many visits as CSV, which is done with one of them in memory at a time.
#include "bench/figures.hpp"
#include "content/forms/content.hpp"
#include "report/csv_export.hpp"
#include "report/whole_file.hpp"
#include "support/made_up_visits.hpp"
#include <fmt/format.h>

namespace bench {

core::Done exports(const Options& options) {
    auto read = content::load(SAMESIDE_SOURCE_DIR "/content");
    if (!read) return core::pass(read.error());
    const support::MadeUpVisits visits(std::move(*read));
    std::filesystem::create_directories(options.data);
    auto file = report::WholeFile::begin(options.data / "answers.csv", report::Existing::replaced);
    if (!file) return core::pass(file.error());
    if (const auto done = file->write(report::csv_heading(report::Table::answers)); !done) return done;
    const int parts = options.quick ? 1'000 : 10'000, warm = 100;
    double before = 0, taken = 0;
    for (int visit = 0; visit < parts / 2; ++visit) {
        const auto one = visits.case_of(visit);
        const report::ExportVisit exported{.content = visits.content(), .file = one, .visit = one.visits[0]};
        const auto began = Clock::now();
        if (const auto done = file->write(report::csv_rows(report::Table::answers, exported)); !done) return done;
        taken += milliseconds(Clock::now() - began);
        if (visit == warm) before = most_memory();
    }
    if (const auto done = file->finish(); !done) return done;
    const double grown = most_memory() - before;
    const auto size = std::filesystem::file_size(options.data / "answers.csv") / 1024 / 1024;
    print({fmt::format("{} parts as CSV: memory", parts), fmt::format("+{:.1f} MiB", grown), "4 MiB", grown < 4,
           fmt::format("above what the first {} visits took; {} MiB written in {:.1f} s", warm, size, taken / 1000)});
    return {};
}

}
