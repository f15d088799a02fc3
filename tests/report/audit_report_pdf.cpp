// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "report/audit_example.h"
#include "report/audit_report.h"
#include "report/read_pdf.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string pdf(const model::AuditDossier& dossier, Language language = Language::french) {
    return audit_report_pdf(dossier, Catalogue(language), paris());
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_on_paper)

BOOST_AUTO_TEST_CASE(holds_what_the_page_says) {
    const std::string text = words_of(pdf(audit_example()));
    for (const char* words :
         {"Orbrelle Gestion", "Rapport définitif, émis le 18/06/2027", "Recommandations de niveau majeur (1)",
          "relevé pour la 2e fois", "Le délai court de la clôture comptable.",
          "Un justificatif manque sur quinze.", "Rapprochement refait au centime.", "AU-1 (2026)",
          "Le calendrier est accepté."})
        BOOST_TEST(says(text, words), words);
}

BOOST_AUTO_TEST_CASE(speaks_english_too) {
    const std::string text = words_of(pdf(audit_example(), Language::english));
    for (const char* words :
         {"Final report, issued on 18 Jun 2027", "Recommendations, level major (1)", "Contents"})
        BOOST_TEST(says(text, words), words);
    BOOST_TEST(!says(text, "Sommaire"));
}

BOOST_AUTO_TEST_CASE(contents_lead_to_the_pages_on_which_chapters_begin) {
    const std::string bytes = pdf(large_audit());
    const std::string contents = words_of(bytes, 1);
    for (const char* chapter : {"Divergences", "Pièces demandées", "Signatures"}) {
        const auto at = contents.find(chapter);
        BOOST_REQUIRE(at != std::string::npos);
        const int page = std::stoi(contents.substr(contents.find_first_of("0123456789", at)));
        BOOST_TEST(page > 1);
        BOOST_TEST(says(words_of(bytes, page), chapter), chapter);
    }
}

BOOST_AUTO_TEST_CASE(a_provisional_report_says_so_on_every_page) {
    const std::string bytes = pdf(provisional_audit());
    const int pages = pages_of(bytes);
    BOOST_TEST(pages > 2);
    constexpr std::string_view words = "le rapport n’est pas émis";
    for (int page = 1; page <= pages; ++page) {
        const std::string text = words_of(bytes, page);
        const auto at_the_head = text.find(words);
        BOOST_TEST(at_the_head < text.rfind(words), page);  // and at the foot
    }
    BOOST_TEST(!says(words_of(pdf(audit_example())), words));
}

BOOST_AUTO_TEST_CASE(whatever_it_is_made_of_is_the_same_tagged_file) {
    for (const auto& dossier : {bare_audit(), hostile_audit(), large_audit()}) {
        const std::string bytes = pdf(dossier);
        BOOST_TEST(bytes == pdf(dossier));
        BOOST_TEST(says(asked("pdfinfo", bytes), "Tagged:          yes"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
