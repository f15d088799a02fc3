// SPDX-License-Identifier: Apache-2.0
// What stands beside an account and is never part of it: the costly hash of its password, the enciphered
// secret of its second factor; and how often somebody failed to come in.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/hash.h"
#include "store/database.h"

namespace cadran::store {

struct KeptSecondFactor {
    std::string sealed;  // in base 64
    std::optional<Instant> confirmed_at = {};
    std::int64_t last_step = 0;  // of the last code that was used
};

// Tries that failed, or were not yet seen to succeed.
struct Tries {
    std::int64_t failed = 0;
    Instant last_at = {};
};

class AccessRepository {
  public:
    explicit AccessRepository(Database& database) : database_(database) {}

    std::optional<std::string> password(const std::string& account);
    // Whether there was one or not.
    void put_password(const std::string& account, const std::string& hash);
    void remove_password(const std::string& account);

    std::optional<KeptSecondFactor> second_factor(const std::string& account);
    // Likewise.
    void put_second_factor(const std::string& account, const KeptSecondFactor& factor);
    void remove_second_factor(const std::string& account);
    // False where that step or a later one was used already.
    bool use_step(const std::string& account, std::int64_t step);

    // None failed where nothing is known of the key.
    Tries tries(const Digest& key);
    void put_tries(const Digest& key, const Tries& tries);
    void forget_tries(const Digest& key);
    void forget_tries_before(Instant instant);

  private:
    Database& database_;
};

}  // namespace cadran::store
