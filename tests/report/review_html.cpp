// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"
#include "report/review.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string page(const model::Dossier& dossier, Language language = Language::french) {
    return review_html(dossier, Catalogue(language), paris());
}

bool says(const std::string& html, std::string_view words) {
    return html.find(words) != std::string::npos;
}

model::Dossier dossier_in(model::ReviewState state) {
    model::Dossier dossier = sample_dossier();
    dossier.review.state = state;
    if (state != model::ReviewState::signed_off) dossier.review.signed_off.reset();
    if (state == model::ReviewState::in_preparation) {
        dossier.review.held.reset();
        dossier.review.participants.clear();
        dossier.review.conclusion.clear();
    }
    return dossier;
}

model::Dossier dossier_with(std::vector<model::Measurement> points) {
    model::Dossier dossier = sample_dossier();
    dossier.indicators = {indicator_of(std::move(points))};
    return dossier;
}

// Every kind of page that the tests of form look at.
std::vector<std::string> pages() {
    model::Dossier simulated = sample_dossier();
    simulated.simulated = true;
    model::Dossier not_run = sample_dossier();
    not_run.controls.front() = {};
    std::vector<std::string> pages;
    for (const Language language : {Language::french, Language::english}) {
        for (const auto& dossier :
             {sample_dossier(), full_dossier(), hostile_dossier(), simulated, not_run, bare_dossier(),
              dossier_with({}), dossier_in(model::ReviewState::in_preparation)}) {
            pages.push_back(page(dossier, language));
        }
    }
    return pages;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review_html_)

BOOST_AUTO_TEST_CASE(opens_with_what_was_reviewed_and_how_it_ended) {
    const auto read = read_markup(page(sample_dossier()));
    BOOST_TEST(named(read, "title").front().text == "Revue\u00a0: Verser les prestations, 3e trimestre 2026");
    BOOST_TEST(of_class(read, "p", "organisation").front().text == "Mutuelle des Trois Rivières");
    BOOST_TEST(named(read, "h1").front().text == "Verser les prestations");
    BOOST_TEST(of_class(read, "p", "state").front().text ==
               "Signée par claire.vasseur le 08/10/2026 à 17:00");
    BOOST_TEST(says(page(sample_dossier()), "version\u00a02, en vigueur depuis le 01/07/2026"));
}

BOOST_AUTO_TEST_CASE(shows_what_changed_what_was_not_met_and_what_is_to_come) {
    const std::string full = page(full_dossier());
    for (const char* words :
         {"Version 2, en vigueur depuis le 01/08/2026", "cible de 95 % à 100 %",
          "Demandée par la revue de 2026-Q2", "douze gestionnaires", "57 dossiers conformes sur 60",
          "3. Devis absents", "2 actions, dont 1 achevées", "était\u00a0: élevé", "inchangé", "nouveau",
          "opportunité", "Maintenir la cible (100\u202f%), non atteinte en fin de période",
          "A-5. Lire la liste — luc.moreau, pour le 30/09/2026"})
        BOOST_TEST(says(full, words), words);
    const std::string bare = page(bare_dossier());
    for (const char* words :
         {"La fiche n’a pas changé", "Aucune non-conformité", "Aucune action décidée dans"})
        BOOST_TEST(says(bare, words), words);
    BOOST_TEST(!says(bare, "Qualité de saisie"));
}

BOOST_AUTO_TEST_CASE(sums_up_the_objective_in_words_first) {
    const std::string french = page(sample_dossier());
    const auto verdict = of_class(read_markup(french), "li", "verdict").front();
    BOOST_TEST(verdict.has_class("missed"));
    BOOST_TEST(
        says(verdict.text, "57 sur 60, soit 95,0\u202f%\u00a0; objectif non atteint (au moins 100\u202f%)."));
    BOOST_TEST(french.find("class=\"verdict") < french.find("<table"));
    const std::string met = page(dossier_with({point("2026-Q3", 60, 60)}), Language::english);
    BOOST_TEST(says(met, "60 out of 60, that is 100.0%; target met (at least 100%)."));
}

BOOST_AUTO_TEST_CASE(speaks_one_language_at_a_time) {
    const std::string english = page(sample_dossier(), Language::english);
    BOOST_TEST(named(read_markup(english), "html").front().attributes.at("lang") == "en");
    BOOST_TEST(says(english, "Signed by claire.vasseur on 8 Oct 2026 at 17:00"));
    BOOST_TEST(says(english, "61 records selected out of 21,164."));
    for (const char* word : {"Revue", "objectif", "Contrôle", "trimestre", "Signée"})
        BOOST_TEST(!says(english, word));
    const std::string french = named(read_markup(page(sample_dossier())), "body").front().text;
    for (const char* word : {"review", "target", "Records", "quarter", "Signed"})
        BOOST_TEST(!says(french, word));
}

BOOST_AUTO_TEST_CASE(shows_every_point_with_its_figures_and_its_result_in_words) {
    auto points = std::vector{point("2026-07", 20, 20), point("2026-08", 18, 20), point("2026-09", 0, 0)};
    points[1].excluded = 3;
    const auto read = read_markup(page(dossier_with(points)));
    const auto cells = named(read, "td");
    std::vector<std::string> august;
    for (std::size_t i = 6; i < 12; ++i) august.push_back(cells.at(i).text);
    const std::vector<std::string> expected{"18",           "20", "3", "90,0\u202f%", "au moins 100\u202f%",
                                            "✗ non atteint"};
    BOOST_TEST(august == expected, boost::test_tools::per_element());
    BOOST_TEST(cells.at(17).text == " rien à mesurer");
    BOOST_TEST(says(page(dossier_with(points)), "3 enregistrements n’ont pas pu être vérifiés"));
}

BOOST_AUTO_TEST_CASE(says_beside_the_figure_how_it_changed_and_what_its_course_signals) {
    model::Dossier dossier = sample_dossier();
    BOOST_TEST(!says(page(dossier), "Tendance"));
    model::IndicatorSummary& indicator = dossier.indicators.front();
    indicator.previous = point("2026-Q2", 60, 60);
    std::vector<model::PeriodFigure> before;
    for (int month = 7; month <= 18; ++month) {
        const auto one = point(fmt::format("{}-{:02}", 2025 + (month - 1) / 12, (month - 1) % 12 + 1),
                               month % 2 == 0 ? 98 : 100, 100);
        before.push_back({one.period, one});
    }
    indicator.history.insert(indicator.history.begin(), before.begin(), before.end());
    const std::string html = page(dossier);
    const std::string change = "en baisse (2e trimestre 2026\u00a0: 100,0\u202f%)";
    const std::string signal = "août 2026\u00a0: au-dessous de la limite basse (mauvais signe)";
    BOOST_TEST(says(html, "<strong>Tendance</strong> " + change + " · " + signal));
    const auto items = named(read_markup(html), "li");
    for (const std::string& words : {change, signal})
        BOOST_TEST(std::ranges::any_of(items, [&](const auto& item) { return item.text == words; }), words);
    BOOST_TEST(says(html, "limites de contrôle calculées sur 15 mois"));
}

BOOST_AUTO_TEST_CASE(leads_from_a_figure_to_its_records) {
    const std::string html = page(sample_dossier());
    const auto records = of_class(read_markup(html), "span", "record");
    BOOST_REQUIRE(records.size() == 3u);
    BOOST_TEST(records.front().text == "payment P-2026-08-0018");
    BOOST_TEST(says(html, "Mesure claims/decided-before-payment, version\u00a02, empreinte SHA-256 " +
                              sha256("plugin").hex()));
    BOOST_TEST(says(html, "Importations\u00a0: 1, 2"));
}

BOOST_AUTO_TEST_CASE(tells_what_each_control_saw_and_what_became_of_it) {
    const std::string html = page(sample_dossier());
    BOOST_TEST(says(html, "montant supérieur à 1\u202f000,00\u00a0€ et pas encore payé"));
    BOOST_TEST(says(html, "3 enregistrements ne sont pas vérifiés"));
    BOOST_TEST(says(html, "Paramètre threshold\u00a0: 1000.00 EUR"));
    BOOST_TEST(says(html, "85,2\u202f%"));  // 52 of 61 released
    BOOST_TEST(of_class(read_markup(html), "rect", "released").size() == 1u);
}

BOOST_AUTO_TEST_CASE(shows_the_actions_that_are_due_late_or_without_effect) {
    model::Dossier dossier = sample_dossier();
    model::Action next = dossier.actions.front().action;
    next.number = 5;
    next.reference.clear();
    next.state = model::ActionState::proposed;
    next.due.reset();
    dossier.actions.push_back({next, false});
    next.state = model::ActionState::ineffective;
    dossier.actions.push_back({next, false});
    const std::string html = page(dossier);
    BOOST_TEST(says(html, "3 actions\u00a0: 1 en retard, 1 à décider, 1 sans effet."));
    BOOST_TEST(says(html, "<th scope=\"row\">PA-4</th>"));
    BOOST_TEST(says(html, "<td>30/09/2026 <strong>En retard</strong></td>"));
    BOOST_TEST(says(html, "<th scope=\"row\">A-5</th>"));
    BOOST_TEST(says(page(bare_dossier()), "Aucune action n’est ouverte ni n’a été jugée dans la période."));
}

BOOST_AUTO_TEST_CASE(says_what_must_be_mended_before_the_signature) {
    model::Dossier dossier = sample_dossier();
    model::ControlSummary& control = dossier.controls.front();
    control.open = 1;
    control.totals.errors = 2;
    const std::string html = page(dossier);
    BOOST_TEST(says(html, "1 anomalie attend encore une décision"));
    BOOST_TEST(says(html, "2 enregistrements n’ont pas pu être jugés"));
    control.totals.control.version = 0;
    BOOST_TEST(says(page(dossier), "Ce contrôle n’a pas été exécuté sur la période"));
}

BOOST_AUTO_TEST_CASE(a_review_that_is_not_signed_cannot_be_taken_for_one) {
    const std::string draft = page(dossier_in(model::ReviewState::in_preparation));
    BOOST_TEST(says(draft, "document de travail, non signé"));
    BOOST_TEST(of_class(read_markup(draft), "li", "to-come").size() == 2u);
    BOOST_TEST(says(draft, "État au 05/10/2026 à 10:12"));
    BOOST_TEST(!says(draft, "Signée par"));
    const std::string held = page(dossier_in(model::ReviewState::held));
    BOOST_TEST(says(held, "Revue tenue le 08/10/2026 à 14:30 par claire.vasseur, pas encore signée"));
    BOOST_TEST(of_class(read_markup(held), "li", "to-come").size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_invented_review_says_so_on_screen_and_on_each_sheet) {
    constexpr std::string_view warning = "SIMULATION\u00a0: données inventées, horloge simulée";
    model::Dossier dossier = sample_dossier();
    BOOST_TEST(!says(page(dossier), warning));
    dossier.simulated = true;
    const auto read = read_markup(page(dossier));
    BOOST_TEST(of_class(read, "aside", "simulation").front().text == warning);
    BOOST_TEST(says(of_class(read, "div", "strip").front().text, warning));
    const std::string style = named(read, "style").front().text;
    const std::string print = style.substr(style.find("@media print"));
    BOOST_TEST(says(print.substr(print.find(".strip {"), 120), "position: fixed"));
}

BOOST_AUTO_TEST_CASE(ends_with_how_to_verify_it) {
    const auto footer = named(read_markup(page(sample_dossier())), "footer").front();
    BOOST_TEST(says(footer.text, "écriture n°\u00a01\u202f284"));
    BOOST_TEST(says(footer.text, sha256("journal").hex()));
    BOOST_TEST(says(footer.text, "VERIFY.txt"));
    BOOST_TEST(says(footer.text, "État au 08/10/2026 à 17:00"));
}

BOOST_AUTO_TEST_CASE(takes_every_hostile_text_for_text) {
    const std::string escaped =
        "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39;x&#39; &amp; {{label.value}} {x} \uFFFD "
        "javascript:";
    for (const Language language : {Language::french, Language::english}) {
        std::string html = page(hostile_dossier(), language);
        int count = 0;
        for (auto at = html.find(escaped); at != std::string::npos; at = html.find(escaped, at)) {
            html.erase(at, escaped.size());
            ++count;
        }
        BOOST_TEST(count >= 25);
        BOOST_TEST(!says(html, "script"));
        BOOST_TEST(!says(html, "alert"));
        BOOST_TEST(!says(html, "javascript"));
    }
}

BOOST_AUTO_TEST_CASE(needs_nothing_but_itself) {
    const std::set<std::string> fetching{"src",  "href",   "xlink:href", "srcset", "poster",
                                         "data", "action", "background", "style"};
    const std::set<std::string> foreign{"script", "link", "iframe", "object", "embed", "img",
                                        "image",  "use",  "base",   "form",   "a"};
    for (const std::string& html : pages()) {
        const auto read = read_markup(html);
        for (const auto& element : read) {
            BOOST_TEST(!foreign.contains(element.name));
            for (const auto& [name, value] : element.attributes) {
                BOOST_TEST(!fetching.contains(name));
                BOOST_TEST(!name.starts_with("on"));
                if (name != "xmlns") BOOST_TEST(!says(value, "://"));
            }
        }
        BOOST_TEST(!says(read.front().text, "://"));
        const std::string style = named(read, "style").front().text;
        BOOST_TEST(!says(style, "url("));
        BOOST_TEST(!says(style, "@import"));
    }
}

BOOST_AUTO_TEST_CASE(is_well_formed_whatever_it_shows) {
    for (const std::string& html : pages()) BOOST_CHECK_NO_THROW(read_markup(html));
}

BOOST_AUTO_TEST_CASE(is_the_same_bytes_for_the_same_dossier) {
    BOOST_TEST(page(sample_dossier()) == page(sample_dossier()));
    model::Dossier other = sample_dossier();
    other.review.conclusion += ".";
    BOOST_TEST(page(other) != page(sample_dossier()));
}

BOOST_AUTO_TEST_CASE(can_be_read_without_seeing_it) {
    for (const std::string& html : pages()) {
        const auto read = read_markup(html);
        int level = 0;
        for (const auto& element : read) {
            if (element.name.size() == 2 && element.name[0] == 'h' &&
                std::isdigit(static_cast<unsigned char>(element.name[1])) != 0) {
                const int next = element.name[1] - '0';
                BOOST_TEST(next <= level + 1);
                level = next;
            }
            if (element.name == "th") BOOST_TEST(element.attributes.contains("scope"));
            if (element.name == "svg") BOOST_TEST(element.attributes.at("role") == "img");
        }
        BOOST_TEST(named(read, "h1").size() == 1u);
        BOOST_TEST(named(read, "desc").size() == named(read, "svg").size());
        BOOST_TEST(named(read, "caption").size() == named(read, "table").size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
