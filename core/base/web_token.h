// SPDX-License-Identifier: Apache-2.0
// Signed tokens of others (JSON Web Tokens, RFC 7519), believed only by a key that their maker publishes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/json.h"

namespace cadran {

enum class TokenFault {
    malformed,
    algorithm,  // another than RS256 and ES256; `none` among them
    key,        // none of these has that name and is for that algorithm
    signature,
};

// The keys that a provider publishes (RFC 7517): RSA of 2048 to 8192 bits for RS256, P-256 for ES256. What a
// key is for stands in the key, never in the token that it is to prove.
class WebKeys {
  public:
    // Keys of other kinds are passed over. None where it is no set of keys.
    static std::optional<WebKeys> parse(const Json& set);

    // What the token says, once its signature is proved; nothing of that is looked at.
    tl::expected<Json, TokenFault> claims_of(std::string_view token) const;

    std::size_t size() const { return keys_.size(); }

  private:
    enum class Algorithm { rs256, es256 };
    struct Key {
        std::string name;  // `kid`; may be empty
        Algorithm algorithm;
        std::string pem;
    };

    static std::optional<Key> read_key(const Json& json);
    const Key* find(Algorithm algorithm, const std::optional<std::string>& name) const;

    std::vector<Key> keys_;
};

}  // namespace cadran
