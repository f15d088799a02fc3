// SPDX-License-Identifier: Apache-2.0
#include "base/password_hasher.h"

#include <array>
#include <cstring>
#include <stdexcept>

#include <sodium.h>

namespace cadran {

namespace {

// One of the few places, given back at the end.
class Turn {
  public:
    Turn(std::counting_semaphore<>& free, std::chrono::milliseconds patience)
        : free_(free), taken_(free.try_acquire_for(patience)) {}
    ~Turn() {
        if (taken_) free_.release();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool taken() const { return taken_; }

  private:
    std::counting_semaphore<>& free_;
    bool taken_;
};

tl::unexpected<Failure> too_many() {
    return conflict({"base.too_many_passwords"}, Message{"base.try_in_a_moment"});
}

std::size_t bytes_of(const HashingCost& cost) {
    return std::size_t{cost.kibibytes} * 1024;
}

std::string made_hash(std::string_view password, const HashingCost& cost) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0 || crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes,
                                                   bytes_of(cost), crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("no memory to hash a password");
    return text.data();
}

bool is_made_of(std::string_view password, const std::string& hash) {
    return sodium_init() >= 0 &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace

PasswordHasher::PasswordHasher(HashingCost cost, int at_once, std::chrono::milliseconds patience)
    : cost_(cost), patience_(patience), free_(at_once) {}

Result<std::string> PasswordHasher::hash(std::string_view password) {
    const Turn turn(free_, patience_);
    if (!turn.taken()) return too_many();
    return made_hash(password, cost_);
}

Result<bool> PasswordHasher::matches(std::string_view password, const std::string& hash) {
    const Turn turn(free_, patience_);
    if (!turn.taken()) return too_many();
    return is_made_of(password, hash);
}

Done PasswordHasher::match_nothing(std::string_view password) {
    const Turn turn(free_, patience_);
    if (!turn.taken()) return too_many();
    // Only the very first one takes longer, once in the life of the program.
    std::call_once(decoy_made_, [this] { decoy_ = made_hash("nobody's password", cost_); });
    (void)is_made_of(password, decoy_);
    return {};
}

bool PasswordHasher::is_outdated(const std::string& hash) const {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, bytes_of(cost_)) != 0;
}

}  // namespace cadran
