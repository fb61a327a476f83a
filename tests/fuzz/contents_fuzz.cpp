// Bytes of a form that was kept are decoded or called damaged; what was decoded is written and read back the same.
#include "input.hpp"
#include "model/form/asked_form.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto decoded = model::decode_contents(std::span(bytes, size));
    if (!decoded) return 0;
    const auto written = model::encode(*decoded);
    const auto again = model::decode_contents(written);
    fuzz::must(again.has_value() && model::encode(*again) == written);
    return 0;
}
