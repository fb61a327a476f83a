// Bytes as hexadecimal digits, two a byte, small letters.
#pragma once
#include <cstdint>
#include <span>
#include <string>

namespace core {

std::string hex(std::span<const std::uint8_t> bytes);

}
