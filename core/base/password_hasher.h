// SPDX-License-Identifier: Apache-2.0
// Passwords as Argon2id hashes (RFC 9106): costly by design, hence few at once.
#pragma once

#include <chrono>
#include <mutex>
#include <semaphore>
#include <string>
#include <string_view>

#include "base/result.h"

namespace cadran {

// What one hash costs; RFC 9106, section 4, recommends these figures where memory is dear.
struct HashingCost {
    unsigned passes = 3;
    unsigned kibibytes = 64 * 1024;
};

class PasswordHasher {
  public:
    explicit PasswordHasher(HashingCost cost = {}, int at_once = 2,
                            std::chrono::milliseconds patience = std::chrono::seconds{10});
    PasswordHasher(const PasswordHasher&) = delete;
    PasswordHasher& operator=(const PasswordHasher&) = delete;

    // `$argon2id$v=19$m=65536,t=3,p=1$…`: salt and cost stand in it. Conflict where too many others wait
    // (`base.too_many_passwords`). May be called by several threads.
    Result<std::string> hash(std::string_view password);
    // Whether it was made of that password, whatever it cost then. Likewise.
    Result<bool> matches(std::string_view password, const std::string& hash);
    // As long as `matches` takes, for where there is no hash: nobody learns that from the time.
    Done match_nothing(std::string_view password);
    // It cost something else than this one's do.
    bool is_outdated(const std::string& hash) const;

  private:
    const HashingCost cost_;
    const std::chrono::milliseconds patience_;
    std::counting_semaphore<> free_;
    std::once_flag decoy_made_;
    std::string decoy_;
};

}  // namespace cadran
