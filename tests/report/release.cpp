// SPDX-License-Identifier: Apache-2.0
#include "report/release.h"

#include <boost/test/unit_test.hpp>

#include "report/read_csv.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

using Line = std::vector<std::string>;

namespace {

model::Decision decision(model::Verdict verdict, std::string reason) {
    return {"F-0123456789abcdef", verdict,      {},
            std::move(reason),    "luc.moreau", parse_instant("2026-07-25T15:00:00Z").value()};
}

ReleaseRow row(std::optional<model::Decision> decided) {
    return {"F-0123456789abcdef",    "claim",           "S-2026-07-0042", Money{123'456, {}}, "H03",
            "claims/over-threshold", std::move(decided)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(release)

BOOST_AUTO_TEST_CASE(is_written_for_french_spreadsheets) {
    const std::string csv =
        released_csv({row(decision(model::Verdict::released, ""))}, Language::french, paris());
    BOOST_TEST(
        csv ==
        "\xEF\xBB\xBF"
        "anomalie;type d’enregistrement;enregistrement;montant;devise;gestionnaire;contrôle;décision;décidé "
        "le;décidé par\r\n"
        "F-0123456789abcdef;claim;S-2026-07-0042;1234,56;EUR;H03;claims/over-threshold;bon à "
        "payer;2026-07-25 17:00;luc.moreau\r\n");
}

BOOST_AUTO_TEST_CASE(has_its_headers_in_the_language_asked_for) {
    const auto lines = read_csv(
        released_csv({row(decision(model::Verdict::released, ""))}, Language::english, paris()), ';');
    BOOST_TEST(lines[0][3] == "amount");
    BOOST_TEST(lines[1][3] == "1234,56");
    BOOST_TEST(lines[1][7] == "released");
}

BOOST_AUTO_TEST_CASE(says_why_a_payment_stays_suspended) {
    const auto lines =
        read_csv(suspended_csv(
                     {row({}), row(decision(model::Verdict::refused, "soin non couvert ; « hors contrat »"))},
                     Language::french, paris()),
                 ';');
    BOOST_REQUIRE(lines.size() == 3u);
    const Line waiting{"F-0123456789abcdef",
                       "claim",
                       "S-2026-07-0042",
                       "1234,56",
                       "EUR",
                       "H03",
                       "claims/over-threshold",
                       "en attente",
                       "",
                       "",
                       "pas encore de décision"};
    BOOST_TEST(lines[1] == waiting, boost::test_tools::per_element());
    BOOST_TEST(lines[2][7] == "refusé");
    BOOST_TEST(lines[2][9] == "luc.moreau");
    BOOST_TEST(lines[2][10] == "soin non couvert ; « hors contrat »");
}

BOOST_AUTO_TEST_CASE(lets_no_text_become_a_formula) {
    const std::vector<std::string> formulas{"=HYPERLINK(\"x\")", "+1+1", "-1+cmd|'/C calc'!A0",
                                            "@SUM(A1)",          "\t=1", "\r=1"};
    for (const std::string& formula : formulas) {
        ReleaseRow hostile = row(decision(model::Verdict::refused, formula));
        hostile.finding = hostile.type = hostile.key = hostile.handler = hostile.control =
            hostile.decision->by = formula;
        hostile.amount = formula;
        const auto lines = read_csv(suspended_csv({hostile}, Language::french, paris()), ';');
        for (const std::size_t cell : {0u, 1u, 2u, 3u, 5u, 6u, 9u, 10u})
            BOOST_TEST(lines[1][cell] == "'" + formula);
    }
}

BOOST_AUTO_TEST_CASE(writes_amounts_so_that_they_stay_numbers) {
    const std::vector<std::pair<column::Scalar, std::string>> cases{
        {Money{-5, {}}, "-0,05"}, {Money{100'000'000, {}}, "1000000,00"},
        {Money{0, {}}, "0,00"},   {std::int64_t{12}, "12"},
        {column::Missing{}, ""},  {column::Secret{1}, "(secret)"},
    };
    for (const auto& [amount, expected] : cases) {
        ReleaseRow written = row({});
        written.amount = amount;
        BOOST_TEST(read_csv(released_csv({written}, Language::french, paris()), ';')[1][3] == expected);
    }
}

BOOST_AUTO_TEST_CASE(an_empty_list_is_its_header) {
    BOOST_TEST(read_csv(released_csv({}, Language::french, paris()), ';').size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
