// What a passphrase and a PIN must be, wherever they are set. English, for whoever sets up a practice; empty when good.
#pragma once
#include "model/form/keyboard_layout.hpp"
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace practice {

// `keyboards`: the kiosk's, of which one must be able to type it all; none are given: any text can be typed. The words
// name a place in the passphrase and nothing of it.
std::string passphrase_trouble(std::string_view passphrase,
                               std::span<const std::shared_ptr<const model::KeyboardLayout>> keyboards);
std::string pin_trouble(std::string_view pin);

}
