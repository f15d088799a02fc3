// SPDX-License-Identifier: Apache-2.0
#include "model/process.h"

#include <boost/test/unit_test.hpp>

#include "model/record_type.h"

using namespace cadran;
using namespace cadran::model;
using namespace std::chrono;

BOOST_AUTO_TEST_SUITE(process)

BOOST_AUTO_TEST_CASE(has_the_target_in_force_at_a_date) {
    Indicator indicator;
    indicator.targets = {
        {2026y / January / 1, {95, 0}}, {2026y / July / 1, {980, 1}}, {2027y / January / 1, {100, 0}}};
    BOOST_CHECK(!indicator.target_at(2025y / December / 31));
    BOOST_CHECK((indicator.target_at(2026y / January / 1)->value == Decimal{95, 0}));
    BOOST_CHECK((indicator.target_at(2026y / June / 30)->value == Decimal{95, 0}));
    BOOST_CHECK((indicator.target_at(2026y / July / 1)->value == Decimal{98, 0}));
    BOOST_CHECK((indicator.target_at(2040y / May / 2)->value == Decimal{100, 0}));
}

BOOST_AUTO_TEST_CASE(finds_its_indicators) {
    Process process;
    process.indicators.resize(2);
    process.indicators[0].id = "delay";
    process.indicators[1].id = "decided-before-payment";
    BOOST_REQUIRE(process.find_indicator("decided-before-payment") != nullptr);
    BOOST_TEST(process.find_indicator("decided-before-payment")->id == "decided-before-payment");
    BOOST_TEST(process.find_indicator("unknown") == nullptr);
}

BOOST_AUTO_TEST_CASE(offers_its_decisions_to_joins) {
    const RecordType type = decision_record_type();
    BOOST_TEST(type.name == "decision");
    BOOST_TEST((type.schema->names() == std::vector<std::string>{"control", "key", "verdict", "decided_at"}));
    BOOST_TEST(type.schema->field(type.key).name == "key");
    BOOST_TEST(type.schema->field(type.event_date).name == "decided_at");
    BOOST_TEST(type.schema->field(2).codes.size() == 5u);
    BOOST_TEST(type.schema->field(2).codes[0].name == "released");
    BOOST_TEST(!type.has_secrets());
}

BOOST_AUTO_TEST_CASE(knows_record_types_that_hold_secrets) {
    RecordType type;
    type.schema = std::make_shared<column::Schema>(
        std::vector<column::Field>{{.name = "number"}, {.name = "iban", .type = column::Type::secret}});
    BOOST_TEST(type.has_secrets());
}

BOOST_AUTO_TEST_SUITE_END()
