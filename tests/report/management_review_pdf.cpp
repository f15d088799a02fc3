// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "report/management_example.h"
#include "report/management_review.h"
#include "report/read_pdf.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string pdf(const model::ManagementDossier& dossier, Language language = Language::french) {
    return management_review_pdf(dossier, Catalogue(language), paris());
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(management_review_on_paper)

BOOST_AUTO_TEST_CASE(holds_what_the_page_says) {
    const std::string text = words_of(pdf(management_example()));
    for (const char* words : {"Sommaire", "Un audit interne, deux remarques.", "document-audits.pdf",
                              "Pièces absentes", "Paiement indu", "seuil abaissé", "les effectifs suffisent",
                              "Le système reste adapté et efficace.", "Anne Delorme", "A-12"})
        BOOST_TEST(says(text, words), words);
}

BOOST_AUTO_TEST_CASE(speaks_english_too) {
    const std::string text = words_of(pdf(management_example(), Language::english));
    for (const char* words : {"Contents", "Management review", "Undue payment"})
        BOOST_TEST(says(text, words), words);
    BOOST_TEST(!says(text, "Sommaire"));
}

BOOST_AUTO_TEST_CASE(each_input_begins_on_the_page_that_the_contents_say) {
    const std::string bytes = pdf(management_example());
    const std::string contents = words_of(bytes, 1);
    for (const model::ReviewInput input : model::all_review_inputs) {
        const std::string title = Catalogue(Language::french).text(model::review_input_title(input));
        const auto at = contents.find(title);
        BOOST_REQUIRE_MESSAGE(at != std::string::npos, title);
        const auto behind = at + title.size();
        const int page = std::stoi(contents.substr(contents.find_first_of("0123456789", behind)));
        BOOST_TEST(says(words_of(bytes, page), title), title);
        BOOST_TEST(says(words_of(bytes, page), std::string(model::review_input_clause(input))), title);
    }
    BOOST_TEST(says(bytes, "/Outlines"));
}

BOOST_AUTO_TEST_CASE(curves_are_shapes_not_dots) {
    const std::string images = asked("pdfimages -list", pdf(management_example()));
    BOOST_TEST(std::ranges::count(images, '\n') == 2);
}

BOOST_AUTO_TEST_CASE(whatever_it_is_made_of_is_the_same_tagged_file) {
    for (const auto& dossier : {management_example(), bare_management(), hostile_management()}) {
        const std::string bytes = pdf(dossier);
        BOOST_TEST((bytes == pdf(dossier)));
        BOOST_TEST(says(asked("pdfinfo", bytes), "Tagged:          yes"));
    }
    BOOST_TEST(says(words_of(pdf(hostile_management())), "<script>"));
}

BOOST_AUTO_TEST_CASE(wears_what_the_organisation_chose_on_every_page) {
    model::ManagementDossier dossier = management_example();
    dossier.simulated = true;
    dossier.appearance = {.accent = model::parse_tint("#274c8e"),
                          .logo_bytes = std::string(resource("samples/logo.svg")),
                          .footer = {"Document interne", "Internal document"}};
    const std::string dressed = pdf(dossier);
    for (int page = 1; page <= pages_of(dressed); ++page) {
        for (const char* words : {"Document interne", "Trois Rivières", "SIMULATION"})
            BOOST_TEST(says(words_of(dressed, page), words), words << " on page " << page);
    }
    BOOST_TEST(!says(words_of(pdf(management_example())), "Document interne"));
}

BOOST_AUTO_TEST_SUITE_END()
