// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "report/read_pdf.h"
#include "report/review.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string pdf(const model::Dossier& dossier, Language language = Language::french) {
    return review_pdf(dossier, Catalogue(language), paris());
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

// How poppler spells blanks beside a stroke depends on its version.
bool says_page(std::string text, int page, int pages) {
    std::erase(text, ' ');
    return says(text, fmt::format("\n{}/{}\n", page, pages));
}

// The number behind the section in the contents.
int page_in_contents(const std::string& text, const std::string& section) {
    const auto at = text.find(section);
    return std::stoi(text.substr(text.find_first_of("0123456789", at)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review_on_paper)

BOOST_AUTO_TEST_CASE(holds_what_the_review_says) {
    const std::string text = words_of(pdf(sample_dossier()));
    for (const char* words :
         {"Verser les prestations", "57 sur 60", "Former les gestionnaires", "nadia.belkacem", "Sommaire",
          "Contrôle complet avant paiement au-delà du seuil", "P-2026-08-0018"})
        BOOST_TEST(says(text, words), words);
}

BOOST_AUTO_TEST_CASE(speaks_english_too) {
    const std::string text = words_of(pdf(sample_dossier(), Language::english));
    for (const char* words : {"Pay benefits", "57 out of 60", "Contents"})
        BOOST_TEST(says(text, words), words);
    BOOST_TEST(!says(text, "Sommaire"));
}

BOOST_AUTO_TEST_CASE(contents_lead_to_the_pages_on_which_sections_begin) {
    const std::string bytes = pdf(sample_dossier());
    const std::string contents = words_of(bytes, 1);
    for (const char* section : {"Contrôles", "Actions", "Conclusion"}) {
        const int page = page_in_contents(contents, section);
        BOOST_TEST(page >= 1);
        BOOST_TEST(says(words_of(bytes, page), section), section);
    }
    BOOST_TEST(says(bytes, "/Outlines"));
}

BOOST_AUTO_TEST_CASE(each_page_says_which_of_how_many_it_is) {
    const std::string bytes = pdf(sample_dossier());
    const int pages = pages_of(bytes);
    BOOST_TEST(pages > 1);
    for (int page = 1; page <= pages; ++page) BOOST_TEST(says_page(words_of(bytes, page), page, pages), page);
}

BOOST_AUTO_TEST_CASE(is_tagged_and_holds_no_dots) {
    BOOST_TEST(says(asked("pdfinfo", pdf(sample_dossier())), "Tagged:          yes"));
    const std::string images = asked("pdfimages -list", pdf(sample_dossier()));
    BOOST_TEST(std::ranges::count(images, '\n') == 2);
}

BOOST_AUTO_TEST_CASE(the_same_dossier_gives_the_same_bytes) {
    BOOST_TEST((pdf(sample_dossier()) == pdf(sample_dossier())));
}

BOOST_AUTO_TEST_CASE(a_review_with_nothing_to_show_yet_has_its_pages_too) {
    const std::string text = words_of(pdf(bare_dossier()));
    BOOST_TEST(says(text, "Sommaire"));
    BOOST_TEST(says_page(text, 1, pages_of(pdf(bare_dossier()))));
}

BOOST_AUTO_TEST_CASE(texts_of_people_are_set_not_obeyed) {
    BOOST_TEST(says(words_of(pdf(hostile_dossier())), "<script>"));
}

BOOST_AUTO_TEST_CASE(wears_what_the_organisation_chose_on_every_page) {
    model::Dossier dossier = sample_dossier();
    const std::string plain = pdf(dossier);
    dossier.appearance = {.accent = model::parse_tint("#274c8e"),
                          .logo_bytes = std::string(resource("samples/logo.svg")),
                          .footer = {"Document interne", "Internal document"}};
    const std::string dressed = pdf(dossier);
    BOOST_TEST((plain != dressed));
    for (int page = 1; page <= pages_of(dressed); ++page) {
        BOOST_TEST(says(words_of(dressed, page), "Document interne"), page);
        BOOST_TEST(says(words_of(dressed, page), "Trois Rivières"), page);  // of the logo
    }
    BOOST_TEST(says(words_of(pdf(dossier, Language::english), 1), "Internal document"));
    BOOST_TEST(!says(words_of(plain), "Document interne"));
}

BOOST_AUTO_TEST_SUITE_END()
