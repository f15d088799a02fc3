// SPDX-License-Identifier: Apache-2.0
#include "base/secret_box.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;

namespace {

struct Example {
    SystemRandomness randomness;
    SecretKey key = derived_key(std::array<std::uint8_t, 32>{1, 2, 3}, "test");
    std::string sealed = seal(key, "le secret", "claire.vasseur", randomness);
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(secret_box, Example)

BOOST_AUTO_TEST_CASE(is_opened_with_the_key_it_was_sealed_with) {
    BOOST_TEST(unseal(key, sealed, "claire.vasseur").value() == "le secret");
    BOOST_TEST(unseal(key, seal(key, "", "", randomness), "").value() == "");
}

BOOST_AUTO_TEST_CASE(hides_what_is_in_it) {
    BOOST_TEST(sealed.find("secret") == std::string::npos);
    BOOST_TEST(seal(key, "le secret", "claire.vasseur", randomness) != sealed);
}

BOOST_AUTO_TEST_CASE(stays_shut_for_another_key_or_about_another) {
    BOOST_TEST(!unseal(derived_key(key, "test"), sealed, "claire.vasseur").has_value());
    BOOST_TEST(!unseal(key, sealed, "luc.moreau").has_value());
}

BOOST_AUTO_TEST_CASE(stays_shut_when_any_byte_was_changed) {
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        BOOST_TEST(!unseal(key, changed, "claire.vasseur").has_value(), i);
        BOOST_TEST(!unseal(key, sealed.substr(0, i), "claire.vasseur").has_value(), i);
    }
}

BOOST_AUTO_TEST_CASE(keys_of_two_purposes_differ) {
    const std::array<std::uint8_t, 32> master{1, 2, 3}, other{1, 2, 4};
    BOOST_CHECK(derived_key(master, "test") == key);
    BOOST_CHECK(derived_key(master, "tests") != key);
    BOOST_CHECK(derived_key(other, "test") != key);
    BOOST_CHECK_THROW(derived_key(master, "a purpose too long"), std::logic_error);
}

BOOST_AUTO_TEST_CASE(digests_follow_from_key_and_bytes) {
    BOOST_CHECK(keyed_digest(key, "claire") == keyed_digest(key, "claire"));
    BOOST_CHECK(keyed_digest(key, "claire") != keyed_digest(key, "clair"));
    BOOST_CHECK(keyed_digest(key, "claire") != keyed_digest(derived_key(key, "test"), "claire"));
}

BOOST_AUTO_TEST_CASE(secrets_are_the_same_when_all_of_them_is) {
    BOOST_TEST(same_secret("", ""));
    BOOST_TEST(same_secret("abc", "abc"));
    BOOST_TEST(!same_secret("abc", "abd"));
    BOOST_TEST(!same_secret("abc", "ab"));
}

BOOST_AUTO_TEST_SUITE_END()
