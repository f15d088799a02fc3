// SPDX-License-Identifier: Apache-2.0
#include "report/digest.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::report;

namespace {

struct Example {
    Catalogue french{Language::french};
    Catalogue english{Language::english};
};

DigestContent content(std::vector<DigestLine> lines) {
    return {"Mutuelle", "claire.vasseur", "Claire Vasseur", *parse_date("2026-11-21"),
            false,      std::move(lines)};
}

const DigestLine late{"A-12 : former les équipes", "action", "Prestations",
                      parse_date("2026-11-01"),    true,     {},
                      "action finish 12"};
const DigestLine soon{"Projet à accepter", "projet", "", {}, false, {}, "process accept pay-benefits"};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(digest, Example)

BOOST_AUTO_TEST_CASE(says_in_its_subject_how_many_things_and_how_many_late) {
    BOOST_TEST(digest_letter(content({late, soon, soon}), french).subject ==
               "Cadran\u00a0: 3 choses à faire, dont 1 en retard");
    BOOST_TEST(digest_letter(content({soon}), french).subject == "Cadran\u00a0: 1 chose à faire");
    BOOST_TEST(digest_letter(content({late, soon}), english).subject == "Cadran: 2 things to do, 1 overdue");
}

BOOST_AUTO_TEST_CASE(has_each_thing_with_its_date_and_its_command_in_text_and_html) {
    const DigestLetter letter = digest_letter(content({late, soon}), french);
    for (const std::string_view part :
         {"Claire Vasseur", "A-12", "former les équipes", "Prestations", "en retard depuis le 01/11/2026",
          "cadran action finish 12", "dès que possible", "cadran process accept pay-benefits",
          "cadran account address claire.vasseur --digest never"}) {
        BOOST_TEST(has(letter.text, part), part);
        BOOST_TEST(has(letter.html, part), part);
    }
    BOOST_TEST(letter.text.find("A-12") < letter.text.find("Projet"));
    BOOST_TEST(!has(letter.text, "simulation"));
}

BOOST_AUTO_TEST_CASE(says_from_whom_something_came_up) {
    DigestLine risen = late;
    risen.first_awaited = {"luc.moreau"};
    BOOST_TEST(
        has(digest_letter(content({risen}), french).text, "remonté jusqu’à vous, attendu de luc.moreau"));
    BOOST_TEST(!has(digest_letter(content({late}), french).text, "remonté"));
}

BOOST_AUTO_TEST_CASE(lets_no_text_become_markup_or_a_control_character) {
    DigestLine hostile = late;
    hostile.what = "<script>alert(1)</script>\x07";
    const DigestLetter letter = digest_letter(content({hostile}), english);
    BOOST_TEST(!has(letter.html, "<script"));
    BOOST_TEST(!has(letter.text, "\x07"));
}

BOOST_AUTO_TEST_CASE(of_a_sample_says_that_it_is_simulated) {
    DigestContent sample = content({soon});
    sample.simulated = true;
    BOOST_TEST(has(digest_letter(sample, french).text, "simulation"));
    BOOST_TEST(has(digest_letter(sample, french).html, "simulation"));
}

BOOST_AUTO_TEST_SUITE_END()
