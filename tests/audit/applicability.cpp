// SPDX-License-Identifier: Apache-2.0
#include "audit/applicability.h"

#include <boost/test/unit_test.hpp>

#include "audit/checklist_example.h"

using namespace cadran;
using namespace cadran::audit;
using column::Scalar;

namespace {

struct Example : ChecklistExample {
    std::vector<std::string> items(const std::vector<Scalar>& facts,
                                   const std::vector<model::Assessment>& assessments = {}) {
        std::vector<std::string> ids;
        for (const auto* item :
             applicable_items(declared(), facts, assessments, {*calendar::Zone::named("UTC")}))
            ids.push_back(item->id);
        return ids;
    }
};

const Scalar group = std::string("group");
const Scalar individual = std::string("individual");

}  // namespace

BOOST_FIXTURE_TEST_SUITE(applicability, Example)

BOOST_AUTO_TEST_CASE(items_apply_where_their_condition_holds_of_the_facts) {
    const std::vector<std::string> all{"delays", "form", "register"}, less{"register"};
    BOOST_TEST(items({true, group}) == all, boost::test_tools::per_element());
    BOOST_TEST(items({false, individual}) == less, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_missing_fact_cannot_tell_is_asked) {
    const std::vector<std::string> asked{"form", "register"};
    BOOST_TEST(items({false, Scalar()}) == asked, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_item_may_depend_on_what_was_found_of_one_before) {
    const auto found = [](model::Conformity conformity) {
        return std::vector<model::Assessment>{
            {.item = "register", .verdicts = {{std::string(model::answer_criterion), conformity}}}};
    };
    const std::vector<std::string> with{"register", "causes"}, without{"register"};
    BOOST_TEST(items({false, individual}, found(model::Conformity::nonconforming)) == with,
               boost::test_tools::per_element());
    BOOST_TEST(items({false, individual}, found(model::Conformity::conforming)) == without,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
