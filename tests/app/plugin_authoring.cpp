// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_authoring.h"

#include <boost/test/unit_test.hpp>

#include "app/check.h"
#include "app/plugin.h"
#include "app/sample_workspace.h"
#include "base/file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Authors : SampleWorkspace {
    Session malik = as("malik.dahmani");
    Session luc = as("luc.moreau");
    bool has(const char* path) const { return std::filesystem::exists(folder() / path); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(plugin_authoring, Authors)

BOOST_AUTO_TEST_CASE(makes_a_draft_that_passes_the_check_and_its_own_examples) {
    const MadePlugin made = new_plugin(malik, {"car-repairs", "Réparations \"auto\""}).value();
    BOOST_TEST(made.record == "car_repairs");
    BOOST_TEST(made.files.size() == 4u);
    BOOST_TEST(check_drafts(malik).value().faults.empty());
    const auto tests = test_plugin(malik, "car-repairs", {.draft = true}).value();
    BOOST_REQUIRE(tests.size() == 1u);
    BOOST_TEST(tests[0].examples == 4);
    BOOST_TEST(tests[0].differences.empty());
    BOOST_TEST(show_plugin(malik, "car-repairs", {.draft = true}).value().title.fr == "Réparations \"auto\"");
}

BOOST_AUTO_TEST_CASE(refuses_a_name_in_use_or_that_cannot_be_one_and_writes_nothing) {
    BOOST_TEST(told(new_plugin(malik, {"claims"})) == "conflict: app.plugin_exists");
    BOOST_TEST(told(new_plugin(malik, {"claim"})) == "conflict: app.record_exists");
    BOOST_TEST(told(new_plugin(malik, {"../outside"})).starts_with("invalid: script.bad_name"));
    BOOST_TEST(told(new_plugin(malik, {"Repairs"})).starts_with("invalid: script.bad_name"));
    BOOST_TEST(!has("plugins/claim"));
    BOOST_TEST(!has("annotations"));
}

BOOST_AUTO_TEST_CASE(is_for_those_who_may_draft) {
    BOOST_TEST(told(new_plugin(luc, {"repairs"})) == "refused: app.no_right");
    BOOST_TEST(told(annotate_plugin(luc, "claims")) == "refused: app.no_right");
    BOOST_TEST(!has("plugins/repairs"));
}

BOOST_AUTO_TEST_CASE(gives_editors_the_fields_and_parameters_of_the_plugin) {
    const std::string path = annotate_plugin(malik, "claims").value();
    const std::string text = read_file(folder() / path).value();
    for (const char* line :
         {"---@class cadran.claim\n", "---@field paid_on? cadran.Date date of payment\n",
          "---@class cadran.claims.over_threshold\n", "---@field threshold cadran.Money Amount above"})
        BOOST_TEST(text.find(line) != std::string::npos, line << " in " << text);
    BOOST_TEST(has("annotations/judging.lua"));
    BOOST_TEST(has("plugins/claims/.luarc.json"));
    BOOST_TEST(check_drafts(malik).value().faults.empty());
}

BOOST_AUTO_TEST_SUITE_END()
