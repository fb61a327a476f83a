// Settings of any content are read or refused in one line, and what is read keeps to its limits.
#include "content/forms/kiosk_config.hpp"
#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::MemoryFile file(bytes, size);
    const auto config = content::load_kiosk_config(file.path());
    if (!config) {
        fuzz::must(!config.error().detail.empty() && config.error().detail.find('\n') == std::string::npos);
        return 0;
    }
    const auto& practice = config->practice;
    fuzz::must(practice.idle_seconds >= 20 && practice.idle_warning_seconds >= 20 && practice.lock_minutes >= 1);
    fuzz::must(!practice.help_lines.empty());
    return 0;
}
