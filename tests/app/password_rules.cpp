// SPDX-License-Identifier: Apache-2.0
#include "app/password_rules.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

const model::Account claire{"claire.vasseur", "Claire Vasseur-Élie", {}, {}, "", 1};

std::string faults(std::string_view password) {
    return told(
        Failure{Failure::Kind::invalid, faults_of_password(password, claire, "Mutuelle des Trois Rivières")});
}
bool is_fine(std::string_view password) {
    return faults_of_password(password, claire, "Mutuelle des Trois Rivières").empty();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(password_rules)

BOOST_AUTO_TEST_CASE(let_everything_pass_that_is_long_and_not_guessable) {
    for (const char* password : {"quatre chats gris", "correct horse battery staple", "κωδικός πρόσβασης",
                                 "密码密码四只猫在睡觉的夜", "xK9-qqw.2Lmn", "        un mot perdu",
                                 "7391847201938475", "🐈🐕🐎🐄🐖🐑🐐🐓🦆🦢🦉🦇",
                                 "claire aime les zoulous", "mon password est tordu"})
        BOOST_TEST(is_fine(password), password << ": " << faults(password));
}

BOOST_AUTO_TEST_CASE(count_characters_and_not_bytes) {
    BOOST_TEST(faults("éàùçôîéàùçô") == "invalid: app.password_too_short");  // 11, in 22 bytes
    BOOST_TEST(is_fine("éàùçôîéàùçôî"));
    BOOST_TEST(faults("") == "invalid: app.password_too_short, app.password_repeats");
}

BOOST_AUTO_TEST_CASE(ask_for_more_digits_where_there_is_nothing_else) {
    BOOST_TEST(faults("739184720193847") == "invalid: app.password_of_digits");
    BOOST_TEST(is_fine("7391847201938475"));
    BOOST_TEST(is_fine("73918472019x"));
}

BOOST_AUTO_TEST_CASE(bound_the_length_without_looking_further) {
    std::string longest;
    for (int i = 0; i < 1024; ++i) longest += static_cast<char>('a' + i % 26);
    BOOST_TEST(is_fine(longest));
    BOOST_TEST(faults(longest + "x") == "invalid: app.password_too_long");
    BOOST_TEST(faults("quatre chats \xff\xfe gris") == "invalid: app.password_is_no_text");
}

BOOST_AUTO_TEST_CASE(refuse_what_an_enemy_tries_first) {
    for (const char* password :
         {"password1234", "Password2026!", "P@ssw0rd!!2026", "MotDePasse2026", "m0tdep4sse-123",
          "azertyuiop123", "Azerty123456!", "qwertyuiop12", "Bonjour2026!!", "ClaireVasseur",
          "vasseur.claire1", "claireclaire1", "Vasséur-Élie26", "MutuelleDesTroisRivieres",
          "trois.rivieres.2026", "cadran-admin-2026", "Hiver2026/2027", "jetaimejetaime", "abcdefabcdef12"})
        BOOST_TEST(faults(password) == "invalid: app.password_is_guessable", password);
}

BOOST_AUTO_TEST_CASE(refuse_hardly_any_different_characters) {
    for (const char* password :
         {"aaaaaaaaaaaaaaaa", "abababababababab", "abcdabcdabcdabcd", "1111222233334444"})
        BOOST_TEST(faults(password) == "invalid: app.password_repeats", password);
}

BOOST_AUTO_TEST_CASE(never_repeat_what_was_typed) {
    for (const char* password : {"secret1", "Claire Vasseur 2026", "aaaaaaaaaaaaaaaa"}) {
        for (const Diagnostic& fault : faults_of_password(password, claire, "x")) {
            for (const auto& [name, value] : fault.what.arguments)
                BOOST_TEST(std::holds_alternative<std::int64_t>(value));
        }
    }
}

BOOST_AUTO_TEST_CASE(answer_for_any_bytes) {
    BOOST_TEST(rc::check("any bytes are judged", [](const std::string& bytes) {
        (void)faults_of_password(bytes, claire, bytes);
        RC_ASSERT(bytes.size() >= 12 || !is_fine(bytes));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
