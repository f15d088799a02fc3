// SPDX-License-Identifier: Apache-2.0
#include "base/secret_box.h"

#include <algorithm>
#include <stdexcept>

#include <sodium.h>

namespace cadran {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace

SecretKey derived_key(std::span<const std::uint8_t> master, std::string_view purpose) {
    static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == std::tuple_size_v<SecretKey>);
    std::array<unsigned char, crypto_generichash_blake2b_PERSONALBYTES> personal{};
    if (purpose.size() > personal.size()) throw std::logic_error("a purpose has at most 16 bytes");
    std::ranges::copy(purpose, personal.begin());
    SecretKey key;
    if (crypto_generichash_blake2b_salt_personal(key.data(), key.size(), nullptr, 0, master.data(),
                                                 master.size(), nullptr, personal.data()) != 0)
        throw std::logic_error("a master key has from 16 to 64 bytes");
    return key;
}

std::string seal(const SecretKey& key, std::string_view bytes, std::string_view about,
                 Randomness& randomness) {
    std::string sealed(nonce_size + bytes.size() + tag_size, '\0');
    randomness.fill({raw(sealed), nonce_size});
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + nonce_size, nullptr, raw(bytes), bytes.size(),
                                               raw(about), about.size(), nullptr, raw(sealed), key.data());
    return sealed;
}

std::optional<std::string> unseal(const SecretKey& key, std::string_view sealed, std::string_view about) {
    if (sealed.size() < nonce_size + tag_size) return {};
    std::string bytes(sealed.size() - nonce_size - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(bytes), nullptr, nullptr, raw(sealed) + nonce_size,
                                                   sealed.size() - nonce_size, raw(about), about.size(),
                                                   raw(sealed), key.data()) != 0)
        return {};
    return bytes;
}

Digest keyed_digest(const SecretKey& key, std::string_view bytes) {
    Digest digest;
    crypto_generichash_blake2b(digest.bytes.data(), digest.bytes.size(), raw(bytes), bytes.size(), key.data(),
                               key.size());
    return digest;
}

bool same_secret(std::string_view left, std::string_view right) {
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace cadran
