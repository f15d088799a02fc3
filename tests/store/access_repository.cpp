// SPDX-License-Identifier: Apache-2.0
#include "store/access_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

const std::string claire = "claire.vasseur";

struct Example : SampleStore {
    AccountRepository accounts{*database};
    AccessRepository access{*database};

    std::string state_of_claire() { return state(*accounts.find(claire)).canonical_text(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(access_repository, Example)

BOOST_AUTO_TEST_CASE(keeps_one_password_an_account) {
    BOOST_TEST(!access.password(claire).has_value());
    access.put_password(claire, "$argon2id$1");
    access.put_password(claire, "$argon2id$2");
    BOOST_TEST(access.password(claire).value() == "$argon2id$2");
    access.remove_password(claire);
    BOOST_TEST(!access.password(claire).has_value());
    BOOST_CHECK(fault_of([&] { access.put_password("nobody", "x"); }) == Fault::Kind::foreign_key);
}

BOOST_AUTO_TEST_CASE(uses_each_step_of_a_second_factor_once) {
    BOOST_TEST(!access.use_step(claire, 7));
    access.put_second_factor(claire, {"sealed", now, 5});
    BOOST_TEST(!access.use_step(claire, 5));
    BOOST_TEST(access.use_step(claire, 7));
    BOOST_TEST(!access.use_step(claire, 7));
    BOOST_TEST(!access.use_step(claire, 6));
    const auto kept = access.second_factor(claire);
    BOOST_TEST(kept->sealed == "sealed");
    BOOST_CHECK(kept->confirmed_at == now);
    BOOST_TEST(kept->last_step == 7);
    access.remove_second_factor(claire);
    BOOST_TEST(!access.second_factor(claire).has_value());
}

BOOST_AUTO_TEST_CASE(counts_tries_until_they_are_forgotten) {
    const Digest key = sha256("claire"), other = sha256("luc");
    BOOST_TEST(access.tries(key).failed == 0);
    access.put_tries(key, {3, now});
    access.put_tries(key, {4, now});
    access.put_tries(other, {1, now - std::chrono::hours{2}});
    BOOST_TEST(access.tries(key).failed == 4);
    BOOST_CHECK(access.tries(key).last_at == now);
    access.forget_tries_before(now);
    BOOST_TEST(access.tries(other).failed == 0);
    BOOST_TEST(access.tries(key).failed == 4);
    access.forget_tries(key);
    BOOST_TEST(access.tries(key).failed == 0);
}

// What the journal proves: nobody changes a proof in the store without a difference.
BOOST_AUTO_TEST_CASE(shows_every_proof_in_the_state_of_its_account) {
    const std::string plain = state_of_claire();
    BOOST_TEST(plain.find("password") == std::string::npos);
    access.put_password(claire, "$argon2id$1");
    const std::string with_password = state_of_claire();
    BOOST_TEST(with_password != plain);
    BOOST_TEST(with_password.find("$argon2id") == std::string::npos);
    access.put_password(claire, "$argon2id$2");
    BOOST_TEST(state_of_claire() != with_password);
    access.remove_password(claire);
    BOOST_TEST(state_of_claire() == plain);

    access.put_second_factor(claire, {"sealed", {}, 0});
    const std::string with_factor = state_of_claire();
    BOOST_TEST(with_factor != plain);
    access.use_step(claire, 9);
    BOOST_TEST(state_of_claire() == with_factor);
    access.put_second_factor(claire, {"sealed", now, 9});
    BOOST_TEST(state_of_claire() != with_factor);
    access.remove_second_factor(claire);

    accounts.insert_credential({CredentialKind::session, sha256("a"), {}, {}, "", now, now}, claire);
    const std::string with_session = state_of_claire();
    BOOST_TEST(with_session != plain);
    accounts.see(sha256("a"), now + std::chrono::hours{1});
    BOOST_TEST(state_of_claire() == with_session);
    accounts.remove_credential(sha256("a"));
    BOOST_TEST(state_of_claire() == plain);
}

BOOST_AUTO_TEST_SUITE_END()
