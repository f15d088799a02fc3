// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "report/indicators.h"
#include "report/review.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string text(const Json& json) {
    return json.canonical_text();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review_json_)

BOOST_AUTO_TEST_CASE(comes_back_as_it_was_written) {
    for (const auto& dossier : {sample_dossier(), hostile_dossier(), bare_dossier()}) {
        const Json json = review_json(dossier);
        BOOST_TEST((Json::parse(json.pretty_text()).value() == json));
    }
}

BOOST_AUTO_TEST_CASE(names_every_part_of_the_dossier) {
    const Json json = review_json(sample_dossier());
    std::string names;
    for (const auto& [name, value] : json.object()) names += name + " ";
    BOOST_TEST(names ==
               "actions controls cycle in_force_from indicators journal nonconformities organisation process "
               "process_version quality review risks sheet_changes simulated ");
    BOOST_TEST(json.at("organisation").string() == "Mutuelle des Trois Rivières");
    BOOST_TEST(json.at("simulated").boolean() == false);
    BOOST_TEST(json.at("process_version").integer() == 2);
    BOOST_TEST(json.at("in_force_from").string() == "2026-07-01");
    BOOST_TEST(text(json.at("journal")) == R"({"head":")" + sha256("journal").hex() + R"(","number":1284})");
    BOOST_TEST(text(json.at("cycle")) ==
               R"({"number":3,"period":"2026-Q3","process":"pay-benefits","revision":4,"stage":"act"})");
}

BOOST_AUTO_TEST_CASE(carries_each_action_as_it_stood) {
    BOOST_TEST(text(review_json(sample_dossier()).at("actions")) ==
               R"([{"criterion":"plus de devis absent","due":"2026-09-30","follows":0,"indicator":"",)"
               R"("judged_on":null,"judgement":null,"kind":"corrective-action","level":"sector",)"
               R"("name":"PA-4","number":4,"overdue":true,"owner":"luc.moreau","progress":40,)"
               R"("state":"in-progress","text":"Former les gestionnaires"}])");
}

BOOST_AUTO_TEST_CASE(carries_what_the_review_looks_at_besides_figures) {
    const Json json = review_json(full_dossier());
    BOOST_TEST(text(json.at("quality")) == R"({"checked":60,"contested":1,"right":57})");
    BOOST_TEST(text(json.at("nonconformities")) ==
               R"([{"actions":2,"extent":"Tout le trimestre","findings":2,"finished_actions":1,"number":3,)"
               R"("requirement":"Procédure Prestations, § 4","title":"Devis absents"}])");
    BOOST_TEST(text(json.at("risks").array().at(2)) ==
               R"({"before":null,"impact":2,"level":{"en":"high","fr":"élevé"},"likelihood":3,)"
               R"("opportunity":true,"response":{"en":"Project","fr":"Projet"},)"
               R"("title":{"en":"Electronic claims","fr":"Télétransmission"}})");
    BOOST_TEST(text(json.at("sheet_changes")) ==
               R"([{"approver":"sophie.garnier","author":"claire.vasseur","changes":[)"
               R"({"en":"target from 95% to 100%","fr":"cible de 95 % à 100 %"}],"from":"2026-08-01",)"
               R"("reason":"revue du 2e trimestre","review":"2026-Q2","version":2}])");
    BOOST_TEST(text(json.at("indicators").array().at(0).at("proposal")) ==
               R"({"proposal":"act","raised_target":null,"target":"100"})");
    BOOST_TEST(review_json(bare_dossier()).at("quality").is_null());
}

BOOST_AUTO_TEST_CASE(carries_the_process_sheet) {
    const Json json = review_json(sample_dossier()).at("process");
    BOOST_TEST(json.at("id").string() == "pay-benefits");
    BOOST_TEST(json.at("pilot").string() == "claire.vasseur");
    BOOST_TEST(text(json.at("backups")) == R"(["hugo.lemaire","ines.caron"])");
    BOOST_TEST(text(json.at("title")) == R"({"en":"Pay benefits","fr":"Verser les prestations"})");
    BOOST_TEST(text(json.at("start_event")) ==
               R"({"en":"reception of a claim","fr":"réception d’une demande de remboursement"})");
    BOOST_TEST(text(json.at("end_event")) ==
               R"({"en":"payment or reasoned refusal","fr":"paiement ou refus motivé"})");
    BOOST_TEST(json.at("purpose").at("en").string() ==
               "Reimburse each member the right amount, within the announced time.");
    BOOST_TEST(text(json.at("controls")) ==
               R"([{"control":"claims/over-threshold","parameters":{"threshold":"1000.00 EUR"}}])");
    BOOST_TEST(text(json.at("objectives")) ==
               R"([{"id":"checked-first","indicator":"decided-before-payment",)"
               R"("text":{"en":"No payment above the threshold without a check before it",)"
               R"("fr":"Aucun paiement au-dessus du seuil sans contrôle préalable"}}])");
    BOOST_TEST(
        text(json.at("indicators")) ==
        R"([{"direction":"higher","frequency":"month","id":"decided-before-payment","measure":"claims/decided-before-payment",)"
        R"("targets":[{"from":"2026-01-01","value":"100"}],)"
        R"("title":{"en":"Share of payments above the threshold decided before payment",)"
        R"("fr":"Part des paiements au-dessus du seuil décidés avant paiement"}}])");
}

BOOST_AUTO_TEST_CASE(carries_the_steps_of_the_review) {
    const Json json = review_json(sample_dossier()).at("review");
    BOOST_TEST(
        text(json) ==
        R"({"conclusion":"Trois paiements sont partis avant leur contrôle.\nLe fichier de paiement ne prendra plus que la liste des bons à payer.",)"
        R"("held":{"at":"2026-10-08T12:30:00Z","by":"claire.vasseur"},"number":4,)"
        R"("pack":[{"name":"review.html","sha256":")" +
            sha256("html").hex() + R"("},{"name":"VERIFY.txt","sha256":")" + sha256("steps").hex() +
            R"("}],"participants":["claire.vasseur","luc.moreau","nadia.belkacem"],"period":"2026-Q3",)"
            R"("prepared":{"at":"2026-10-05T08:12:00Z","by":"claire.vasseur"},"process":"pay-benefits","revision":3,)"
            R"("signed":{"at":"2026-10-08T15:00:00Z","by":"claire.vasseur"},"state":"signed"})");
    BOOST_TEST(review_json(bare_dossier()).at("review").at("held").is_null());
    BOOST_TEST(review_json(bare_dossier()).at("review").at("signed").is_null());
}

BOOST_AUTO_TEST_CASE(carries_every_measurement) {
    const model::Dossier dossier = sample_dossier();
    const Json json = review_json(dossier).at("indicators").array().front();
    BOOST_TEST(json.at("objective").at("en").string() ==
               "No payment above the threshold without a check before it");
    BOOST_TEST(json.at("indicator").at("id").string() == "decided-before-payment");
    BOOST_TEST((json.at("points") == indicators_json(dossier.indicators.front().points)));
    BOOST_TEST(json.at("whole").at("period").string() == "2026-Q3");
    BOOST_TEST(json.at("previous").is_null());
    BOOST_TEST(json.at("trend").at("periods").array().size() == 3u);
    BOOST_TEST(json.at("trend").at("signals").array().empty());
    BOOST_TEST(json.at("whole").at("value").string() == "95.0");
}

BOOST_AUTO_TEST_CASE(carries_what_the_controls_found) {
    const Json json = review_json(sample_dossier()).at("controls").array().front();
    BOOST_TEST(
        text(json.at("totals")) ==
        R"({"control":{"hash":")" + sha256("plugin").hex() +
            R"(","id":"claims/over-threshold","version":2},"errors":0,"failed":61,"fresh":61,"not_applicable":0,)"
            R"("not_checked":3,"parameters":{"threshold":"1000.00 EUR"},"passed":0,"population":21164,"selected":61})");
    BOOST_TEST(json.at("control").string() == "claims/over-threshold");
    BOOST_TEST(json.at("title").at("en").string() == "Complete check before payment above the threshold");
    BOOST_TEST(json.at("population").at("en").string() == "amount above €1,000.00 and not paid yet");
    BOOST_TEST(json.at("released").integer() == 52);
    BOOST_TEST(json.at("refused").integer() == 6);
    BOOST_TEST(json.at("corrected").integer() == 3);
    BOOST_TEST(json.at("open").integer() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
