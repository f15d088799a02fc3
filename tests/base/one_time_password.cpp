// SPDX-License-Identifier: Apache-2.0
#include "base/one_time_password.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;

namespace {

// RFC 6238, appendix B, of SHA-1.
const std::string secret = "12345678901234567890";
const struct {
    std::int64_t seconds;
    const char* password;
} published[] = {
    {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
    {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"},
};

Instant at(std::int64_t seconds) {
    return Instant{std::chrono::seconds{seconds}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(one_time_passwords)

BOOST_AUTO_TEST_CASE(are_those_that_were_published) {
    for (const auto& [seconds, password] : published) {
        BOOST_TEST(one_time_password(secret, time_step(at(seconds)), 8) == password);
        BOOST_TEST(one_time_password(secret, time_step(at(seconds))) == std::string(password).substr(2));
    }
}

BOOST_AUTO_TEST_CASE(hold_for_their_step_and_those_beside_it) {
    const auto matches = [](std::int64_t seconds) {
        return matching_step(secret, "287082", at(seconds), 0).has_value();  // of step 1: from 30 to 60
    };
    BOOST_TEST(matches(30));
    BOOST_TEST(matches(59));
    BOOST_TEST(matches(0));
    BOOST_TEST(matches(89));
    BOOST_TEST(!matches(90));
    BOOST_TEST(!matching_step(secret, "287083", at(45), 0).has_value());
    BOOST_TEST(!matching_step(secret, "", at(45), 0).has_value());
    BOOST_TEST(!matching_step(secret, "2870820", at(45), 0).has_value());
}

BOOST_AUTO_TEST_CASE(serve_once) {
    const auto step = matching_step(secret, "287082", at(45), 0);
    BOOST_REQUIRE(step.has_value());
    BOOST_TEST(*step == 1);
    BOOST_TEST(!matching_step(secret, "287082", at(45), *step).has_value());
    BOOST_TEST(matching_step(secret, one_time_password(secret, 2), at(45), *step).value() == 2);
}

// RFC 4648, section 10, without the padding.
BOOST_AUTO_TEST_CASE(come_from_secrets_that_authenticators_read) {
    const std::pair<const char*, const char*> texts[] = {{"", ""},
                                                         {"f", "MY"},
                                                         {"fo", "MZXQ"},
                                                         {"foo", "MZXW6"},
                                                         {"foob", "MZXW6YQ"},
                                                         {"fooba", "MZXW6YTB"},
                                                         {"foobar", "MZXW6YTBOI"}};
    for (const auto& [bytes, text] : texts) BOOST_TEST(base32_text(bytes) == text);
    BOOST_TEST(base32_text("\xff\xff\xff\xff\xff") == "77777777");
    BOOST_TEST(otpauth_uri("Mutuelle d'Été", "claire.vasseur", "foobar") ==
               "otpauth://totp/Mutuelle%20d%27%C3%89t%C3%A9:claire.vasseur?secret=MZXW6YTBOI&issuer=Mutuelle%"
               "20d%27%C3%89t%C3%A9&algorithm=SHA1&digits=6&period=30");
}

BOOST_AUTO_TEST_SUITE_END()
