// SPDX-License-Identifier: Apache-2.0
#include "report/process_sheet.h"

#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"
#include "report/read_pdf.h"
#include "report/sample_sheet.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string html(const ProcessSheet& sheet, Language language = Language::french) {
    return process_sheet_html(sheet, Catalogue(language));
}

std::string pdf(const ProcessSheet& sheet, Language language = Language::french) {
    return process_sheet_pdf(sheet, Catalogue(language));
}

// Lines joined, as where they break depends on the typeface, and spaces that do not break like all others.
std::string joined(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    for (const std::string space : {"\u00a0", "\u202f"}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at))
            text.replace(at, space.size(), " ");
    }
    return text;
}

std::string text_of(const std::string& bytes) {
    return joined(asked("pdftotext -raw -enc UTF-8", bytes, "-"));
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

constexpr const char* french[] = {"Verser les prestations",
                                  "Fiche de processus : réalisation",
                                  "Version 2, en vigueur depuis le 01/07/2026",
                                  "Claire Vasseur",
                                  "Hugo Lemaire",
                                  "Sophie Garnier",
                                  "Payer le juste montant à temps",
                                  "Réception d’une demande",
                                  "Gérer les contrats",
                                  "handle-complaints",
                                  "Tous les processus",
                                  "Étape 7",
                                  "échéance : 31/12/2026",
                                  "au moins 95",
                                  "en deçà de 90",
                                  "de 1 à 4",
                                  "Majeur",
                                  "3 × 4 = 12",
                                  "Moyen",
                                  "Contrôle au-delà du seuil",
                                  "threshold = 800.00 EUR",
                                  "Comité des paiements",
                                  "Compte rendu signé",
                                  "Aucun contrôle prévu",
                                  "Intranet > Prestations",
                                  "120 mois",
                                  "dossier de prestation",
                                  "8.5.1",
                                  "Réaliser sous contrôle",
                                  "ISO 9001:2015",
                                  "Maîtriser les coûts",
                                  "Adhérents et ayants droit"};

}  // namespace

BOOST_AUTO_TEST_SUITE(process_sheet)

BOOST_AUTO_TEST_CASE(says_the_same_on_screen_and_on_paper) {
    std::string page = joined(html(sample_sheet()));
    page.replace(page.find("&gt;"), 4, ">");
    const std::string paper = text_of(pdf(sample_sheet()));
    for (const char* words : french) {
        BOOST_TEST(says(page, words), words);
        BOOST_TEST(says(paper, words), words << " on paper: " << paper);
    }
    const std::string digest = sha256("sheet").hex();
    BOOST_TEST(says(page, digest));
    BOOST_TEST(says(paper, digest));
}

BOOST_AUTO_TEST_CASE(speaks_one_language_at_a_time) {
    for (const std::string& text :
         {joined(html(sample_sheet(), Language::english)), text_of(pdf(sample_sheet(), Language::english))}) {
        for (const char* words :
             {"Process sheet: realisation", "Version 2, in force since 1 Jul 2026", "at least 95%",
              "Check above the threshold", "No control planned", "Supplier outage"})
            BOOST_TEST(says(text, words), words);
        for (const char* words : {"Fiche", "Objectif", "Risque", "Verser", "Contrôle"})
            BOOST_TEST(!says(text, words), words);
    }
}

BOOST_AUTO_TEST_CASE(shows_the_target_of_its_day) {
    ProcessSheet sheet = sample_sheet();
    BOOST_TEST(!says(html(sheet), "au moins 99"));
    sheet.on = std::chrono::year{2027} / 3 / 1;
    BOOST_TEST(says(html(sheet), "au moins 99"));
    BOOST_TEST(!says(html(sheet), "en deçà de 90"));
    sheet.on = std::chrono::year{2026} / 3 / 1;  // before the first: what will be asked, and from when
    BOOST_TEST(says(html(sheet), "au moins 95"));
    BOOST_TEST(says(html(sheet), "depuis le 01/07/2026"));
}

BOOST_AUTO_TEST_CASE(a_draft_and_an_invention_say_so_on_every_page) {
    ProcessSheet sheet = long_sheet();
    BOOST_TEST(!says(text_of(pdf(sheet)), "PROJET"));
    sheet.version.reset();
    sheet.simulated = true;
    BOOST_TEST(says(html(sheet), "PROJET\u00a0: cette fiche n’est pas acceptée"));
    BOOST_TEST(says(html(sheet), "SIMULATION"));
    const std::string bytes = pdf(sheet);
    const int pages = pages_of(bytes);
    BOOST_TEST(pages > 2);
    for (int page = 1; page <= pages; ++page) {
        const std::string text = asked(fmt::format("pdftotext -f {0} -l {0}", page), bytes, "-");
        for (const std::string words : {"n’est pas acceptée", "SIMULATION"})
            BOOST_TEST(says(text, words), words << " on page " << page);
        BOOST_TEST(says(text, fmt::format("{} / {}", page, pages)));
    }
}

BOOST_AUTO_TEST_CASE(of_an_ordinary_process_takes_two_pages_at_most) {
    for (const Language language : {Language::french, Language::english})
        BOOST_TEST(pages_of(pdf(sample_sheet(), language)) <= 2);
    BOOST_TEST(pages_of(pdf(bare_sheet())) == 1);
}

BOOST_AUTO_TEST_CASE(goes_on_overleaf_and_loses_nothing) {
    const std::string page = html(long_sheet());
    const std::string paper = text_of(pdf(long_sheet()));
    int ends = 0;
    for (int i = 1; i < 100; ++i) {
        const std::string end = fmt::format("fin{:03}", i);
        if (!says(page, end)) continue;
        ++ends;
        BOOST_TEST(says(paper, end), end);
    }
    BOOST_TEST(ends > 40);
}

BOOST_AUTO_TEST_CASE(is_the_same_bytes_for_the_same_sheet) {
    BOOST_TEST(pdf(sample_sheet()) == pdf(sample_sheet()));
    BOOST_TEST(html(sample_sheet()) == html(sample_sheet()));
    ProcessSheet other = sample_sheet();
    other.process.purpose.fr += ".";
    BOOST_TEST(pdf(other) != pdf(sample_sheet()));
}

BOOST_AUTO_TEST_CASE(takes_hostile_text_for_text) {
    const std::string page = html(hostile_sheet());
    BOOST_CHECK_NO_THROW(read_markup(page));
    BOOST_TEST(!says(page, "<script"));
    BOOST_TEST(says(page, "{{title}}"));
    BOOST_TEST(says(text_of(pdf(hostile_sheet())), "<script>alert(\"1\")</script>"));
}

BOOST_AUTO_TEST_CASE(can_be_read_without_seeing_it) {
    for (const ProcessSheet& sheet : {sample_sheet(), bare_sheet(), hostile_sheet()}) {
        const auto read = read_markup(html(sheet));
        BOOST_TEST(named(read, "html").front().attributes.at("lang") == "fr");
        BOOST_TEST(named(read, "h1").size() == 1u);
        BOOST_TEST(named(read, "script").empty());
        BOOST_TEST(named(read, "caption").size() == named(read, "table").size());
        for (const auto& head : named(read, "th")) BOOST_TEST(head.attributes.contains("scope"));
    }
    const std::string structure = asked("pdfinfo -struct", pdf(long_sheet()));
    for (const char* element : {"Document", "H1", "H2", "Table", "TR", "TH", "TD"})
        BOOST_TEST(says(structure, element), element);
    BOOST_TEST(says(asked("pdfinfo", pdf(sample_sheet())), "Tagged:          yes"));
}

BOOST_AUTO_TEST_CASE(is_dated_by_its_version_not_by_the_clock) {
    BOOST_TEST(says(asked("pdfinfo -isodates", pdf(sample_sheet())), "2026-07-01"));
}

BOOST_AUTO_TEST_CASE(that_says_little_says_that_it_says_nothing) {
    for (const std::string& text : {html(bare_sheet()), text_of(pdf(bare_sheet()))}) {
        for (const char* words :
             {"La fiche ne fixe aucun objectif.", "La fiche ne relève aucun risque.", "Rien n’est indiqué."})
            BOOST_TEST(says(text, words), words);
    }
}

BOOST_AUTO_TEST_SUITE_END()
