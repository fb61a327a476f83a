#include "commands/accept_command.hpp"
#include "commands/terminal.hpp"
#include "practice/audit.hpp"
#include <fmt/format.h>

namespace commands {

int run_accept_earlier_copy(const std::filesystem::path& data_folder) {
    auto data = practice::open_practice(data_folder, practice::EarlierCopy::accepted);
    if (!data) return refuse(data.error());
    const auto found = data->store.findings();
    if (data->commits_missing == 0 && found.sets.empty() && found.rows.empty()) {
        fmt::print("The database is the one this kiosk knows: there is nothing to accept.\n");
        return 0;
    }
    const auto at = std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now());
    const auto missing = data->commits_missing;
    if (auto done = data->store.accept_rows(missing); !done) return refuse(done.error());
    if (auto done =
            practice::audit::append(*data, at, "setup", "earlier-copy-accepted", fmt::format("changes:{}", missing));
        !done)
        return refuse(done.error());
    if (missing > 0) fmt::print("Going on without the last {} changes.\n", missing);
    for (const auto& set : found.sets)
        fmt::print("{}: counted anew; rows are missing, were added or are old.\n", set);
    for (const auto& row : data->store.findings().rows)
        fmt::print("{}: changed by another hand, and refused as before.\n", row);
    return 0;
}

}
