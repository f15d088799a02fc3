// SPDX-License-Identifier: Apache-2.0
// How answers of `cadran data` reach people and programs.
#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

struct Analyst : Desk {
    Analyst() {
        open_office();
        invite("mia", "plugin-author");
        invite("noe", "quality-manager");
        BOOST_REQUIRE_EQUAL(run("plugin draft claims --token-file ../mia.token").code, exit_fine);
        BOOST_REQUIRE_EQUAL(
            run("plugin accept claims --from 2026-07-01 --reason x --token-file ../noe.token").code,
            exit_fine);
    }
    // Claims with a number each, of so many euros.
    void claims(const std::vector<std::pair<std::string, int>>& amounts) const {
        std::string text =
            "number;member;beneficiary;provider;act;care_date;received_on;amount;handler;iban;paid_on\n";
        for (const auto& [number, amount] : amounts)
            text += fmt::format("{};A;A-1;PS;optical;01/07/2026;01/07/2026;{},00;H01;;\n", number, amount);
        write("claims.csv", text);
    }
    Answer ask(const std::string& question) {
        return run(fmt::format("data {} --file ../claims.csv --token-file ../noe.token", question));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(data, Analyst)

BOOST_AUTO_TEST_CASE(is_drawn_for_people_and_told_to_programs) {
    claims({{"C1", 10}, {"C2", 20}, {"C3", 30}, {"C4", 400}});
    const Answer shown = ask("stratify claim --by amount --bounds 100");
    BOOST_TEST(shown.code == exit_fine);
    BOOST_TEST(shown.results.find("€100.00      3           75.0%       €60.00         13.0%  "
                                  "██████████████████████████████\n") != std::string::npos,
               shown.results);
    const Answer told = ask("stratify claim --by amount --bounds 100 --format csv");
    BOOST_TEST(told.results ==
               "from,below,count,count_share,sum,sum_share\r\n"
               ",100.00 EUR,3,75.0,60.00 EUR,13.0\r\n"
               "100.00 EUR,,1,25.0,400.00 EUR,87.0\r\n");
    BOOST_TEST(told.notes == "4 records analysed\n");
}

BOOST_AUTO_TEST_CASE(is_cut_on_the_screen_and_whole_in_a_file) {
    std::vector<std::pair<std::string, int>> every_other;
    for (int i = 0; i < 250; ++i) every_other.emplace_back(fmt::format("C{:04}", 2 * i), 10);
    claims(every_other);
    const Answer shown = ask("gaps claim --by number --csv ../gaps.csv");
    BOOST_TEST(shown.code == exit_found);
    BOOST_TEST(std::ranges::count(shown.results, '\n') == 1 + 200 + 3);
    BOOST_TEST(shown.results.find("49 rows more") != std::string::npos);
    BOOST_TEST(std::ranges::count(read_file(home() / "gaps.csv").value(), '\n') == 1 + 249);
    BOOST_TEST(std::ranges::count(ask("gaps claim --by number --format csv").results, '\n') == 1 + 249);
}

BOOST_AUTO_TEST_CASE(is_asked_for_with_a_hint_where_a_name_is_wrong) {
    claims({{"C1", 10}});
    const Answer answer = ask("stratify claim --by amont --bounds 100");
    BOOST_TEST(answer.code == exit_invalid);
    BOOST_TEST(answer.notes.find("amount") != std::string::npos, answer.notes);
}

BOOST_AUTO_TEST_SUITE_END()
