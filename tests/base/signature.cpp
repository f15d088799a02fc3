// SPDX-License-Identifier: Apache-2.0
#include "base/signature.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "temporary_folder.h"

using namespace cadran;

namespace {

// RFC 8032, section 7.1, tests 1 and 2: secret key (seed), public key, message, signature.
struct Vector {
    std::string_view seed;
    std::string_view key;
    std::string message;
    std::string_view signature;
};

const std::vector<Vector> published{
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f"
     "0595bbe246"
     "55141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "\x72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2ea"
     "eb4302aeeb"
     "00d291612bb0c00"},
};

SigningKey key_of(std::string_view seed_digits) {
    const auto digest = Digest::from_hex(seed_digits);
    return SigningKey(digest.value().bytes);
}

class Counting final : public Randomness {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) byte = next_++;
    }

  private:
    std::uint8_t next_ = 0;
};

std::string bytes_of(const Signature& signature) {
    return {signature.begin(), signature.end()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(signature)

BOOST_AUTO_TEST_CASE(gives_the_published_keys_and_signatures) {
    for (const Vector& vector : published) {
        const SigningKey key = key_of(vector.seed);
        BOOST_TEST(hex_text(key.public_key()) == vector.key);
        BOOST_TEST(hex_text(key.sign(vector.message)) == vector.signature);
        BOOST_TEST(verifies(key.public_key(), vector.message, key.sign(vector.message)));
    }
}

BOOST_AUTO_TEST_CASE(fails_when_any_byte_was_changed) {
    const SigningKey key = key_of(published[1].seed);
    const std::string message = "revue du 3e trimestre 2026";
    const Signature signature = key.sign(message);
    for (std::size_t i = 0; i < signature.size(); ++i) {
        Signature changed = signature;
        changed[i] ^= 1;
        BOOST_TEST(!verifies(key.public_key(), message, changed));
    }
    for (std::size_t i = 0; i < message.size(); ++i) {
        std::string changed = message;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        BOOST_TEST(!verifies(key.public_key(), changed, signature));
    }
    for (std::size_t i = 0; i < key.public_key().size(); ++i) {
        PublicKey changed = key.public_key();
        changed[i] ^= 1;
        BOOST_TEST(!verifies(changed, message, signature));
    }
    BOOST_TEST(!verifies(key.public_key(), message + " ", signature));
}

BOOST_AUTO_TEST_CASE(comes_again_from_the_seed_that_was_kept) {
    Counting randomness;
    const SigningKey generated = SigningKey::generate(randomness);
    BOOST_TEST(hex_text(generated.seed()) ==
               "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    BOOST_CHECK(SigningKey(generated.seed()).public_key() == generated.public_key());
    BOOST_CHECK(SigningKey::generate(randomness).public_key() != generated.public_key());
}

BOOST_AUTO_TEST_CASE(of_the_system_randomness_is_never_twice_the_same) {
    SystemRandomness randomness;
    BOOST_CHECK(SigningKey::generate(randomness).seed() != SigningKey::generate(randomness).seed());
}

BOOST_AUTO_TEST_CASE(is_verified_by_a_public_tool) {
    const TemporaryFolder folder;
    const SigningKey key = key_of(published[0].seed);
    const std::string text = "manifeste\n";
    const auto openssl_says = [&](const std::string& file) {
        return std::system(
            fmt::format("cd '{}' && openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in {} "
                        "-sigfile signature >output 2>&1",
                        folder.path().string(), file)
                .c_str());
    };
    write_durably(folder.path() / "key.pem", pem_text(key.public_key()));
    write_durably(folder.path() / "manifest", text);
    write_durably(folder.path() / "forged", text + "\n");
    write_durably(folder.path() / "signature", bytes_of(key.sign(text)));
    BOOST_TEST(openssl_says("manifest") == 0);
    BOOST_TEST(openssl_says("forged") != 0);
    BOOST_TEST(read_file(folder.path() / "output").value().starts_with("Signature Verification Failure"));
}

BOOST_AUTO_TEST_SUITE_END()
