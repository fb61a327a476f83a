// A form is known by what it says.
#pragma once
#include "core/ids.hpp"
#include <span>

namespace vault {

// BLAKE2b-256 of the bytes that a form is kept as.
core::FormHash form_hash(std::span<const std::uint8_t> form);

}
