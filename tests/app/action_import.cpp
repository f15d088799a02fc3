// SPDX-License-Identifier: Apache-2.0
#include "app/action_import.h"

#include <fmt/ranges.h>
#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/journal.h"
#include "app/sample_workspace.h"
#include "format/xlsx_writer.h"
#include "report/action_plan.h"

using namespace cadran;
using namespace cadran::app;

namespace {

namespace fs = std::filesystem;

const std::string header =
    "Processus;N°;Action;Origine;Niveau;Type;Causes;Responsable;Échéance;Avancement;Statut;Critère "
    "d’efficacité;Efficacité jugée le;Budget\n";
const std::string training =
    "pay-benefits;PA-1;Former les gestionnaires;Audit interne 2026;Secteur;Action corrective;Devis absents → "
    "Consigne inconnue;luc.moreau;30/09/2026;40 %;En cours;Plus de devis absent;31/12/2026;0 €\n";

struct Example : SampleWorkspace {
    Example() { accept_rules(); }
    Session sophie = as("sophie.garnier");
    Session claire = as("claire.vasseur");

    fs::path plan(const std::string& rows) const { return file("plan.csv", header + rows); }
    std::string imported(const fs::path& file) {
        const auto imported = import_actions(sophie, {file});
        if (!imported) return told(imported);
        return fmt::format("{} added, {} known, {}", imported->added.size(), imported->known,
                           told(imported->differing));
    }
    // `plan.csv:3:5 app.no_such_owner`, one fault after another.
    std::vector<std::string> faults(const fs::path& file) {
        const auto imported = import_actions(sophie, {file});
        std::vector<std::string> told;
        if (imported) return told;
        (void)app::told(imported);
        for (const Diagnostic& fault : imported.error().diagnostics)
            told.push_back(fmt::format("{}:{}:{} {}", fault.place.file, fault.place.line, fault.place.column,
                                       fault.what.id));
        return told;
    }
    std::vector<model::Action> actions() {
        const auto listed = list_actions(sophie, {}).value();
        std::vector<model::Action> all;
        for (const ListedAction& one : listed) all.push_back(one.action);
        return all;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(action_import, Example)

BOOST_AUTO_TEST_CASE(takes_a_plan_over_as_it_stands) {
    const auto done = import_actions(sophie, {plan(training)});
    BOOST_REQUIRE_EQUAL(told(done), "done");
    BOOST_TEST(done->added.size() == 1u);
    BOOST_TEST(done->columns.at("reference") == "N°");
    const std::vector<std::string> ignored{"Budget"};
    BOOST_TEST(done->ignored == ignored);
    const model::Action action = actions().at(0);
    BOOST_TEST(action.reference == "PA-1");
    BOOST_CHECK(action.origin == model::ActionOrigin::audit);
    BOOST_TEST(action.source == "Audit interne 2026");
    BOOST_CHECK(action.kind == model::ActionKind::corrective_action);
    BOOST_TEST(action.causes.size() == 2u);
    BOOST_TEST(action.owner == "luc.moreau");
    BOOST_CHECK(action.due == day("2026-09-30"));
    BOOST_TEST(action.progress == 40);
    BOOST_CHECK(action.state == model::ActionState::in_progress);
    BOOST_CHECK(action.effectiveness.on == day("2026-12-31"));
    // Whoever imports decided nothing.
    BOOST_TEST(action.proposed.by == "sophie.garnier");
    BOOST_TEST(!action.decided.has_value());
    BOOST_TEST(show_action(sophie, 1)->history.at(0).act == "action.import");
    BOOST_TEST(told(verify_journal(sophie)->faults) == "");
}

BOOST_AUTO_TEST_CASE(goes_on_from_there) {
    BOOST_REQUIRE_EQUAL(imported(plan(training)), "1 added, 0 known, ");
    Session luc = as("luc.moreau");
    BOOST_TEST(told(finish_action(luc, 1, "")) == "done");
    set_clock("2026-12-31T09:00:00Z");
    BOOST_TEST(told(verify_action(claire, {1, true, "aucun devis absent"})) == "done");
}

BOOST_AUTO_TEST_CASE(the_same_plan_twice_adds_nothing_and_changes_nothing) {
    BOOST_REQUIRE_EQUAL(imported(plan(training)), "1 added, 0 known, ");
    BOOST_TEST(imported(plan(training)) == "0 added, 1 known, ");
    const std::string other = "pay-benefits;PA-1;Former tout le monde;;;;;;;;;;;\n";
    const std::string fresh = "Pay all benefits;PA-2;Écrire la consigne;;;;;;;;;;;\n";
    const std::int64_t before = journal_number();
    BOOST_TEST(imported(plan(other + fresh)) == "1 added, 0 known, app.known_action_differs");
    BOOST_TEST(journal_number() == before + 1);
    BOOST_TEST(actions().at(0).text == "Former les gestionnaires");
}

BOOST_AUTO_TEST_CASE(without_a_reference_an_action_is_known_by_its_words) {
    const std::string row = "pay-benefits;;Écrire la consigne;;;;;;;;;;;\n";
    BOOST_TEST(imported(plan(row)) == "1 added, 0 known, ");
    BOOST_TEST(imported(plan(row)) == "0 added, 1 known, ");
    BOOST_TEST(imported(plan("pay-benefits;;écrire  la CONSIGNE !;;;;;;;;;;;\n")) == "0 added, 1 known, ");
}

BOOST_AUTO_TEST_CASE(every_fault_is_told_with_its_cell_and_nothing_is_imported) {
    const std::int64_t before = journal_number();
    const auto found =
        faults(plan("pay-benefits;PA-1;;;fort;magique;;;bientôt;0,5;endormie;;hier;\n"
                    "pay-benefits;PA-2;Décidée sans personne;;;;;;;;Décidée;;;\n"));
    const std::vector<std::string> expected{
        "plan.csv:2:3 definition.cell_missing", "plan.csv:2:5 definition.cell_value",
        "plan.csv:2:6 definition.cell_value",   "plan.csv:2:9 definition.cell_value",
        "plan.csv:2:10 definition.cell_value",  "plan.csv:2:11 definition.cell_value",
        "plan.csv:2:13 definition.cell_value",  "plan.csv:3:8 definition.cell_missing",
        "plan.csv:3:9 definition.cell_missing"};
    BOOST_TEST(found == expected, boost::test_tools::per_element());
    const auto meant = faults(plan(training + "pay-benefit;PA-2;Autre;;;;;inconnue;;;;;;\n" +
                                   "pay-benefits;PA-1;Encore;;;;;;;;;;;\n"));
    const std::vector<std::string> expected_meant{"plan.csv:3:1 app.process_not_in_force",
                                                  "plan.csv:3:8 app.no_such_owner",
                                                  "plan.csv:4:2 app.repeated_action"};
    BOOST_TEST(meant == expected_meant, boost::test_tools::per_element());
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(actions().empty());
}

BOOST_AUTO_TEST_CASE(a_workbook_tells_sheet_and_cell) {
    const fs::path file = root() / "plan.xlsx";
    {
        format::XlsxWriter writer(file, "plan");
        writer.begin_sheet({.name = "Notes"});
        writer.add_row({{std::string("rien")}});
        writer.begin_sheet({.name = "Suivi"});
        writer.add_row({{std::string("Processus")}, {std::string("Action")}, {std::string("Avancement")}});
        writer.add_row({{std::string("pay-benefits")}, {std::string("Former")}, {std::int64_t{140}}});
        writer.finish("listes");
    }
    const std::vector<std::string> expected{"plan.xlsx, Suivi!C2:0:0 definition.cell_value"};
    BOOST_TEST(faults(file) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(columns_are_guessed_told_once_and_remembered) {
    const fs::path own = file("own.csv", "Processus;Que faire;Chargé\npay-benefits;Former;luc.moreau\n");
    BOOST_TEST(told(import_actions(sophie, {own})) == "invalid: definition.no_action_plan");
    BOOST_TEST(told(import_actions(sophie, {own, {{"what", "Que faire"}}})) ==
               "invalid: definition.no_register_field");
    BOOST_TEST(told(import_actions(sophie, {own, {{"action", "Que faire"}, {"owner", "Qui"}}})) ==
               "invalid: definition.no_such_heading");
    BOOST_REQUIRE(import_actions(sophie, {own, {{"action", "Que faire"}, {"owner", "Chargé"}}}));
    const auto again = import_actions(sophie, {own});
    BOOST_REQUIRE_EQUAL(told(again), "done");
    BOOST_TEST(again->known == 1);
    BOOST_TEST(again->columns.at("owner") == "Chargé");
    BOOST_TEST(told(verify_journal(sophie)->faults) == "");
}

BOOST_AUTO_TEST_CASE(what_the_plan_does_not_say_is_taken_for_something_and_told) {
    const auto done =
        import_actions(sophie, {file("plan.csv",
                                     "Processus;Action;Causes;Avancement;Origine;Qui;Pour le\n"
                                     "pay-benefits;A;parce que;100;NC 12\n"
                                     "pay-benefits;B;;30;Réunion du 3 mai;luc.moreau;2026-12-31\n"
                                     "pay-benefits;C;;;risque\n")});
    BOOST_REQUIRE_EQUAL(told(done), "done");
    BOOST_TEST(done->without_level == 3);
    BOOST_TEST(done->without_kind == 3);
    BOOST_TEST(done->without_state == 3);
    const auto all = actions();
    BOOST_CHECK(all.at(0).kind == model::ActionKind::corrective_action);
    BOOST_CHECK(all.at(1).kind == model::ActionKind::improvement);
    BOOST_CHECK(all.at(0).state == model::ActionState::done);
    BOOST_CHECK(all.at(1).state == model::ActionState::in_progress);
    BOOST_CHECK(all.at(2).state == model::ActionState::proposed);
    BOOST_CHECK(all.at(0).origin == model::ActionOrigin::nonconformity);
    BOOST_TEST(all.at(0).source == "NC 12");
    BOOST_CHECK(all.at(1).origin == model::ActionOrigin::by_hand);
    BOOST_TEST(all.at(1).source == "Réunion du 3 mai");
    BOOST_TEST(all.at(2).source == "");
}

BOOST_AUTO_TEST_CASE(only_the_quality_manager_imports) {
    BOOST_TEST(told(import_actions(claire, {plan(training)})) == "refused: app.no_right");
    BOOST_TEST(actions().empty());
}

// In each state, written in each language.
BOOST_AUTO_TEST_CASE(what_is_exported_is_known_here_and_new_elsewhere) {
    std::string rows = training;
    for (const model::ActionState state : model::all_action_states) {
        const LocalText title = model::action_state_title(state);
        rows += fmt::format(
            "pay-benefits;;Action {};Risque;Structurelle;Amélioration;;luc.moreau;2026-12-31;;{};;;\n",
            title.fr, title.fr);
    }
    BOOST_REQUIRE_EQUAL(imported(plan(rows)), "8 added, 0 known, ");
    for (const Language language : {Language::french, Language::english}) {
        const fs::path file = root() / "plan.xlsx";
        const Catalogue catalogue(language);
        report::write_register(report::action_register(actions(), day("2026-10-01"), catalogue), catalogue,
                               file);
        BOOST_TEST(imported(file) == "0 added, 8 known, ");
        SampleWorkspace elsewhere;
        elsewhere.accept_rules();
        Session other = elsewhere.as("sophie.garnier");
        const auto moved = import_actions(other, {file});
        BOOST_REQUIRE_EQUAL(told(moved), "done");
        BOOST_TEST(moved->added.size() == 8u);
        const auto all = list_actions(other, {}).value();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const model::Action here = actions().at(i), there = all[i].action;
            BOOST_CHECK(here.state == there.state);
            BOOST_CHECK(here.level == there.level && here.kind == there.kind && here.origin == there.origin);
            BOOST_TEST(here.text == there.text);
            BOOST_TEST(here.source == there.source);
            BOOST_CHECK(here.causes == there.causes && here.due == there.due);
            BOOST_CHECK(here.effectiveness.on == there.effectiveness.on);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
