// SPDX-License-Identifier: Apache-2.0
#include "app/letter.h"

#include <stdexcept>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::app::mail;

namespace {

const Letter example{"qualite@example.org",
                     "Mutuelle des Trois Rivières",
                     "claire@example.org",
                     "Cadran : 3 choses à faire",
                     "digest-1",
                     parse_instant("2026-11-21T17:00:00Z").value(),
                     "Bonjour Zoé,\n.\nÀ bientôt\n",
                     "<p>Zoé</p>"};

std::string header(const std::string& wire, const std::string& name) {
    const std::size_t at = wire.find(name + ": ");
    if (at == std::string::npos) return "none";
    return wire.substr(at + name.size() + 2, wire.find("\r\n", at) - at - name.size() - 2);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(letter)

BOOST_AUTO_TEST_CASE(has_the_headers_that_servers_and_readers_want) {
    const std::string wire = wire_text(example);
    BOOST_TEST(header(wire, "Message-ID") == "<digest-1@example.org>");
    BOOST_TEST(header(wire, "Date") == "Sat, 21 Nov 2026 17:00:00 GMT");
    BOOST_TEST(header(wire, "To") == "<claire@example.org>");
    BOOST_TEST(header(wire, "Auto-Submitted") == "auto-generated");
    BOOST_TEST(header(wire, "Mime-Version") == "1.0");
    BOOST_TEST(header(wire, "Content-Type").starts_with("multipart/alternative; boundary="));
}

BOOST_AUTO_TEST_CASE(goes_over_the_wire_in_short_lines_of_seven_bits) {
    BOOST_TEST(rc::check([] {
        Letter any = example;
        any.subject = *rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~'));
        for (int i = *rc::gen::inRange(0, 60); i > 0; --i)
            any.subject += *rc::gen::element<std::string>("é", "a", "€", "𝔘", " ");
        const std::string wire = wire_text(any);
        std::size_t line = 0;
        for (const char c : wire) {
            RC_ASSERT(static_cast<unsigned char>(c) < 0x80U);
            line = c == '\n' ? 0 : line + 1;
            RC_ASSERT(line <= 998U);
        }
    }));
}

// RFC 2047, 2: an encoded word has 75 characters at most.
BOOST_AUTO_TEST_CASE(says_a_long_subject_in_words_that_readers_accept) {
    Letter longer = example;
    longer.subject.clear();
    for (int i = 0; i < 200; ++i) longer.subject += "é€";
    const std::string wire = wire_text(longer);
    std::size_t words = 0;
    for (std::size_t at = wire.find("=?UTF-8?B?"); at != std::string::npos;
         at = wire.find("=?UTF-8?B?", at + 1)) {
        BOOST_TEST(wire.find("?=", at + 10) + 2 - at <= 75U);
        ++words;
    }
    BOOST_TEST(words > 20U);
}

// Who gets a line break into a header writes the rest of the letter.
BOOST_AUTO_TEST_CASE(with_a_control_character_in_a_header_is_not_written) {
    for (std::string Letter::*member :
         {&Letter::from, &Letter::from_name, &Letter::to, &Letter::subject, &Letter::id}) {
        for (const char* bad : {"a\r\nBcc: b@example.org", "a\nb", "a\tb", "a\x7F"}) {
            Letter hostile = example;
            hostile.*member = bad;
            BOOST_CHECK_THROW(wire_text(hostile), std::invalid_argument);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
