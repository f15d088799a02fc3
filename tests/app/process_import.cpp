// SPDX-License-Identifier: Apache-2.0
#include "app/process_import.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "app/sample_workspace.h"
#include "base/file.h"
#include "definition/process_file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    Session claire = as("claire.vasseur");
    Session sophie = as("sophie.garnier");
    Session lea = as("lea.marchand");

    std::string draft(const std::string& name) const {
        return read_file(folder() / "processes" / (name + ".xml")).value();
    }
    model::Process process(const std::string& name) const {
        return definition::read_process(draft(name), name).value().process;
    }
    std::filesystem::path filled(const std::string& name, const std::string& ending = ".xlsx") {
        const auto file = root() / (name + ending);
        BOOST_REQUIRE(write_template(sophie, {file, name}));
        return file;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(process_import, Example)

BOOST_AUTO_TEST_CASE(a_template_that_the_program_filled_becomes_the_same_process) {
    for (const std::string ending : {".xlsx", ".csv"}) {
        const model::Process before = process("pay-benefits");
        const auto imported =
            import_process(sophie, {.file = filled("pay-benefits", ending), .replace = true});
        BOOST_REQUIRE_MESSAGE(imported, told(imported));
        BOOST_TEST(imported->draft == "processes/pay-benefits.xml");
        BOOST_CHECK(process("pay-benefits") == before);
    }
}

BOOST_AUTO_TEST_CASE(the_draft_can_be_handed_in_under_another_id) {
    const auto imported = import_process(sophie, {.file = filled("pay-benefits"), .id = "pay-all"});
    BOOST_REQUIRE_MESSAGE(imported, told(imported));
    BOOST_TEST(told(draft_process(sophie, "pay-all")) == "done");
}

BOOST_AUTO_TEST_CASE(a_draft_is_replaced_only_on_demand) {
    const auto file = filled("pay-benefits");
    edit_draft("processes/pay-benefits.xml", "hugo.lemaire", "lea.marchand");
    const std::string before = draft("pay-benefits");
    BOOST_TEST(told(import_process(sophie, {.file = file})) == "conflict: app.draft_exists");
    BOOST_TEST(draft("pay-benefits") == before);
    BOOST_TEST(told(import_process(sophie, {.file = file, .replace = true})) == "done");
    BOOST_TEST(draft("pay-benefits") != before);
}

BOOST_AUTO_TEST_CASE(pilots_import_their_own_processes_only) {
    const auto own = filled("pay-benefits");
    BOOST_TEST(told(import_process(claire, {.file = own, .replace = true})) == "done");
    edit_draft("processes/pay-benefits.xml", "claire.vasseur", "sophie.garnier");
    BOOST_TEST(told(import_process(claire, {.file = own, .replace = true})) == "refused: app.no_right");
    BOOST_TEST(told(import_process(lea, {.file = own, .replace = true})) == "refused: app.no_right");
    BOOST_TEST(told(write_template(lea, {root() / "x.xlsx"})) == "refused: app.no_right");
}

BOOST_AUTO_TEST_CASE(the_sheet_in_force_says_whose_process_it_is) {
    accept_rules();
    const auto file = filled("pay-benefits");
    edit_draft("processes/pay-benefits.xml", "claire.vasseur", "sophie.garnier");
    BOOST_TEST(told(import_process(claire, {.file = file, .replace = true})) == "done");
}

BOOST_AUTO_TEST_CASE(a_template_replaces_no_file_and_has_a_known_ending) {
    filled("pay-benefits");
    BOOST_TEST(told(write_template(sophie, {root() / "pay-benefits.xlsx"})) ==
               "conflict: app.template_exists");
    BOOST_TEST(told(write_template(sophie, {root() / "sheet.doc"})) == "invalid: app.template_format");
    BOOST_TEST(told(write_template(sophie, {root() / "sheet.xlsx", "pay-benefit"})) ==
               "not found: app.no_draft");
}

BOOST_AUTO_TEST_CASE(a_faulty_sheet_changes_nothing) {
    const auto file = root() / "empty.xlsx";
    BOOST_REQUIRE(write_template(sophie, {file}));
    const auto imported = import_process(sophie, {.file = file, .id = "new-one"});
    BOOST_REQUIRE(!imported);
    BOOST_TEST(imported.error().diagnostics.size() > 10U);
    BOOST_TEST(!std::filesystem::exists(folder() / "processes/new-one.xml"));
}

BOOST_AUTO_TEST_SUITE_END()
