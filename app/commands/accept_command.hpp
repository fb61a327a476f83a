// `sameside accept-earlier-copy`: goes on with a database that is older than the kiosk knows it, or of which rows are
// missing. What was lost stays lost; the audit log says that somebody chose this.
#pragma once
#include <filesystem>

namespace commands {

[[nodiscard]] int run_accept_earlier_copy(const std::filesystem::path& data_folder); // the program's status

}
