// Whether a text can be typed on a keyboard of the kiosk: a passphrase that cannot be locks its therapist out.
#pragma once
#include "model/form/keyboard_layout.hpp"
#include <optional>
#include <string_view>

namespace model {

// Which character is the first that no key types, from 1; nothing when all can be typed. `text` is in normal form.
std::optional<std::size_t> first_not_typeable(const KeyboardLayout& layout, std::string_view text);

}
