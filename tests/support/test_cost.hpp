// What stretching a code or a passphrase costs in tests: the least that libsodium takes.
#pragma once
#include "vault/kdf.hpp"
#include <sodium.h>

namespace support {

inline vault::KdfCost test_cost() {
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

}
