// SPDX-License-Identifier: Apache-2.0
#include "base/one_time_password.h"

#include <fmt/format.h>
#include <Poco/HMACEngine.h>
#include <Poco/SHA1Engine.h>

#include "base/secret_box.h"
#include "base/text.h"

namespace cadran {

namespace {

std::uint32_t truncated(const Poco::DigestEngine::Digest& hash) {
    const std::size_t offset = hash.back() & 0x0FU;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | hash[offset + i];
    return value & 0x7FFF'FFFFU;
}

}  // namespace

std::int64_t time_step(Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count() / 30;
}

std::string one_time_password(std::string_view secret, std::int64_t step, int digits) {
    std::string counter(8, '\0');
    auto rest = static_cast<std::uint64_t>(step);
    for (auto byte = counter.rbegin(); byte != counter.rend(); ++byte, rest >>= 8U)
        *byte = static_cast<char>(rest & 0xFFU);
    Poco::HMACEngine<Poco::SHA1Engine> hmac{std::string(secret)};
    hmac.update(counter);
    std::uint32_t modulus = 1;
    for (int i = 0; i < digits; ++i) modulus *= 10;
    return fmt::format("{:0{}}", truncated(hmac.digest()) % modulus, digits);
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view password, Instant instant,
                                          std::int64_t last_used) {
    std::optional<std::int64_t> match;
    const std::int64_t now = time_step(instant);
    for (std::int64_t step = now - 1; step <= now + 1; ++step) {
        if (same_secret(one_time_password(secret, step), password) && step > last_used && !match)
            match = step;
    }
    return match;
}

std::string base32_text(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = bits << 8U | static_cast<unsigned char>(byte);
        for (held += 8; held >= 5; held -= 5) text += letters[bits >> (held - 5) & 0x1FU];
        bits &= 0xFFU;
    }
    if (held > 0) text += letters[bits << (5 - held) & 0x1FU];
    return text;
}

std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view secret) {
    return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits=6&period=30",
                       percent_encoded(issuer), percent_encoded(account), base32_text(secret));
}

}  // namespace cadran
