// SPDX-License-Identifier: Apache-2.0
#include "base/password_hasher.h"

#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace cadran;

namespace {

constexpr HashingCost little{1, 8};

}  // namespace

BOOST_AUTO_TEST_SUITE(password_hasher)

BOOST_AUTO_TEST_CASE(knows_the_password_that_a_hash_was_made_of) {
    PasswordHasher hasher(little);
    const std::string hash = hasher.hash("un mot de passe à moi").value();
    BOOST_TEST(hasher.matches("un mot de passe à moi", hash).value());
    BOOST_TEST(!hasher.matches("un mot de passe a moi", hash).value());
    BOOST_TEST(!hasher.matches("", hash).value());
    BOOST_TEST(!hasher.matches("un mot de passe à moi", "").value());
    BOOST_TEST(hasher.hash("un mot de passe à moi").value() != hash);
}

BOOST_AUTO_TEST_CASE(takes_every_byte_of_a_password) {
    PasswordHasher hasher(little);
    const std::string zero("before\0after", 12);
    const std::string hash = hasher.hash(zero).value();
    BOOST_TEST(hasher.matches(zero, hash).value());
    BOOST_TEST(!hasher.matches("before", hash).value());
    const std::string full(1024, 'x');
    BOOST_TEST(!hasher.matches(full.substr(1), hasher.hash(full).value()).value());
}

BOOST_AUTO_TEST_CASE(writes_what_the_hash_cost_into_it) {
    PasswordHasher usual;
    const std::string hash = usual.hash("x").value();
    BOOST_TEST(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), hash);
}

BOOST_AUTO_TEST_CASE(says_when_a_hash_cost_less_than_today_and_reads_it_all_the_same) {
    PasswordHasher before(little), today({2, 16});
    const std::string hash = before.hash("x").value();
    BOOST_TEST(!before.is_outdated(hash));
    BOOST_TEST(today.is_outdated(hash));
    BOOST_TEST(today.matches("x", hash).value());
    BOOST_TEST(today.is_outdated("not a hash"));
}

// Each of the callers holds some 30 MiB for some 50 ms: while they do, the impatient one is not served.
BOOST_AUTO_TEST_CASE(hashes_few_at_once) {
    PasswordHasher hasher({8, 32 * 1024}, 1, std::chrono::milliseconds{0});
    std::atomic<int> served = 0, turned_away = 0, failed = 0;  // Boost.Test counts on one thread alone
    std::vector<std::jthread> callers;
    for (int i = 0; i < 4; ++i) {
        callers.emplace_back([&] {
            const auto hash = hasher.hash("x");
            ++(hash ? served : hash.error().kind == Failure::Kind::conflict ? turned_away : failed);
        });
    }
    callers.clear();
    BOOST_TEST(served >= 1);
    BOOST_TEST(served + turned_away == 4);
    BOOST_TEST(hasher.hash("x").has_value());  // the places were given back
}

BOOST_AUTO_TEST_CASE(turns_away_whom_nobody_makes_room_for) {
    PasswordHasher closed(little, 0, std::chrono::milliseconds{1});
    BOOST_TEST(closed.hash("x").error().diagnostics.front().what.id == "base.too_many_passwords");
    BOOST_TEST(closed.matches("x", "y").error().diagnostics.front().what.id == "base.too_many_passwords");
    BOOST_TEST(closed.match_nothing("x").error().diagnostics.front().what.id == "base.too_many_passwords");
}

BOOST_AUTO_TEST_CASE(works_as_long_where_there_is_no_hash) {
    PasswordHasher hasher({3, 16 * 1024});
    const std::string hash = hasher.hash("x").value();
    BOOST_REQUIRE(hasher.match_nothing("x").has_value());
    const auto processor_time = [](const auto& act) {
        const std::clock_t before = std::clock();
        for (int i = 0; i < 5; ++i) act();
        return std::clock() - before;
    };
    const auto with = processor_time([&] { (void)hasher.matches("y", hash); });
    const auto without = processor_time([&] { (void)hasher.match_nothing("y"); });
    BOOST_TEST(without > with / 4);  // an empty function takes a thousandth
}

BOOST_AUTO_TEST_SUITE_END()
