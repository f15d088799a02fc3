// SPDX-License-Identifier: Apache-2.0
#include "app/audit_sample.h"

#include <boost/test/unit_test.hpp>

#include "app/audit_workspace.h"
#include "app/journal.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : AuditWorkspace {
    Example() { fieldwork(); }

    // Entries of which every third one is open still.
    std::filesystem::path list(int count) {
        std::string text = "number;opened_on;closed\n";
        for (int i = 1; i <= count; ++i)
            text += fmt::format("E{:02};2026-06-{:02};{}\n", i, i % 28 + 1, i % 3 == 0 ? "false" : "true");
        return file("entries.csv", text);
    }

    Result<DrawnSample> draw(const std::filesystem::path& list) {
        Session one = auditor();
        return draw_sample(one, {1, "entries", list});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_sample, Example)

BOOST_AUTO_TEST_CASE(states_population_method_seed_and_sample) {
    const auto drawn = draw(list(30));
    BOOST_REQUIRE_EQUAL(told(drawn), "done");
    const model::Sampling& sampling = drawn->sampling;
    BOOST_TEST(sampling.records == 30);
    BOOST_TEST(sampling.population == 20);
    BOOST_TEST(sampling.drawn.size() == 2u);
    BOOST_TEST(sampling.seed.size() == 32u);
    BOOST_TEST(sampling.list.name == "entries.csv");
    BOOST_TEST(drawn->method.find("close") != std::string::npos);
    BOOST_REQUIRE(drawn->records.size() == 2u);
    BOOST_TEST(drawn->records[0].front() == sampling.drawn[0]);
    BOOST_TEST(drawn->records[0].back() == "true");
    BOOST_TEST((audit().samplings.front().drawn == sampling.drawn));
}

// Else an auditor, or whoever helps one, would draw until a pleasant sample came.
BOOST_AUTO_TEST_CASE(is_the_same_however_often_it_is_drawn) {
    const auto first = draw(list(30));
    BOOST_REQUIRE_EQUAL(told(first), "done");
    Session one = auditor();
    BOOST_REQUIRE_EQUAL(told(assess_item(one, {1, "register", {{"answer", model::Conformity::conforming}}})),
                        "done");
    const auto again = draw(list(30));
    BOOST_REQUIRE_EQUAL(told(again), "done");
    BOOST_TEST((again->sampling.drawn == first->sampling.drawn));
    BOOST_TEST(again->sampling.seed == first->sampling.seed);
    const auto corrected = draw(list(60));
    BOOST_REQUIRE_EQUAL(told(corrected), "done");
    BOOST_TEST(corrected->sampling.seed == first->sampling.seed);
    BOOST_TEST(audit().samplings.size() == 1u);
}

BOOST_AUTO_TEST_CASE(says_which_lines_of_the_list_it_could_not_read) {
    const auto drawn = draw(
        file("entries.csv", "number;opened_on;closed\nE1;2026-06-01;true\nE2;tantôt;true\nE3;2026-06-02;\n"));
    BOOST_REQUIRE_EQUAL(told(drawn), "done");
    BOOST_TEST(drawn->sampling.records == 2);
    BOOST_TEST(drawn->sampling.rejected == 1);
    BOOST_TEST(drawn->sampling.not_checked == 1);
    BOOST_REQUIRE(drawn->rejects.size() == 1u);
    BOOST_TEST(drawn->rejects[0].line == 3);
}

BOOST_AUTO_TEST_CASE(what_was_seen_of_it_is_recorded) {
    const auto drawn = draw(list(30));
    BOOST_REQUIRE_EQUAL(told(drawn), "done");
    Session one = auditor();
    BOOST_TEST(told(examine_sample(one, 1, {"entry", {}})) == "not found: model.sample_not_drawn");
    BOOST_TEST(told(examine_sample(one, 1, {"entries", {"E99"}})) == "invalid: model.not_in_the_sample");
    BOOST_TEST(told(examine_sample(one, 1, {"entries", {drawn->sampling.drawn[1]}, "à reprendre"})) ==
               "done");
    BOOST_TEST((*audit().samplings[0].nonconforming == std::vector{drawn->sampling.drawn[1]}));
    BOOST_TEST(told(draw(list(30))) == "conflict: model.sample_examined");
    const auto dossier = show_audit(one, 1);
    BOOST_REQUIRE_EQUAL(told(dossier), "done");
    BOOST_TEST(dossier->samplings.at(0).title.fr == "inscriptions");
    BOOST_TEST(dossier->samplings.at(0).item.fr == "registre");
}

BOOST_AUTO_TEST_CASE(a_wrong_name_or_file_leaves_the_audit_as_it_was) {
    Session one = auditor();
    BOOST_TEST(told(draw_sample(one, {1, "entry", list(3)})) == "not found: app.no_such_sample");
    BOOST_TEST(told(draw(root() / "absent.csv")) != "done");
    BOOST_TEST(told(draw(file("entries.csv", "a;b\n1;2\n"))) != "done");
    BOOST_TEST(audit().samplings.empty());
}

BOOST_AUTO_TEST_CASE(the_auditee_sees_none_before_the_report) {
    BOOST_REQUIRE_EQUAL(told(draw(list(30))), "done");
    Session other = auditee();
    const auto seen = show_audit(other, 1);
    BOOST_REQUIRE_EQUAL(told(seen), "done");
    BOOST_TEST(seen->samplings.empty());
    BOOST_TEST(seen->audit.samplings.empty());
}

BOOST_AUTO_TEST_SUITE_END()
