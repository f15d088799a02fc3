// SPDX-License-Identifier: Apache-2.0
#include "app/risk_import.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "app/journal.h"
#include "app/sample_workspace.h"
#include "base/file.h"
#include "definition/process_file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

constexpr const char* sheet = "processes/pay-benefits.xml";

const std::string header =
    "Processus;Réf;Événement redouté;Probabilité;Gravité;Traitement;Plan d’action;Anglais;Actions EN\n";

struct Example : SampleWorkspace {
    Session claire = as("claire.vasseur");
    Session sophie = as("sophie.garnier");
    Session lea = as("lea.marchand");
    const std::map<std::string, std::string, std::less<>> columns{
        {"title", "Événement redouté"}, {"title-en", "Anglais"}, {"response-en", "Actions EN"}};

    std::filesystem::path table(const std::string& rows) const { return file("registre.csv", header + rows); }
    std::string draft() const { return read_file(folder() / sheet).value(); }
    std::vector<model::Risk> risks() const {
        return definition::risks_of(definition::process_elements(draft(), sheet).value());
    }
    const model::Risk* find(const std::vector<model::Risk>& all, const std::string& id) const {
        const auto risk = std::ranges::find(all, id, &model::Risk::id);
        return risk == all.end() ? nullptr : &*risk;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(risk_import, Example)

BOOST_AUTO_TEST_CASE(adds_and_updates_risks_and_leaves_the_rest_as_it_was) {
    edit_draft(sheet, "<purpose>", "<!-- à revoir --><purpose>");
    const std::string before = draft();
    const std::string known = risks().front().id;
    const auto imported =
        import_risks(sophie, {table("pay-benefits;" + known +
                                    ";Nouveau titre;3;4;Réduire;Suivi;New title;Watch\n"
                                    "Payer l’ensemble des prestations;;Panne du logiciel;2;5 - "
                                    "Critique;Accepter;Rien;System down;Nothing\n"),
                              columns});
    BOOST_REQUIRE_MESSAGE(imported, told(imported));
    BOOST_REQUIRE(imported->drafts.size() == 1U);
    BOOST_TEST(imported->drafts[0].added == 1);
    BOOST_TEST(imported->drafts[0].updated == 1);
    BOOST_TEST(imported->same_residual == 2);
    BOOST_TEST(imported->to_mend.empty());
    const auto after = risks();
    BOOST_TEST(find(after, known)->title.fr == "Nouveau titre");
    BOOST_REQUIRE(find(after, "system-down") != nullptr);
    BOOST_TEST(find(after, "system-down")->inherent.impact == 5);
    const std::string text = draft();
    BOOST_TEST(text.substr(0, text.find("<risks>")) == before.substr(0, before.find("<risks>")));
    BOOST_TEST(text.substr(text.find("</risks>")) == before.substr(before.find("</risks>")));
    BOOST_TEST(text.find("<!-- à revoir -->") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_register_twice_changes_nothing_more) {
    const auto file = table("pay-benefits;;Panne;2;3;accepter;Rien;Breakdown;Nothing\n");
    BOOST_REQUIRE(import_risks(sophie, {file, columns}));
    const std::string once = draft();
    const auto again = import_risks(sophie, {file, columns});
    BOOST_REQUIRE(again);
    BOOST_TEST(again->drafts[0].unchanged == 1);
    BOOST_TEST(draft() == once);
}

BOOST_AUTO_TEST_CASE(columns_are_remembered_and_journalled) {
    const auto file = table("pay-benefits;;Panne;2;3;accepter;Rien;Breakdown;Nothing\n");
    BOOST_TEST(told(import_risks(sophie, {file})) == "invalid: definition.no_register");
    BOOST_REQUIRE(import_risks(sophie, {file, columns}));
    BOOST_TEST(told(import_risks(sophie, {file})) == "done");
    auto auditor = as(
        model::Account{"eve", "Eve", {model::Role::external_auditor, model::Role::quality_manager}, {}, ""});
    const auto proof = verify_journal(auditor);
    BOOST_REQUIRE(proof);
    BOOST_TEST(proof->faults.empty());
}

BOOST_AUTO_TEST_CASE(every_fault_of_the_register_is_told_with_its_cell) {
    const std::string before = draft();
    const auto imported =
        import_risks(sophie, {table("pay-benefit;;Panne;2;3;accepter;Rien;Breakdown;Nothing\n"
                                    "pay-benefits;;Autre;11;fort;ignorer;;Other;\n"
                                    ";;;;;;;;\n"
                                    "pay-benefits;;Panne;2;3;accepter;Rien;;Nothing\n"),
                              columns});
    BOOST_REQUIRE(!imported);
    const std::string all = told(imported);
    for (const char* id : {"definition.cell_value", "definition.cell_missing"})
        BOOST_TEST(all.find(id) != std::string::npos);
    BOOST_TEST(imported.error().diagnostics.front().place.line == 3);
    BOOST_TEST(told(import_risks(sophie, {table("pay-benefit;;Panne;2;3;accepter;Rien;Breakdown;Nothing\n"
                                                "pay-benefits;;Panne;2;3;accepter;Rien;;Nothing\n"),
                                          columns})) ==
               "invalid: app.no_such_process, app.risk_untranslated");
    BOOST_TEST(draft() == before);
}

BOOST_AUTO_TEST_CASE(opportunities_are_told_from_risks_and_need_no_treatment) {
    const std::string head = "Processus;Risque / opportunité;Risque;Probabilité;Gravité;Traitement;Mesures\n";
    const auto register_of = [&](const std::string& rows) { return file("mixte.csv", head + rows); };
    const auto opportunities = [&] {
        return definition::opportunities_of(definition::process_elements(draft(), sheet).value());
    };
    const std::string before = draft();
    const std::size_t known_risks = risks().size(), known = opportunities().size();
    const auto mixed = register_of(
        "pay-benefits;Opportunité;Signature à distance;3;4;;Essai\n"
        "pay-benefits;;Panne;2;3;accepter;Rien\n"
        "pay-benefits;positif;Dépôt en ligne;2;2;;Portail\n");
    const auto imported = import_risks(sophie, {mixed, {}, true});
    BOOST_REQUIRE_MESSAGE(imported, told(imported));
    BOOST_TEST(imported->drafts.at(0).added == 3);
    BOOST_TEST(imported->same_residual == 1);
    BOOST_TEST(imported->to_mend.empty());
    BOOST_TEST(risks().size() == known_risks + 1);
    BOOST_REQUIRE(opportunities().size() == known + 2);
    BOOST_TEST(opportunities().back().id == "depot-en-ligne");
    BOOST_TEST(opportunities()[known].rating.impact == 4);
    BOOST_TEST(draft().substr(draft().find("</risks>")) == before.substr(before.find("</risks>")));
    const auto again = import_risks(sophie, {mixed, {}, true});
    BOOST_REQUIRE(again);
    BOOST_TEST(again->drafts.at(0).unchanged == 3);
    BOOST_TEST(told(import_risks(
                   sophie, {register_of("pay-benefits;financier;Panne;2;3;accepter;Rien\n"), {}, true})) ==
               "invalid: definition.cell_value");
}

BOOST_AUTO_TEST_CASE(one_language_is_enough_where_allowed) {
    const auto imported =
        import_risks(sophie, {table("pay-benefits;;Panne;2;3;accepter;Rien;;\n"), columns, true});
    BOOST_REQUIRE(imported);
    BOOST_TEST(imported->untranslated == 2);
    BOOST_TEST(find(risks(), "panne")->title.en == "Panne");
}

BOOST_AUTO_TEST_CASE(what_the_drafts_lack_now_is_told) {
    const auto imported = import_risks(
        sophie, {table("pay-benefits;;Panne;2;3;réduire;Secours;Breakdown;Stand-by\n"), columns});
    BOOST_REQUIRE(imported);
    BOOST_TEST(told(imported->to_mend).find("definition.risk_without_control") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(pilots_import_into_their_own_processes_only) {
    const auto file = table(
        "pay-benefits;;Panne;2;3;accepter;Rien;Breakdown;Nothing\n"
        "manage-contracts;;Panne;2;3;accepter;Rien;Breakdown;Nothing\n");
    const std::string before = draft();
    BOOST_TEST(told(import_risks(lea, {file, columns})) == "refused: app.no_right");
    BOOST_TEST(draft() == before);
}

BOOST_AUTO_TEST_CASE(a_comment_inside_an_updated_risk_is_told_as_lost) {
    const std::string known = risks().front().id;
    const std::string tag = "<risk id=\"" + known + "\"";
    const auto end = draft().find('>', draft().find(tag));
    const std::string whole = draft().substr(draft().find(tag), end + 1 - draft().find(tag));
    edit_draft(sheet, whole, whole + "<!-- vu en comité -->");
    const auto imported = import_risks(
        sophie, {table("pay-benefits;" + known + ";Autre;1;1;accepter;Rien;Other;Nothing\n"), columns});
    BOOST_REQUIRE_MESSAGE(imported, told(imported));
    BOOST_TEST(imported->drafts[0].lost_comments == 1);
}

BOOST_AUTO_TEST_SUITE_END()
