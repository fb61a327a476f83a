#include "vault/form_hash.hpp"
#include "vault/record.hpp"

namespace vault {

core::FormHash form_hash(std::span<const std::uint8_t> form) {
    core::FormHash hash{};
    digest_into(hash, {}, {form});
    return hash;
}

}
