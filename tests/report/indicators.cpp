// SPDX-License-Identifier: Apache-2.0
#include "report/indicators.h"

#include <boost/test/unit_test.hpp>

#include "report/read_csv.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

using Line = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(indicators)

BOOST_AUTO_TEST_CASE(csv_says_each_measurement_on_a_line) {
    BOOST_TEST(indicators_csv({point("2026-08", 18, 20)}) ==
               "process,indicator,period,numerator,denominator,excluded,value,target,attainment,measured_at,"
               "measured_by,exceptions,unit,upper_target,comment,interval_low,interval_high,reason\r\n"
               "pay-benefits,decided-before-payment,2026-08,18,20,0,90.0,100,missed,2026-10-05T08:00:00Z,"
               "claire.vasseur,2,percent,,,,,\r\n");
}

BOOST_AUTO_TEST_CASE(csv_leaves_empty_what_is_not_known) {
    auto measurement = point("2026-Q3", 0, 0);
    measurement.target = {};
    measurement.excluded = 7;
    const auto lines = read_csv(indicators_csv({measurement}), ',');
    const Line expected{"pay-benefits",
                        "decided-before-payment",
                        "2026-Q3",
                        "0",
                        "0",
                        "7",
                        "",
                        "",
                        "nothing to measure",
                        "2026-10-05T08:00:00Z",
                        "claire.vasseur",
                        "0",
                        "percent",
                        "",
                        "",
                        "",
                        "",
                        ""};
    BOOST_TEST(lines.at(1) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(csv_comes_back_whatever_the_texts_hold) {
    auto measurement = point("2026-08", 18, 20);
    measurement.process = "a, \"b\"\nc";
    const auto lines = read_csv(indicators_csv({measurement, point("2026-09", 1, 1)}), ',');
    BOOST_REQUIRE(lines.size() == 3u);
    BOOST_TEST(lines[1][0] == measurement.process);
}

BOOST_AUTO_TEST_CASE(csv_holds_no_formula) {
    auto measurement = point("2026-08", 18, 20);
    measurement.comment = "=HYPERLINK(\"x\")";
    measurement.figure = Decimal{-125, 1};
    const auto lines = read_csv(indicators_csv({measurement}), ',');
    BOOST_TEST(lines.at(1).at(14) == "'" + measurement.comment);
    BOOST_TEST(lines.at(1).at(6) == "-12.5");
}

BOOST_AUTO_TEST_CASE(json_carries_what_a_figure_rests_on) {
    const Json json = indicators_json({point("2026-08", 18, 20)});
    const std::string plugin = sha256("plugin").hex();
    BOOST_TEST(
        json.canonical_text() ==
        R"([{"attainment":"missed","comment":"","denominator":20,"direction":"higher",)"
        R"("exceptions":[{"key":"P-2026-08-0018","type":"payment"},{"key":"P-2026-08-0019","type":"payment"}],)"
        R"("excluded":0,"imports":[1,2],"indicator":"decided-before-payment",)"
        R"("interval":null,)"
        R"("measured_at":"2026-10-05T08:00:00Z","measured_by":"claire.vasseur",)"
        R"("measures":[{"hash":")" +
            plugin +
            R"(","id":"claims/decided-before-payment","version":2}],)"
            R"("number":7,"numerator":18,"period":"2026-08","process":"pay-benefits","reason":"",)"
            R"("sampled":false,"source":"measure","target":"100","unit":"percent","upper_target":null,"upper_warning":null,)"
            R"("value":"90.0","warning":null}])");
}

BOOST_AUTO_TEST_CASE(tell_the_interval_of_a_sample_and_why_a_figure_was_restated) {
    auto measurement = point("2026-08", 57, 60);
    measurement.sampled = true;
    measurement.reason = "late payment";
    const Json json = indicators_json({measurement}).array().front();
    BOOST_TEST(json.at("interval").canonical_text() == R"({"high":"98.3","low":"86.3"})");
    BOOST_TEST(json.at("reason").string() == "late payment");
    const auto lines = read_csv(indicators_csv({measurement}), ',');
    BOOST_TEST(lines.at(1).at(15) == "86.3");
    BOOST_TEST(lines.at(1).at(17) == "late payment");
}

BOOST_AUTO_TEST_CASE(json_says_null_for_what_is_not_known) {
    auto measurement = point("2026-08", 0, 0);
    measurement.target = {};
    const Json json = indicators_json({measurement});
    BOOST_TEST(json.array().front().at("value").is_null());
    BOOST_TEST(json.array().front().at("target").is_null());
}

BOOST_AUTO_TEST_SUITE_END()
