// SPDX-License-Identifier: Apache-2.0
#include "base/hash.h"

#include <numeric>

#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

#include "base/keyed_hashes.h"

using namespace cadran;

BOOST_AUTO_TEST_SUITE(hash)

// FIPS 180-4, the examples that NIST publishes with it.
BOOST_AUTO_TEST_CASE(gives_the_published_sha256_digests) {
    BOOST_TEST(sha256("").hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(sha256("abc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex() ==
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    BOOST_TEST(sha256(std::string(1'000'000, 'a')).hex() ==
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(of_pieces_is_that_of_the_whole) {
    BOOST_TEST(rc::check("pieces do not matter", [](const std::vector<std::string>& pieces) {
        Sha256 hash;
        std::string whole;
        for (const std::string& piece : pieces) {
            hash.update(piece);
            whole += piece;
        }
        RC_ASSERT(hash.finish() == sha256(whole));
    }));
}

BOOST_AUTO_TEST_CASE(starts_anew_when_finished) {
    Sha256 hash;
    hash.update("forgotten");
    hash.finish();
    hash.update("abc");
    BOOST_CHECK(hash.finish() == sha256("abc"));
}

BOOST_AUTO_TEST_CASE(reads_the_digits_it_writes) {
    const Digest digest = sha256("abc");
    BOOST_CHECK(Digest::from_hex(digest.hex()) == digest);
    BOOST_CHECK(!Digest::from_hex(""));
    BOOST_CHECK(!Digest::from_hex(digest.hex().substr(2)));
    BOOST_CHECK(!Digest::from_hex(digest.hex() + "00"));
    BOOST_CHECK(!Digest::from_hex(digest.hex().substr(1) + "g"));
    BOOST_CHECK(!Digest::from_hex(" " + digest.hex()));
}

// Aumasson and Bernstein, SipHash: a fast short-input PRF (2012), appendix A.
BOOST_AUTO_TEST_CASE(gives_the_published_keyed_hash) {
    HashKey key;
    std::iota(key.begin(), key.end(), std::uint8_t{0});
    std::string input(15, '\0');
    std::iota(input.begin(), input.end(), char{0});
    BOOST_TEST(keyed_hash(key, input) == 0xa129ca6149be45e5u);
}

BOOST_AUTO_TEST_CASE(under_another_key_is_another_hash) {
    HashKey other{};
    other[15] = 1;
    BOOST_TEST(keyed_hash(HashKey{}, "FR76") != keyed_hash(other, "FR76"));
    BOOST_TEST(keyed_hash(HashKey{}, "FR76") != keyed_hash(HashKey{}, "FR77"));
}

BOOST_AUTO_TEST_CASE(writes_two_digits_a_byte) {
    const std::array<std::uint8_t, 3> bytes{0x00, 0x0a, 0xff};
    BOOST_TEST(hex_text(bytes) == "000aff");
    BOOST_TEST(hex_text({}) == "");
}

BOOST_AUTO_TEST_CASE(of_many_texts_is_that_of_each) {
    BOOST_TEST(rc::check("of one length or several", [](const HashKey& key) {
        std::vector<std::string> texts;
        const auto length = *rc::gen::inRange<std::size_t>(0, 40);
        for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
            const bool is_longer = *rc::gen::inRange(0, 20) == 0;
            texts.push_back(
                *rc::gen::container<std::string>(length + (is_longer ? 1 : 0), rc::gen::arbitrary<char>()));
        }
        std::vector<std::uint64_t> hashes(texts.size());
        keyed_hashes(key, std::vector<std::string_view>(texts.begin(), texts.end()), hashes);
        for (std::size_t i = 0; i < texts.size(); ++i) RC_ASSERT(hashes[i] == keyed_hash(key, texts[i]));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
