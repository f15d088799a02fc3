// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "report/audit_example.h"
#include "report/audit_report.h"
#include "report/docx_template.h"
#include "report/read_markup.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string part(const std::string& bytes, const std::string& name = "word/document.xml") {
    const auto parts = read_docx(bytes, "read.docx").value();
    for (const DocxPart& one : parts) {
        if (one.name == name) return one.bytes.substr(one.bytes.find("<w:"));  // behind the declaration
    }
    return {};
}

std::string docx(const model::AuditDossier& dossier, Language language = Language::french,
                 const std::optional<DocxTemplate>& own = {}) {
    return audit_report_docx(dossier, Catalogue(language), paris(), own).value();
}

DocxTemplate ours(const std::string& bytes) {
    return {"ours.docx", bytes};
}

// The letters of the document, paragraph after paragraph.
std::string text_of(const std::string& document) {
    std::string text;
    for (const ReadElement& one : read_markup(document)) {
        if (one.name == "w:p") text += one.text + "\n";
    }
    return text;
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_report_docx_)

BOOST_AUTO_TEST_CASE(holds_what_the_page_says) {
    const std::string text = text_of(part(docx(audit_example())));
    for (const char* words : {"Orbrelle Gestion\n", "Rapport définitif, émis le 18/06/2027\n",
                              "Recommandations de niveau majeur (1)\n", "▲ relevé pour la 2e fois",
                              "Un justificatif manque sur quinze.\n", "✗\u00a0non remise\n", "AU-1 (2026)\n"})
        BOOST_TEST(says(text, words), words);
    BOOST_TEST(
        says(text_of(part(docx(audit_example(), Language::english))), "Recommendations, level major (1)\n"));
}

BOOST_AUTO_TEST_CASE(is_well_formed_and_the_same_whatever_it_is_made_of) {
    for (const auto& dossier :
         {audit_example(), provisional_audit(), bare_audit(), hostile_audit(), large_audit()}) {
        const std::string bytes = docx(dossier);
        BOOST_TEST(bytes == docx(dossier));
        for (const char* name : {"word/document.xml", "word/header1.xml", "word/footer1.xml"}) {
            const std::string markup = part(bytes, name);
            BOOST_CHECK_NO_THROW(read_markup(markup));
            if (dossier.organisation == audit_example().organisation) BOOST_TEST(!says(markup, "{{"));
        }
    }
}

BOOST_AUTO_TEST_CASE(says_on_each_page_that_it_is_provisional_or_invented) {
    BOOST_TEST(says(part(docx(provisional_audit()), "word/header1.xml"), "PROVISOIRE"));
    BOOST_TEST(!says(part(docx(audit_example()), "word/header1.xml"), "PROVISOIRE"));
    model::AuditDossier dossier = audit_example();
    dossier.simulated = true;
    BOOST_TEST(says(part(docx(dossier), "word/header1.xml"), "SIMULATION"));
}

BOOST_AUTO_TEST_CASE(is_made_from_the_organisations_own_document) {
    const auto own = ours(docx_of({{"[Content_Types].xml", "t"},
                                   {"word/document.xml", "<w:p><w:t>{{name}}: {{auditee}}</w:t></w:p>"}}));
    BOOST_TEST(part(docx(audit_example(), Language::french, own)) ==
               "<w:p><w:t>AU-2: Orbrelle Gestion</w:t></w:p>");
}

BOOST_AUTO_TEST_CASE(our_template_can_be_given_back) {
    const auto own = ours(audit_report_template());
    BOOST_TEST(docx(audit_example(), Language::french, own) == docx(audit_example()));
}

BOOST_AUTO_TEST_CASE(a_place_that_the_report_has_not_or_that_takes_markup_is_a_fault) {
    const auto own =
        ours(docx_of({{"[Content_Types].xml", "t"},
                      {"word/document.xml",
                       "<w:p><w:t>{{auditeee}} {{{distribution}}} {{&auditee}} {{>file}}</w:t></w:p>"}}));
    const auto made = audit_report_docx(audit_example(), Catalogue(Language::french), paris(), own);
    BOOST_REQUIRE(!made);
    std::string places;
    for (const Diagnostic& fault : made.error().diagnostics) {
        BOOST_TEST(fault.place.file == "ours.docx");
        BOOST_TEST(fault.what.id == "report.template_place");
        places += std::get<std::string>(fault.what.arguments.front().second) + " ";
    }
    BOOST_TEST(places == "&auditee >file auditeee {distribution ");
}

BOOST_AUTO_TEST_CASE(a_template_is_checked_before_there_is_a_report) {
    const auto faults = [](const std::string& words) {
        return audit_template_faults(
            ours(docx_of({{"[Content_Types].xml", "t"}, {"word/document.xml", words}})));
    };
    BOOST_TEST(audit_template_faults(ours(audit_report_template())).empty());
    BOOST_TEST(faults("<w:p><w:t>{{auditee}}</w:t></w:p>").empty());
    BOOST_TEST(faults("<w:p><w:t>{{auditeee}}</w:t></w:p>").size() == 1u);
    BOOST_TEST(audit_template_faults(ours("text")).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
