// SPDX-License-Identifier: Apache-2.0
#include "audit/facts.h"

#include <boost/test/unit_test.hpp>

#include "audit/checklist_example.h"

using namespace cadran;
using namespace cadran::audit;

namespace {

struct Example : ChecklistExample {
    // The ids of the faults, none where there is no fault.
    std::vector<std::string> faults(const std::map<std::string, std::string>& written) {
        std::vector<std::string> ids;
        const auto facts = parse_facts(checklist(), written);
        if (facts) return ids;
        for (const Diagnostic& fault : facts.error().diagnostics) ids.push_back(fault.what.id);
        return ids;
    }
};

const std::vector<std::string> none;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(facts, Example)

BOOST_AUTO_TEST_CASE(are_values_of_their_type_in_the_order_of_the_checklist) {
    const auto facts = parse_facts(checklist(), {{"market", "group"}, {"pays_benefits", "true"}});
    BOOST_REQUIRE(facts.has_value());
    BOOST_TEST((facts->at(0) == column::Scalar(true)));
    BOOST_TEST((facts->at(1) == column::Scalar(std::string("group"))));
}

BOOST_AUTO_TEST_CASE(may_be_missing_where_they_are_not_required) {
    const auto facts = parse_facts(checklist(), {{"pays_benefits", "false"}});
    BOOST_REQUIRE(facts.has_value());
    BOOST_TEST(column::is_missing(facts->at(1)));
}

BOOST_AUTO_TEST_CASE(tell_all_their_faults_at_once) {
    const auto expect = [this](const std::map<std::string, std::string>& written,
                               const std::vector<std::string>& ids) {
        BOOST_TEST(faults(written) == ids, boost::test_tools::per_element());
    };
    expect({{"pays_benefits", "true"}}, none);
    expect({}, {"audit.fact_missing"});
    expect({{"market", "private"}, {"pays", "true"}},
           {"audit.fact_missing", "audit.unknown_code", "audit.unknown_fact"});
    expect({{"pays_benefits", "yes"}}, {"script.not_a_value"});
}

BOOST_AUTO_TEST_SUITE_END()
