// SPDX-License-Identifier: Apache-2.0
#include "audit/proposal.h"

#include <boost/test/unit_test.hpp>

#include "audit/applicability.h"
#include "audit/checklist_example.h"

using namespace cadran;
using namespace cadran::audit;
using model::Conformity;
using namespace std::chrono_literals;

namespace {

const Date due = 2026y / std::chrono::April / 13;

struct Example : ChecklistExample {
    model::Audit audit;
    std::map<std::string, std::int64_t> repeats;

    Example() {
        audit.pieces = {{.item = "delays", .due = due}, {.item = "form", .due = due}};
        deliver("delays", due);
        deliver("form", due);
    }

    void deliver(const std::string& item, Date received) {
        audit.piece(item)->state = model::PieceState::received;
        audit.piece(item)->deliveries = {{.file = {}, .received = received, .mark = {}}};
    }

    void assess(const std::string& item, const std::string& criterion, Conformity conformity) {
        audit.assessments.push_back({.item = item, .verdicts = {{criterion, conformity}}});
    }

    // `delays high missing`
    std::vector<std::string> proposals() {
        const std::vector<column::Scalar> facts{true, std::string("group")};
        const auto items =
            applicable_items(declared(), facts, audit.assessments, {*calendar::Zone::named("UTC")});
        script::Grader grader(files, plugin, "sample/visit");
        std::vector<std::string> told;
        for (const Proposal& one : propose(grader, checklist(), items, facts, audit, repeats))
            told.push_back(
                fmt::format("{} {} {}", one.item, model::severity_name(one.level.value()), one.reason));
        return told;
    }

    void expect(const std::vector<std::string>& wanted) {
        BOOST_TEST(proposals() == wanted, boost::test_tools::per_element());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(proposal, Example)

BOOST_AUTO_TEST_CASE(of_what_is_in_order_there_is_none) {
    assess("delays", "conformity", Conformity::conforming);
    expect({});
}

BOOST_AUTO_TEST_CASE(names_what_is_missing_late_or_nonconforming) {
    audit.piece("delays")->state = model::PieceState::rejected;
    deliver("form", 2026y / std::chrono::April / 20);
    assess("register", "answer", Conformity::nonconforming);
    expect({"delays high missing", "form low late", "register medium weak"});
}

BOOST_AUTO_TEST_CASE(shows_the_judge_each_criterion_of_a_piece) {
    deliver("form", 2026y / std::chrono::April / 20);
    assess("form", "conformity", Conformity::nonconforming);
    expect({"form medium weak"});
}

BOOST_AUTO_TEST_CASE(knows_what_was_recommended_before) {
    assess("register", "answer", Conformity::nonconforming);
    repeats["register"] = 1;
    expect({"register major again"});
}

BOOST_AUTO_TEST_SUITE_END()
