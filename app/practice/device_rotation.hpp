// The kiosk's own key replaced, for one that may have been seen. The new key lies beside the former one, as
// device.key.next, until the database is under it; whichever of the two the database is under is the right one, so an
// end at any instant leaves a kiosk that opens.
#pragma once
#include "practice/practice_data.hpp"
#include <functional>

namespace practice {

enum class RotationStep { key_made, values_made, committed, key_replaced }; // in this order

struct Rotated {
    int values = 0; // under the new key
    int left = 0;   // damaged before: they stay as they are
};

// The desk's PIN works with the device key alone and has to be typed; wrong ones are counted. `data` is under the new
// key afterwards. Fails with wrong_secret or throttled; with invalid_state while a part is being answered, for its
// partner's code works with the former key alone; as Device::create and Store do. `passed` is told of each step.
[[nodiscard]] core::Result<Rotated> rotate_device_key(const std::filesystem::path& folder, PracticeData& data,
                                                      const core::SecretText& desk_pin, const vault::KdfCost& pin_cost,
                                                      const store::Moment& now,
                                                      const std::function<void(RotationStep)>& passed = {});

std::filesystem::path next_key(const std::filesystem::path& key_file); // the one beside it

// Where device.key is not the one that `device_public_key` is of and the one beside it is, that one takes its place.
// Where it is, what lies beside it is removed. Gives the right key; fails with tampered when there is none.
[[nodiscard]] core::Result<vault::Device> settle_device_key(const std::filesystem::path& key_file, vault::Device device,
                                                            std::span<const std::uint8_t> device_public_key);

}
