// Bytes of a journal or a packet are decoded or called damaged; what was decoded is written and read back the same.
#include "input.hpp"
#include "model/form/journal.hpp"

namespace {

void comes_back(const auto& decoded, auto decode) {
    if (!decoded) {
        fuzz::must(decoded.error().code == core::ErrorCode::damaged ||
                   decoded.error().code == core::ErrorCode::newer_version);
        return;
    }
    const auto bytes = model::encode(*decoded);
    const auto again = decode(bytes);
    fuzz::must(again.has_value() && model::encode(*again) == bytes);
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::span input(bytes, size);
    comes_back(model::decode_entry(input), model::decode_entry);
    comes_back(model::decode_joint_entry(input), model::decode_joint_entry);
    comes_back(model::decode_part(input), model::decode_part);
    comes_back(model::decode_joint(input), model::decode_joint);
    return 0;
}
