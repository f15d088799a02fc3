// SPDX-License-Identifier: Apache-2.0
#include "report/management_review.h"

#include <set>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "report/management_example.h"
#include "report/read_markup.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;
using namespace std::chrono;

namespace {

std::string page(const model::ManagementDossier& dossier, Language language = Language::french) {
    return management_review_html(dossier, Catalogue(language), paris());
}

std::vector<std::string> pages() {
    model::ManagementDossier simulated = management_example();
    simulated.simulated = true;
    std::vector<std::string> pages;
    for (const Language language : {Language::french, Language::english}) {
        for (const auto& dossier : {management_example(), bare_management(), hostile_management(), simulated})
            pages.push_back(page(dossier, language));
    }
    return pages;
}

bool says(const std::string& html, std::string_view words) {
    return html.find(words) != std::string::npos;
}

// What the section of that input says.
std::string section(const std::string& html, const std::string& id) {
    for (const auto& element : of_class(read_markup(html), "section", "input")) {
        const auto found = element.attributes.find("id");
        if (found != element.attributes.end() && found->second == id) return element.text;
    }
    return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(management_review_)

BOOST_AUTO_TEST_CASE(has_a_section_for_each_input_and_says_where_it_comes_from) {
    const auto read = read_markup(page(management_example()));
    std::vector<std::string> ids;
    for (const auto& element : of_class(read, "section", "input")) {
        if (element.attributes.contains("id")) ids.push_back(element.attributes.at("id"));
    }
    BOOST_REQUIRE(ids.size() == model::all_review_inputs.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        BOOST_TEST(ids[i] == model::review_input_name(model::all_review_inputs[i]));
    BOOST_TEST(of_class(read, "span", "missing").size() == 3u);
    BOOST_TEST(of_class(read, "span", "supplied").size() == 1u);
    BOOST_TEST(of_class(read, "span", "justified").size() == 1u);
}

BOOST_AUTO_TEST_CASE(sets_an_objective_over_four_quarters_with_its_course) {
    const std::string html = page(management_example());
    const std::string words = section(html, "objectives");
    for (const char* figure : {"✗\u00a095,0\u202f%", "✗\u00a098,3\u202f%", "✓\u00a0100,0\u202f%",
                               "cible\u00a0: au moins 100\u202f%", "✗\u00a0non atteint, en progrès"})
        BOOST_TEST(says(words, figure), figure);
    const auto read = read_markup(html);
    BOOST_TEST(named(read, "circle").size() == 4u + 3u + 4u);
}

BOOST_AUTO_TEST_CASE(names_reviews_controls_and_risks_of_each_process) {
    const std::string html = page(management_example());
    BOOST_TEST(says(section(html, "performance"), "✓\u00a0signée"));
    BOOST_TEST(says(section(html, "performance"), "tenue"));
    BOOST_TEST(says(section(html, "performance"), "0 / 1"));
    BOOST_TEST(says(section(html, "monitoring"), "21\u202f164"));
    BOOST_TEST(says(section(html, "risks"), "en baisse, de 6"));
    BOOST_TEST(says(section(html, "risks"), "3 (1 × 3)"));
    BOOST_TEST(says(section(html, "improvement"), "▲\u00a0en cours, en retard"));
    BOOST_TEST(says(section(html, "nonconformities"), "✓\u00a0close"));
    BOOST_TEST(says(section(html, "context"), "seuil abaissé"));
}

BOOST_AUTO_TEST_CASE(names_the_audits_of_the_period_and_the_delegates_that_none_looked_at) {
    model::ManagementDossier dossier = management_example();
    dossier.levels = {{model::Severity::major, {"critique", "critical"}}};
    dossier.providers = {{"orbrelle", "Gestion Orbrelle", true, {"Gestion", "Management"}},
                         {"belmontais", "Cabinet Belmontais", true, {"Encaissement", "Collection"}},
                         {"varnoise", "Éditique Varnoise", false, {"Courriers", "Letters"}}};
    model::ManagedAudit audit{.number = 3,
                              .auditee = "orbrelle",
                              .title = {"Gestion Orbrelle", "Gestion Orbrelle"},
                              .state = model::AuditState::follow_up,
                              .from = 2026y / March / 2,
                              .to = 2026y / June / 12,
                              .recommendations = {{model::Severity::low, 4}, {model::Severity::major, 2}},
                              .open = 5,
                              .overdue = 1,
                              .repeats = 2,
                              .divergences = 1};
    dossier.audits = {audit};
    audit = {.number = 4,
             .subject = model::AuditSubject::process,
             .auditee = "pay-benefits",
             .title = {"Payer", "Pay"},
             .state = model::AuditState::closed,
             .from = 2026y / May / 5,
             .to = 2026y / May / 5,
             .major_nonconformities = 1,
             .others = 2};
    dossier.audits.push_back(audit);
    const std::string html = page(dossier), audits = section(html, "audits"),
                      providers = section(html, "providers");
    for (const char* words :
         {"2\u00a0critique · 4\u00a0faible", "1 non-conformité majeure · 2 autres constats", "suivi", "clos",
          "AU-4", "Un audit interne, deux remarques."})
        BOOST_TEST(says(audits, words), words << " in " << audits);
    for (const char* words :
         {"Gestion Orbrelle", "pas audité", "Éditique Varnoise", "préparé par le système"})
        BOOST_TEST(says(providers, words), words << " in " << providers);
    BOOST_TEST(!says(providers, "AU-4"));
    BOOST_TEST(
        says(html,
             "1 audit · 6 constats · 5 constats ouverts · 1 constat en retard · 2 constats répétés · 1 "
             "délégataire non audité"));
    BOOST_TEST(says(section(page(dossier, Language::english), "audits"), "2\u00a0critical · 4\u00a0low"));
}

BOOST_AUTO_TEST_CASE(says_who_supplied_what_and_with_which_document) {
    const std::string words = section(page(management_example()), "audits");
    BOOST_TEST(says(words, "Un audit interne, deux remarques."));
    BOOST_TEST(says(words, "Fourni par anne.delorme le 12/01/2027 à 09:00"));
    BOOST_TEST(says(words, "document-audits.pdf"));
    BOOST_TEST(says(words, sha256("rapport").hex()));
    BOOST_TEST(says(section(page(management_example()), "resources"), "Absence justifiée par anne.delorme"));
    BOOST_TEST(says(section(page(management_example()), "providers"), "à fournir, ou à justifier"));
}

BOOST_AUTO_TEST_CASE(ends_with_decisions_people_and_signature) {
    const std::string html = page(management_example());
    for (const char* words : {"A-12", "31/03/2027", "Rien à décider\u00a0: les effectifs suffisent",
                              "Le système reste adapté et efficace.", "Sophie Garnier",
                              "Signée par anne.delorme le 20/01/2027 à 16:00", "2\u202f048"})
        BOOST_TEST(says(html, words), words);
    BOOST_TEST(says(page(bare_management()), "Rien n’est encore décidé."));
}

BOOST_AUTO_TEST_CASE(takes_every_hostile_text_for_text) {
    for (const Language language : {Language::french, Language::english}) {
        const std::string html = page(hostile_management(), language);
        BOOST_TEST(!says(html, "<script"));
        BOOST_TEST(says(html, "&lt;script&gt;"));
        BOOST_TEST(says(html, "{{label.verify}}"));
    }
}

BOOST_AUTO_TEST_CASE(is_well_formed_and_needs_nothing_but_itself) {
    const std::set<std::string> foreign{"script", "link", "iframe", "object", "embed",
                                        "img",    "use",  "base",   "form"};
    for (const std::string& html : pages()) {
        const auto read = read_markup(html);
        for (const auto& element : read) {
            BOOST_TEST(!foreign.contains(element.name));
            for (const auto& [name, value] : element.attributes) {
                if (name == "href") BOOST_TEST(value.starts_with("#"));
                BOOST_TEST(name != "src");
                BOOST_TEST(name != "style");
                BOOST_TEST(!name.starts_with("on"));
            }
            if (element.name == "th") BOOST_TEST(element.attributes.contains("scope"));
        }
        BOOST_TEST(named(read, "h1").size() == 1u);
        BOOST_TEST(named(read, "caption").size() == named(read, "table").size());
        BOOST_TEST(named(read, "desc").size() == named(read, "svg").size());
    }
}

BOOST_AUTO_TEST_CASE(data_come_back_as_they_were_written) {
    for (const auto& dossier : {management_example(), bare_management(), hostile_management()}) {
        const Json json = management_review_json(dossier);
        BOOST_TEST((Json::parse(json.pretty_text()).value() == json));
    }
    const Json json = management_review_json(management_example());
    std::string names;
    for (const auto& [name, value] : json.object()) names += name + " ";
    BOOST_TEST(names ==
               "actions audits changes earlier inputs journal nonconformities organisation processes "
               "providers quarters review "
               "simulated ");
    BOOST_TEST(json.at("inputs").array().size() == 12u);
    const Json& indicator = json.at("processes").array().at(0).at("indicators").array().at(0);
    BOOST_TEST(indicator.at("course").string() == "better");
    BOOST_TEST(indicator.at("attainment").string() == "missed");
    BOOST_TEST(indicator.at("quarters").array().size() == 4u);
}

BOOST_AUTO_TEST_SUITE_END()
