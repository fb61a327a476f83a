#include "vault/backup_keys.hpp"
#include "vault/key_file.hpp"
#include "vault/part.hpp"
#include "vault/record.hpp"

namespace vault {
namespace {

constexpr AssociatedData of_device_key{.part = {}, .sitting = {}, .partner = 'd'};

}

core::Result<Bytes> seal_key_file(const std::filesystem::path& file, const PublicKey& kit) {
    const auto seed = read_key_file(file);
    if (!seed) return core::pass(seed.error());
    auto sealed = seal_key(*seed, kit, of_device_key);
    if (sealed.empty()) return core::fail(core::ErrorCode::no_recipient, "the recovery key is no key");
    return sealed;
}

core::Done unseal_key_file(std::span<const std::uint8_t> sealed, const KeyPair& kit, const std::filesystem::path& to) {
    const auto seed = open_key(sealed, kit, of_device_key);
    if (!seed) return core::pass(seed.error());
    return create_key_file(to, *seed);
}

core::Done copy_key_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    const auto seed = read_key_file(from);
    if (!seed) return core::pass(seed.error());
    return create_key_file(to, *seed);
}

Bytes file_hash(std::span<const std::uint8_t> bytes) {
    return digest({}, {Writer("file").bytes(), bytes});
}

}
