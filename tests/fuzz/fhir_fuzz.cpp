// A Questionnaire of any content becomes a form that the kiosk takes, or is refused for its own faults: never for a
// form that was written wrong.
#include "content/fhir/import.hpp"
#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::MemoryFile file(bytes, size);
    content::JsonFaults faults("fuzz.json");
    const auto made = content::import_fhir(file.path(), {.is_private = size % 2 == 1, .id = ""}, faults);
    fuzz::must(made.has_value() == faults.empty());
    for (const auto& line : faults.lines()) {
        fuzz::must(line.find("makes a form that cannot be used") == std::string::npos);
        fuzz::must(line.find('\n') == std::string::npos);
    }
    for (const auto& line : made ? made->lost : std::vector<std::string>())
        fuzz::must(line.find('\n') == std::string::npos);
    return 0;
}
