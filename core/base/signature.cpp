// SPDX-License-Identifier: Apache-2.0
#include "base/signature.h"

#include <algorithm>

#include <sodium.h>

#include "base/base64.h"

namespace cadran {

namespace {

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

SigningKey SigningKey::generate(Randomness& randomness) {
    Seed seed;
    randomness.fill(seed);
    return SigningKey(seed);
}

SigningKey::SigningKey(const Seed& seed) : seed_(seed) {
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
    crypto_sign_seed_keypair(public_key_.data(), secret.data(), seed_.data());
    sodium_memzero(secret.data(), secret.size());
}

Signature SigningKey::sign(std::string_view bytes) const {
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
    PublicKey ignored;
    crypto_sign_seed_keypair(ignored.data(), secret.data(), seed_.data());
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, octets(bytes), bytes.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

bool verifies(const PublicKey& key, std::string_view bytes, const Signature& signature) {
    return crypto_sign_verify_detached(signature.data(), octets(bytes), bytes.size(), key.data()) == 0;
}

std::string pem_text(const PublicKey& key) {
    // SubjectPublicKeyInfo of RFC 8410, section 4: algorithm 1.3.101.112, then the 32 bytes of the key.
    constexpr std::array<unsigned char, 12> prefix{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03,
                                                   0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    std::array<unsigned char, prefix.size() + std::tuple_size_v<PublicKey>> der;
    std::copy(prefix.begin(), prefix.end(), der.begin());
    std::copy(key.begin(), key.end(), der.begin() + prefix.size());
    const std::string base64 = base64_text({reinterpret_cast<const char*>(der.data()), der.size()});
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
}

}  // namespace cadran
