#include "practice/secret_rules.hpp"
#include "core/normal_form.hpp"
#include "core/secret.hpp"
#include "model/visit/typeable.hpp"
#include "vault/reader.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

std::string passphrase_trouble(std::string_view passphrase,
                               std::span<const std::shared_ptr<const model::KeyboardLayout>> keyboards) {
    core::SecretText typed;
    if (!typed.append(passphrase)) return "Use at most 256 bytes.";
    const auto normal = core::normal_form(typed);
    if (const auto weak = vault::passphrase_weakness(normal.view()); !weak.empty()) return std::string(weak);
    std::size_t furthest = 0;
    for (const auto& keyboard : keyboards) {
        const auto place = model::first_not_typeable(*keyboard, normal.view());
        if (!place) return {};
        furthest = std::max(furthest, *place);
    }
    if (keyboards.empty()) return {};
    return fmt::format("The kiosk's keyboards cannot type character {} of it.", furthest);
}

std::string pin_trouble(std::string_view pin) {
    if (pin.size() < 4 || pin.size() > 12 || pin.find_first_not_of("0123456789") != std::string_view::npos)
        return "The PIN must be 4 to 12 digits.";
    if (pin.find_first_not_of(pin.front()) == std::string_view::npos) return "The PIN must not be one digit repeated.";
    return {};
}

}
