// SPDX-License-Identifier: Apache-2.0
#include "base/hash.h"

#include <Poco/Crypto/DigestEngine.h>
#include <sodium.h>

#include <bit>

namespace cadran {

std::string hex_text(std::span<const std::uint8_t> bytes) {
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

std::string Digest::hex() const {
    return hex_text(bytes);
}

namespace {

// Fills all of the bytes; false where the digits are not theirs.
bool read_hex(std::string_view hex, std::span<std::uint8_t> bytes) {
    std::size_t length = 0;
    const char* end = nullptr;
    const int fault =
        sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &length, &end);
    return fault == 0 && length == bytes.size() && end == hex.data() + hex.size();
}

}  // namespace

std::optional<Digest> Digest::from_hex(std::string_view hex) {
    Digest digest;
    if (!read_hex(hex, digest.bytes)) return {};
    return digest;
}

std::optional<HashKey> parse_hash_key(std::string_view hex) {
    HashKey key{};
    if (!read_hex(hex, key)) return {};
    return key;
}

struct Sha256::Engine {
    Poco::Crypto::DigestEngine digest{"SHA256"};
};

Sha256::Sha256() : engine_(std::make_unique<Engine>()) {}
Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) {
    engine_->digest.update(bytes.data(), bytes.size());
}

Digest Sha256::finish() {
    const auto& result = engine_->digest.digest();
    Digest digest;
    std::copy(result.begin(), result.end(), digest.bytes.begin());
    engine_->digest.reset();
    return digest;
}

// Where there is little to hash, the start of an engine would cost more than the hashing.
Digest sha256(std::string_view bytes) {
    constexpr std::size_t little = 1024;
    if (bytes.size() <= little) {
        Digest digest;
        crypto_hash_sha256(digest.bytes.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                           bytes.size());
        return digest;
    }
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

std::uint64_t keyed_hash(const HashKey& key, std::string_view bytes) {
    static_assert(crypto_shorthash_KEYBYTES == std::tuple_size_v<HashKey>);
    static_assert(crypto_shorthash_BYTES == sizeof(std::uint64_t));
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t value = 0;
    crypto_shorthash(reinterpret_cast<unsigned char*>(&value),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), key.data());
    return value;
}

}  // namespace cadran
