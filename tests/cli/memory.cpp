// SPDX-License-Identifier: Apache-2.0
// How much memory a command may take is said on its line or in the environment.
#include <boost/test/unit_test.hpp>

#include <regex>

#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

struct Author : Desk {
    Author() {
        open_office();
        invite("mia", "plugin-author");
        BOOST_REQUIRE_EQUAL(run("plugin draft claims --token-file ../mia.token").code, exit_fine);
        write("claims.csv",
              "number;member;beneficiary;provider;act;care_date;received_on;amount;handler;iban;paid_on\n"
              "C1;A;A-1;PS;optical;01/07/2026;01/07/2026;1500,00;H01;;\n");
    }
    Answer replay(const std::string& options) {
        return run(
            "control replay claims/over-threshold --draft --file ../claims.csv --token-file ../mia.token " +
            options);
    }
};

// Of what a refusal says, in megabytes.
int least_of(const Answer& refused) {
    std::smatch found;
    const std::regex sentence("5 MB of memory do not do: it takes at least ([0-9]+) MB");
    BOOST_REQUIRE_MESSAGE(std::regex_search(refused.notes, found, sentence), refused.notes);
    return std::stoi(found[1]);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(memory, Author)

BOOST_AUTO_TEST_CASE(that_does_not_do_is_refused_with_what_would) {
    const Answer refused = replay("--memory 5MB");
    BOOST_TEST(refused.code == exit_refused);
    BOOST_TEST(refused.results == "");
    constexpr int what_the_answer_itself_took = 10;
    const int least = least_of(refused) + what_the_answer_itself_took;
    const Answer done = replay(fmt::format("--memory {}MB", least));
    BOOST_TEST(done.code == exit_found, done.notes);
    BOOST_TEST(done.notes == replay("").notes);
}

BOOST_AUTO_TEST_CASE(is_taken_from_the_environment_unless_the_line_says_it) {
    environment["CADRAN_MEMORY"] = "5Mo";
    BOOST_TEST(replay("").code == exit_refused);
    BOOST_TEST(replay("--memory 2GB").code == exit_found);
}

BOOST_AUTO_TEST_CASE(is_a_number_with_a_unit) {
    for (const char* faulty : {"lots", "512", "0MB", "1.5GB", "-1MB", "99999999999999GB"}) {
        const Answer refused = replay(std::string("--memory ") + faulty);
        BOOST_TEST(refused.code == exit_invalid, faulty);
        BOOST_TEST(refused.notes.find("such as 512MB or 2GB") != std::string::npos, refused.notes);
    }
}

BOOST_AUTO_TEST_SUITE_END()
