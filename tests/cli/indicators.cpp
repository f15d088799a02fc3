// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran::cli;

BOOST_AUTO_TEST_SUITE(indicators)

BOOST_AUTO_TEST_CASE(are_charted_by_the_names_of_process_and_indicator) {
    Desk desk;
    desk.open_office();
    const Answer answer = desk.run("indicator chart pay-benefits --periods 61");
    BOOST_TEST(answer.code == exit_invalid);
    BOOST_TEST(answer.notes.find("“pay-benefits” names no indicator") != std::string::npos);
    BOOST_TEST(answer.notes.find("from 1 to 60") != std::string::npos);
    for (const char* number : {"0", "-1", "x"})
        BOOST_TEST(desk.run(std::string("indicator chart a/b --periods ") + number).code == exit_invalid);
}

BOOST_AUTO_TEST_CASE(are_listed_with_headings_where_there_are_none) {
    Desk desk;
    desk.open_office();
    desk.invite("sophie", "quality-manager");
    const Answer csv = desk.run("indicator list --format csv --token-file ../sophie.token");
    BOOST_TEST(csv.code == exit_fine);
    BOOST_TEST(csv.results == "process,indicator,period,value,target,attainment,missing,signals\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
