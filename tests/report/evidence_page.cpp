// SPDX-License-Identifier: Apache-2.0
#include "report/evidence_page.h"

#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "base/text.h"
#include "report/audit_example.h"
#include "report/evidence_data.h"
#include "report/read_csv.h"
#include "report/read_markup.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

using model::EvidenceKind;

// A quarter of the sample's process, with the audit of the example.
model::EvidenceDossier example() {
    const model::Dossier quarter = full_dossier();
    const std::string id = quarter.process.id;
    model::EvidenceDossier dossier;
    dossier.organisation = quarter.organisation;
    dossier.scope = {.clause = "8.4", .process = id, .period = calendar::Period::parse("2026-Q3")};
    dossier.clause = {"Prestataires <externes>", "External providers"};
    dossier.standard = {"ISO 9001:2015", "ISO 9001:2015"};
    dossier.first = *parse_date("2026-07-01");
    dossier.last = *parse_date("2026-09-30");
    dossier.made_at = parse_instant("2026-10-12T15:00:00Z").value();
    dossier.made_by = "sophie.garnier";
    dossier.processes[id] = quarter.process.title;
    dossier.measurements = quarter.indicators.front().points;
    model::ControlResult result;
    result.control = {"claims/over-threshold", 3, sha256("3")};
    result.population = 1204;
    result.failed = 5;
    dossier.runs = {{6, id, 2, *dossier.scope.period, {}, {result}, {}, "luc.moreau", dossier.made_at},
                    {7, id, 2, *dossier.scope.period, {}, {result}, {}, "luc.moreau", dossier.made_at}};
    dossier.reviews = {{quarter.review,
                        {"conclusion/reviews/a/review.en.html", "conclusion/reviews/a/b.xlsx",
                         "conclusion/reviews/a/key.pem", "conclusion/reviews/a/review.fr.html"}}};
    dossier.actions = quarter.actions;
    model::EvidencedAudit audit{.audit = audit_example().audit, .auditee = {"Orbrelle", "Orbrelle"}};
    for (const model::ReportedFinding& one : audit_example().findings) audit.findings.push_back(one.finding);
    audit.pieces = {{{"Notice", "Leaflet"}, "Notice <été>.pdf", dossier.first, "proof/audits/AU-2/1-n.pdf"}};
    dossier.audits = {audit};
    for (const auto& [path, kind] : std::vector<std::pair<const char*, EvidenceKind>>{
             {"conclusion/reviews/a/review.fr.html", EvidenceKind::process_review},
             {"proof/audits/AU-2/1-n.pdf", EvidenceKind::piece},
             {"proof/journal.jsonl", EvidenceKind::journal},
             {"result/measurements.csv", EvidenceKind::measurements}})
        dossier.files.push_back({.path = path, .kind = kind, .size = 3, .digest = sha256("abc")});
    dossier.journal_entries = 31;
    dossier.journal_number = 90;
    return dossier;
}

std::string html(const model::EvidenceDossier& dossier, Language language = Language::french) {
    return evidence_page_html(dossier, Catalogue(language), paris());
}

std::vector<std::string> attributes(const std::string& page, const char* element, const char* name) {
    std::vector<std::string> values;
    for (const ReadElement& one : named(read_markup(page), element)) {
        if (const auto found = one.attributes.find(name); found != one.attributes.end())
            values.push_back(found->second);
    }
    return values;
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evidence_page)

BOOST_AUTO_TEST_CASE(has_five_steps_in_the_order_of_the_proof) {
    const std::vector<std::string> steps{"method", "result", "conclusion", "action", "proof", "verify"};
    BOOST_TEST(attributes(html(example()), "section", "id") == steps, boost::test_tools::per_element());
    std::string headings;
    for (const ReadElement& one : named(read_markup(html(example())), "h2")) headings += one.text + " ";
    BOOST_TEST(headings == "Méthode Résultat Conclusion Action Preuve Vérifier ce dossier ");
}

BOOST_AUTO_TEST_CASE(leads_to_files_beside_it_and_nowhere_else) {
    for (const Language language : {Language::french, Language::english}) {
        for (const std::string& link : attributes(html(example(), language), "a", "href")) {
            BOOST_TEST(!says(link, ":"), link);
            BOOST_TEST(!link.starts_with("/"), link);
        }
        BOOST_TEST(named(read_markup(html(example(), language)), "script").empty());
    }
    BOOST_TEST(says(html(example()), R"(<a href="result/measurements.csv">)"));
    BOOST_TEST(says(html(example()), R"(<a href="proof/audits/AU-2/1-n.pdf">)"));
}

BOOST_AUTO_TEST_CASE(leads_to_the_page_in_the_reader_s_language_first) {
    const auto first_link = [](const std::string& page) {
        for (const std::string& link : attributes(page, "a", "href"))
            if (link.starts_with("conclusion/")) return link;
        return std::string();
    };
    BOOST_TEST(first_link(html(example())) == "conclusion/reviews/a/review.fr.html");
    BOOST_TEST(first_link(html(example(), Language::english)) == "conclusion/reviews/a/review.en.html");
}

BOOST_AUTO_TEST_CASE(is_read_aloud_with_its_headings_and_captions) {
    const auto elements = read_markup(html(example()));
    const auto tables = named(elements, "table");
    BOOST_TEST(tables.size() == named(elements, "caption").size());
    BOOST_TEST(tables.size() == 7u);
    for (const ReadElement& heading : named(elements, "th"))
        BOOST_TEST(heading.attributes.contains("scope"), heading.text);
    BOOST_TEST(named(elements, "h1").size() == 1u);
    BOOST_TEST(named(elements, "html").front().attributes.at("lang") == "fr");
}

BOOST_AUTO_TEST_CASE(says_what_it_is_of) {
    const std::string page = html(example());
    for (const char* words :
         {"Article 8.4", "Prestataires &lt;externes&gt;", "3e trimestre 2026", "du 01/07/2026 au 30/09/2026",
          "12/10/2026", "sophie.garnier", "31 écritures du journal", "Notice &lt;été&gt;.pdf"})
        BOOST_TEST(says(page, words), words);
    BOOST_TEST(!says(page, "Rien n’a été trouvé"));
}

BOOST_AUTO_TEST_CASE(says_where_nothing_is) {
    model::EvidenceDossier nothing;
    nothing.scope.clause = "7.1.5";
    nothing.last = *parse_date("2026-09-30");
    nothing.journal_left_out = true;
    const std::string page = html(nothing);
    BOOST_TEST(says(page, "Rien n’a été trouvé pour l’article 7.1.5"));
    BOOST_TEST(says(page, "depuis le début, jusqu’au 30/09/2026"));
    BOOST_TEST(says(page, "ne donne pas accès au journal"));
    BOOST_TEST(of_class(read_markup(page), "p", "nothing").size() == 5u);
    BOOST_TEST(named(read_markup(page), "table").empty());
}

BOOST_AUTO_TEST_CASE(of_a_sample_workspace_says_that_nothing_is_real) {
    model::EvidenceDossier simulated = example();
    simulated.simulated = true;
    BOOST_TEST(!of_class(read_markup(html(simulated)), "aside", "simulation").empty());
    BOOST_TEST(of_class(read_markup(html(example())), "aside", "simulation").empty());
}

BOOST_AUTO_TEST_CASE(shows_the_last_run_of_a_period) {
    std::size_t shown = 0;
    for (const ReadElement& one : named(read_markup(html(example())), "th"))
        if (one.text == "claims/over-threshold") ++shown;
    BOOST_TEST(shown == 1u);
}

BOOST_AUTO_TEST_CASE(runs_are_data_with_a_line_a_control) {
    const auto lines = read_csv(control_runs_csv(example().runs), ',');
    BOOST_REQUIRE(lines.size() == 3u);
    BOOST_TEST(lines[0][5] == "control");
    BOOST_TEST(lines[1][5] == "claims/over-threshold");
    BOOST_TEST(lines[1][8] == "1204");
    BOOST_TEST(lines[1][11] == "5");
}

BOOST_AUTO_TEST_CASE(audit_findings_are_data_without_words) {
    const auto findings = example().audits.front().findings;
    const std::string csv = audit_findings_csv(findings);
    BOOST_TEST(findings.size() > 3u);
    for (const model::AuditFinding& one : findings) {
        BOOST_TEST(says(csv, model::audit_finding_name(one)));
        BOOST_TEST(!says(csv, one.text));
        const bool named = !one.owner.empty() && says(csv, one.owner);
        BOOST_TEST(!named);
    }
}

BOOST_AUTO_TEST_CASE(the_manifest_says_what_each_file_is) {
    const Json manifest =
        evidence_manifest(example(), {.path = "index.html", .size = 9, .digest = sha256("page")});
    const Json::Array& files = manifest.at("files").array();
    BOOST_REQUIRE(files.size() == 5u);
    BOOST_TEST(files[0].at("name").string() == "index.html");
    BOOST_TEST(files[0].at("step").is_null());
    BOOST_TEST(files[1].at("kind").string() == "process-review");
    BOOST_TEST(files[1].at("step").string() == "conclusion");
    BOOST_TEST(manifest.at("scope").canonical_text() ==
               R"({"clause":"8.4","first":"2026-07-01","last":"2026-09-30","period":"2026-Q3",)"
               R"("process":"pay-benefits"})");
}

BOOST_AUTO_TEST_CASE(the_manifest_has_every_member_of_its_schema) {
    const Json schema = Json::parse(resource("core/report/schemas/evidence.json")).value();
    const Json manifest =
        evidence_manifest(example(), {.path = "index.html", .size = 9, .digest = sha256("page")});
    const auto same_members = [](const Json& properties, const Json& object) {
        for (const auto& [name, value] : object.object())
            BOOST_TEST(properties.object().contains(name), name);
        BOOST_TEST(properties.object().size() == object.object().size());
    };
    const Json& properties = schema.at("properties");
    same_members(properties, manifest);
    same_members(properties.at("scope").at("properties"), manifest.at("scope"));
    same_members(properties.at("journal").at("properties"), manifest.at("journal"));
    same_members(properties.at("files").at("items").at("properties"), manifest.at("files").array()[0]);
}

BOOST_AUTO_TEST_SUITE_END()
