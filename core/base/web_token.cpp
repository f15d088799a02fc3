// SPDX-License-Identifier: Apache-2.0
#include "base/web_token.h"

#include <Poco/Crypto/ECDSADigestEngine.h>
#include <Poco/Crypto/ECKey.h>
#include <Poco/Crypto/RSADigestEngine.h>
#include <Poco/Crypto/RSAKey.h>
#include <Poco/Exception.h>

#include <algorithm>
#include <sstream>

#include "base/base64.h"
#include "base/text.h"

namespace cadran {

namespace {

namespace crypto = Poco::Crypto;

constexpr std::size_t longest_token = 16384;
constexpr std::size_t coordinate_size = 32;  // of P-256

// Members of an object that are texts; none of anything else.
std::optional<std::string> text_member(const Json& json, const char* name) {
    if (!json.is_object()) return {};
    const auto found = json.object().find(name);
    if (found == json.object().end()) return {};
    return found->second.visit_scalar([](bool) { return std::optional<std::string>(); },
                                      [](std::int64_t) { return std::optional<std::string>(); },
                                      [](const std::string& text) { return std::optional(text); },
                                      [](const Json&) { return std::optional<std::string>(); });
}

std::optional<std::string> bytes_member(const Json& json, const char* name) {
    const auto text = text_member(json, name);
    if (!text) return {};
    return bytes_of_base64url(*text);
}

// ITU-T X.690: tag, length, content.
std::string der(unsigned char tag, const std::string& content) {
    std::string length;
    for (std::size_t rest = content.size(); rest > 0; rest >>= 8)
        length.insert(length.begin(), static_cast<char>(rest & 0xff));
    std::string text(1, static_cast<char>(tag));
    if (content.size() < 0x80)
        text += static_cast<char>(content.size());
    else
        text += static_cast<char>(0x80 | length.size()) + length;
    return text + content;
}

constexpr unsigned char der_sequence = 0x30, der_integer = 0x02, der_bits = 0x03, der_name = 0x06,
                        der_null = 0x05;

std::string without_zeros(const std::string& number) {
    return number.substr(std::min(number.find_first_not_of('\0'), number.size()));
}

std::string der_number(const std::string& number) {
    const bool looks_negative = !number.empty() && (static_cast<unsigned char>(number.front()) & 0x80) != 0;
    return der(der_integer, (looks_negative ? std::string(1, '\0') : std::string()) + number);
}

// SubjectPublicKeyInfo (RFC 5280) in PEM.
std::string pem_of(const std::string& algorithm, const std::string& key) {
    const std::string info =
        der(der_sequence, der(der_sequence, algorithm) + der(der_bits, std::string(1, '\0') + key));
    const std::string base64 = base64_text(info);
    std::string pem = "-----BEGIN PUBLIC KEY-----\n";
    for (std::size_t at = 0; at < base64.size(); at += 64) pem += base64.substr(at, 64) + "\n";
    return pem + "-----END PUBLIC KEY-----\n";
}

// RFC 8017, appendix A.1.
std::optional<std::string> rsa_pem(const Json& json) {
    const auto n = bytes_member(json, "n"), e = bytes_member(json, "e");
    if (!n || !e) return {};
    const std::string modulus = without_zeros(*n), exponent = without_zeros(*e);
    if (modulus.size() < 256 || modulus.size() > 1024 || exponent.empty() || exponent.size() > 8) return {};
    const bool is_large = (static_cast<unsigned char>(modulus.front()) & 0x80) != 0 || modulus.size() > 256;
    const bool is_odd = (exponent.back() & 1) != 0 && exponent != std::string(1, '\1');
    if (!is_large || !is_odd) return {};
    static const std::string rsa_encryption("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", 9);
    return pem_of(der(der_name, rsa_encryption) + der(der_null, ""),
                  der(der_sequence, der_number(modulus) + der_number(exponent)));
}

// RFC 5480.
std::optional<std::string> p256_pem(const Json& json) {
    const auto x = bytes_member(json, "x"), y = bytes_member(json, "y");
    if (text_member(json, "crv") != "P-256" || !x || !y) return {};
    if (x->size() != coordinate_size || y->size() != coordinate_size) return {};
    static const std::string ec_key("\x2a\x86\x48\xce\x3d\x02\x01", 7),
        p256("\x2a\x86\x48\xce\x3d\x03\x01\x07", 8);
    return pem_of(der(der_name, ec_key) + der(der_name, p256), "\x04" + *x + *y);
}

std::vector<unsigned char> octets_of(std::string_view bytes) {
    return {bytes.begin(), bytes.end()};
}

bool proves_rsa(const std::string& pem, std::string_view said, std::string_view signature) {
    std::istringstream key(pem);
    crypto::RSADigestEngine engine(crypto::RSAKey(&key, nullptr), "SHA256");
    engine.update(said.data(), said.size());
    return engine.verify(octets_of(signature));
}

bool proves_p256(const std::string& pem, std::string_view said, std::string_view signature) {
    if (signature.size() != 2 * coordinate_size) return false;
    std::istringstream text(pem);
    const crypto::ECKey key(&text, nullptr);
    crypto::ECDSADigestEngine engine(key, "SHA256");
    engine.update(said.data(), said.size());
    const crypto::ECDSASignature both(octets_of(signature.substr(0, coordinate_size)),
                                      octets_of(signature.substr(coordinate_size)));
    return engine.verify(both.toDER());
}

std::optional<Json> object_of(std::string_view part) {
    const auto bytes = bytes_of_base64url(part);
    if (!bytes) return {};
    auto json = Json::parse(*bytes);
    if (!json || !json->is_object()) return {};
    return std::move(*json);
}

}  // namespace

std::optional<WebKeys::Key> WebKeys::read_key(const Json& json) {
    const auto kind = text_member(json, "kty"), use = text_member(json, "use");
    const auto algorithm = text_member(json, "alg");
    if (use.value_or("sig") != "sig") return {};
    Key key{text_member(json, "kid").value_or(""), Algorithm::rs256, {}};
    std::optional<std::string> pem;
    if (kind == "RSA" && algorithm.value_or("RS256") == "RS256") {
        pem = rsa_pem(json);
    } else if (kind == "EC" && algorithm.value_or("ES256") == "ES256") {
        key.algorithm = Algorithm::es256;
        pem = p256_pem(json);
    }
    if (!pem) return {};
    key.pem = std::move(*pem);
    return key;
}

std::optional<WebKeys> WebKeys::parse(const Json& set) {
    if (!set.is_object()) return {};
    const auto keys = set.object().find("keys");
    if (keys == set.object().end()) return {};
    WebKeys read;
    try {
        for (const Json& one : keys->second.array()) {
            if (auto key = read_key(one)) read.keys_.push_back(std::move(*key));
        }
    } catch (const std::bad_variant_access&) {
        return {};
    }
    return read;
}

const WebKeys::Key* WebKeys::find(Algorithm algorithm, const std::optional<std::string>& name) const {
    const Key* found = nullptr;
    for (const Key& key : keys_) {
        if (key.algorithm != algorithm || (name && key.name != *name)) continue;
        if (found != nullptr) return nullptr;  // which one is anybody's guess
        found = &key;
    }
    return found;
}

tl::expected<Json, TokenFault> WebKeys::claims_of(std::string_view token) const {
    const auto parts = split(token, '.');
    if (token.size() > longest_token || parts.size() != 3) return tl::unexpected(TokenFault::malformed);
    const auto head = object_of(parts[0]), claims = object_of(parts[1]);
    const auto signature = bytes_of_base64url(parts[2]);
    if (!head || !claims || !signature) return tl::unexpected(TokenFault::malformed);
    const auto algorithm = text_member(*head, "alg");
    // What must be understood and is not (RFC 7515, section 4.1.11).
    if (head->object().contains("crit") || (algorithm != "RS256" && algorithm != "ES256"))
        return tl::unexpected(TokenFault::algorithm);
    const bool is_rsa = algorithm == "RS256";
    const Key* key = find(is_rsa ? Algorithm::rs256 : Algorithm::es256, text_member(*head, "kid"));
    if (key == nullptr) return tl::unexpected(TokenFault::key);
    const std::string_view said = token.substr(0, parts[0].size() + 1 + parts[1].size());
    try {
        const bool proved =
            is_rsa ? proves_rsa(key->pem, said, *signature) : proves_p256(key->pem, said, *signature);
        if (proved) return *claims;
    } catch (const Poco::Exception&) {
        // No point of the curve, or no number that could be a signature.
    }
    return tl::unexpected(TokenFault::signature);
}

}  // namespace cadran
