// SPDX-License-Identifier: Apache-2.0
#include "report/audit_report.h"

#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "report/audit_example.h"
#include "report/level_bars.h"
#include "report/read_markup.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string html(const model::AuditDossier& dossier, Language language = Language::french) {
    return audit_report_html(dossier, Catalogue(language), paris());
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

std::string text_of(const std::vector<ReadElement>& elements) {
    std::string text;
    for (const ReadElement& element : elements) text += element.text + "\n";
    return text;
}

// The section under that heading.
std::string section(const std::string& page, const std::string& heading) {
    for (const ReadElement& element : named(read_markup(page), "section")) {
        if (says(element.text, heading)) return element.text;
    }
    return {};
}

const Json* member(const Json& object, std::string_view name) {
    const auto found = object.object().find(name);
    return found == object.object().end() ? nullptr : &found->second;
}

// What of the document the schema does not know, or asks for in vain: names of members only.
void compare(const Json& document, const Json& schema, const Json& definitions, const std::string& place,
             std::vector<std::string>& faults) {
    if (const Json* reference = member(schema, "$ref")) {
        const std::string name = reference->string().substr(std::string_view("#/$defs/").size());
        return compare(document, definitions.at(name), definitions, place, faults);
    }
    if (const Json* choices = member(schema, "anyOf")) {
        if (!document.is_null()) compare(document, choices->array().front(), definitions, place, faults);
        return;
    }
    if (const Json* items = member(schema, "items")) {
        for (const Json& one : document.array()) compare(one, *items, definitions, place + "[]", faults);
        return;
    }
    const Json* properties = member(schema, "properties");
    if (properties == nullptr) return;
    for (const Json& name : schema.at("required").array()) {
        if (member(document, name.string()) == nullptr)
            faults.push_back(place + "/" + name.string() + " is missing");
    }
    for (const auto& [name, value] : document.object()) {
        const Json* known = member(*properties, name);
        if (known == nullptr)
            faults.push_back(place + "/" + name + " is unknown");
        else
            compare(value, *known, definitions, place + "/" + name, faults);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_report)

BOOST_AUTO_TEST_CASE(is_well_formed_whatever_it_is_made_of) {
    for (const auto& dossier :
         {audit_example(), provisional_audit(), bare_audit(), hostile_audit(), large_audit()}) {
        for (const Language language : {Language::french, Language::english}) {
            const std::string page = html(dossier, language);
            BOOST_CHECK_NO_THROW(read_markup(page));
            BOOST_TEST(!says(page, "<script"));
        }
    }
}

BOOST_AUTO_TEST_CASE(orders_recommendations_by_level_the_gravest_first) {
    const auto titles = of_class(read_markup(html(audit_example())), "h3", "group-title");
    BOOST_TEST(
        text_of(titles) ==
        "Recommandations de niveau majeur (1)\nRecommandations de niveau élevé (1)\nRecommandations de "
        "niveau moyen (1)\nRecommandations de niveau faible (1)\nRecommandations de niveau très faible "
        "(1)\n");
}

BOOST_AUTO_TEST_CASE(says_that_a_finding_was_made_before) {
    const std::string page = section(html(audit_example()), "Constats et recommandations");
    BOOST_TEST(says(page, "relevé pour la 2e fois"));
    BOOST_TEST(says(page, "R-8, audit AU-1\u00a0: Obtenir les justificatifs des ayants droit."));
}

BOOST_AUTO_TEST_CASE(reports_both_sides_of_a_divergence_and_the_former_text) {
    const std::string page = section(html(audit_example()), "Divergences");
    for (const char* words :
         {"Contesté par Inès Robin le 04/06/2027", "Le délai court de la clôture comptable.",
          "Reverser dans les dix jours.", "Niveau initial", "élevé"})
        BOOST_TEST(says(page, words), words);
}

BOOST_AUTO_TEST_CASE(puts_colons_as_the_language_does) {
    const std::string english = html(audit_example(), Language::english);
    BOOST_TEST(says(english, "Contested by Inès Robin on 4 Jun 2027: Le délai court"));
    BOOST_TEST(says(html(audit_example()), "le 04/06/2027\u00a0: Le délai court"));
}

BOOST_AUTO_TEST_CASE(keeps_what_was_withdrawn_apart_and_uncounted) {
    const std::string page = html(audit_example());
    BOOST_TEST(!says(section(page, "Constats et recommandations"), "R-33"));
    BOOST_TEST(says(section(page, "Constats retirés"), "Exact : la pièce était sans objet."));
    const std::string bars = text_of(named(read_markup(page), "desc"));
    BOOST_TEST(bars ==
               "majeur\u00a0: 1, élevé\u00a0: 1, moyen\u00a0: 1, faible\u00a0: 1, très faible\u00a0: 1\n");
}

BOOST_AUTO_TEST_CASE(tells_late_missing_and_rejected_pieces_apart) {
    const std::string page = section(html(audit_example()), "Jours de retard");
    for (const char* words : {"✗\u00a0non remise", "✗\u00a0rejetée", "Le fichier contient les relances.",
                              "✗\u00a0non conforme", "?\u00a0non vérifié"})
        BOOST_TEST(says(page, words), words);
    const auto cells = of_class(read_markup(html(audit_example())), "td", "missed");
    BOOST_TEST(says(text_of(cells), "9\n"));  // days late
    BOOST_TEST(
        says(html(audit_example()), "Reçues\u00a0: 5, dont en retard\u00a0: 1\u00a0; acceptées\u00a0: 3"));
}

// ISO 19011:2018, A.6: whoever reads it can draw the same sample again.
BOOST_AUTO_TEST_CASE(states_how_each_sample_was_drawn_and_what_was_seen) {
    const std::string page = section(html(audit_example()), "Échantillons tirés au sort");
    for (const char* words :
         {"391 enregistrements, sur 412 lus (3 lignes illisibles, 1 sans la valeur demandée)",
          "date de radiation vide, un échantillon de 30", "00112233445566778899aabbccddeeff",
          "tête du journal le 11/05/2027", "AF-0007, AF-0042",
          "1 non conforme sur 30\u00a0: AF-0042\u00a0; échantillon\u00a0: entre 0,6", "Une pièce manque.",
          "✗\u00a0non conforme"})
        BOOST_TEST(says(page, words), words);
    BOOST_TEST(!says(html(bare_audit()), "Échantillons"));
}

BOOST_AUTO_TEST_CASE(an_audit_from_outside_says_whose_it_is) {
    model::AuditDossier dossier = bare_audit();
    dossier.audit.subject = model::AuditSubject::organisation;
    dossier.audit.auditor = "Certification Exemple";
    const std::string page = html(dossier);
    for (const char* words : {"Audité par", "Audit mené par Certification Exemple", "Registre tenu par"})
        BOOST_TEST(says(page, words), words);
}

BOOST_AUTO_TEST_CASE(is_provisional_until_the_final_report_is_issued) {
    BOOST_TEST(of_class(read_markup(html(audit_example())), "div", "watermark").empty());
    BOOST_TEST(says(html(audit_example()), "Rapport définitif, émis le 18/06/2027"));
    model::AuditDossier dossier = audit_example();
    for (const model::AuditState state : model::all_audit_states) {
        using enum model::AuditState;
        dossier.audit.state = state;
        const bool is_final = state == final_report || state == follow_up || state == closed;
        const auto marks = of_class(read_markup(html(dossier)), "div", "watermark");
        BOOST_TEST(marks.empty() == is_final, model::audit_state_name(state));
    }
    BOOST_TEST(says(html(provisional_audit(), Language::english), "PROVISIONAL"));
}

BOOST_AUTO_TEST_CASE(says_what_is_empty) {
    const std::string page = html(bare_audit());
    for (const char* words : {"Aucun point fort", "Aucun constat", "Aucune divergence", "Aucune pièce",
                              "aucune question", "Aucune échéance"})
        BOOST_TEST(says(page, words), words);
    BOOST_TEST(!says(page, "D’un audit à l’autre"));
    BOOST_TEST(!says(page, "<svg"));
}

BOOST_AUTO_TEST_CASE(compares_with_earlier_audits) {
    const std::string page = section(html(audit_example()), "D’un audit à l’autre");
    for (const char* words : {"AU-1 (2026)", "AU-2 (2027)", "nouveaux\u00a0: 4\u00a0; déjà relevés\u00a0: 1"})
        BOOST_TEST(says(page, words), words);
}

BOOST_AUTO_TEST_CASE(dates_are_those_of_the_zone) {
    model::AuditDossier dossier = audit_example();
    dossier.audit.finished->at = parse_instant("2027-06-17T22:30:00Z").value();
    BOOST_TEST(says(html(dossier), "émis le 18/06/2027"));
}

BOOST_AUTO_TEST_CASE(bars_say_their_numbers) {
    std::map<model::Severity, std::int64_t> counts;
    std::map<model::Severity, LocalText> levels;
    for (const model::Severity level : model::all_severities) {
        counts[level] = static_cast<std::int64_t>(level) * 2;
        levels[level] = model::severity_title(level);
    }
    const auto bars = read_markup(level_bars(counts, levels, Catalogue(Language::english)));
    BOOST_TEST(text_of(named(bars, "text")) == "major\n8\nhigh\n6\nmedium\n4\nlow\n2\nvery low\n0\n");
    BOOST_TEST(named(bars, "rect").size() == 4u);
    BOOST_TEST(of_class(bars, "rect", "major").front().number("width") ==
               4 * of_class(bars, "rect", "low").front().number("width"));
}

BOOST_AUTO_TEST_CASE(data_obey_their_schema) {
    const Json schema = Json::parse(resource("core/report/schemas/audit.json")).value();
    for (const auto& dossier : {audit_example(), provisional_audit(), bare_audit(), hostile_audit()}) {
        const Json data = audit_report_json(dossier);
        BOOST_TEST((Json::parse(data.pretty_text()).value() == data));
        std::vector<std::string> faults;
        compare(data, schema, schema.at("$defs"), "", faults);
        BOOST_TEST(faults == std::vector<std::string>{}, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(data_carry_what_was_found_and_answered) {
    const Json data = audit_report_json(audit_example());
    BOOST_TEST(data.at("by_level").canonical_text() ==
               R"({"high":1,"low":1,"major":1,"medium":1,"very low":1})");
    const Json& repeated = data.at("findings").array().at(1);
    BOOST_TEST(repeated.at("repeats").canonical_text() == R"({"audit":1,"number":8})");
    BOOST_TEST(repeated.at("times").integer() == 2);
    const Json& amended = data.at("findings").array().at(2);
    BOOST_TEST(amended.at("divergence").boolean());
    BOOST_TEST(amended.at("settled").at("former_level").string() == "high");
    BOOST_TEST(data.at("items").array().at(1).at("piece").at("days_late").integer() == 9);
    BOOST_TEST(data.at("items").array().at(4).at("conformity").string() == "not_checked");
}

BOOST_AUTO_TEST_SUITE_END()
