// SPDX-License-Identifier: Apache-2.0
#include "definition/changes.h"

#include <span>

#include <boost/test/unit_test.hpp>

#include "definition/clause_file.h"
#include "definition/organisation_file.h"
#include "definition/process_file.h"
#include "definition/small_definitions.h"

using namespace cadran;
using namespace cadran::definition;

namespace {

// One change to a file, and what is said of it in both languages.
struct Case {
    std::string_view search;
    std::string_view replacement;
    std::string_view fr;
    std::string_view en;
};

std::string changed(std::string_view file, std::string_view search, std::string_view replacement) {
    std::string text(file);
    const auto place = text.find(search);
    BOOST_REQUIRE_MESSAGE(place != std::string::npos, "the file has no " << search);
    return text.replace(place, search.size(), replacement);
}

// With plain spaces, so that the cases can be read.
std::string told(const std::vector<model::Change>& changes) {
    std::string text;
    for (const model::Change& change : changes) text += (text.empty() ? "" : " | ") + change.text;
    for (const std::string_view space : {"\u00a0", "\u202f"}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    }
    return text;
}

const model::RiskScale& scale() {
    static const model::RiskScale scale = read_organisation(small_workspace, "w.xml")->organisation.scale;
    return scale;
}

constexpr Case process_cases[] = {
    {"<fr>Répondre</fr><en>Answer</en></title>", "<fr>Traiter</fr><en>Answer</en></title>",
     "Intitulé : « Répondre » → « Traiter »", "Title: French text changed"},
    {"kind=\"realisation\"", "kind=\"support\"", "Famille : réalisation → support",
     "Family: realisation → support"},
    {"turn=\"quarter\"", "turn=\"year\"", "Période PDCA : trimestrielle → annuelle",
     "PDCA period: quarterly → yearly"},
    {"pilot account=\"ada\"", "pilot account=\"eve\"", "Pilote : ada → eve", "Pilot: ada → eve"},
    {"<backup account=\"bob\"/>", "<backup account=\"bob\"/><backup account=\"cid\"/>",
     "Suppléants : ajout de « cid »", "Back-ups: “cid” added"},
    {"<backup account=\"bob\"/>", "<backup account=\"cid\"/>",
     "Suppléants : suppression de « bob » | Suppléants : ajout de « cid »",
     "Back-ups: “bob” removed | Back-ups: “cid” added"},
    {"<stake ref=\"clients\"/>", "", "Enjeux : suppression de « clients »", "Stakes: “clients” removed"},
    {"<interested-party ref=\"members\"/>", "<interested-party ref=\"staff\"/>",
     "Parties prenantes : suppression de « members » | Parties prenantes : ajout de « staff »",
     "Interested parties: “members” removed | Interested parties: “staff” added"},
    {"<en>To answer</en>", "<en>To answer well</en>", "Finalité : texte anglais modifié",
     "Purpose: “To answer” → “To answer well”"},
    {"<fr>Réception</fr><en>Reception</en>", "<fr>Arrivée</fr><en>Arrival</en>",
     "Événement déclencheur : « Réception » → « Arrivée »", "Start event: “Reception” → “Arrival”"},
    {"process=\"receive\"", "process=\"sort\"",
     "Processus amont : suppression de « receive » | Processus amont : ajout de « sort »",
     "Upstream processes: “receive” removed | Upstream processes: “sort” added"},
    {"<fr>Causes</fr><en>Causes</en>", "<fr>Motifs</fr><en>Reasons</en>",
     "Processus aval (tous les processus) : « Causes » → « Motifs »",
     "Downstream processes (every process): “Causes” → “Reasons”"},
    {"<clause ref=\"8.2.1\"/>", "<clause ref=\"8.2.1\"/><clause ref=\"8.3\"/>",
     "Articles de la norme : ajout de « 8.3 »", "Clauses of the standard: “8.3” added"},
    {"owner=\"ada\"", "owner=\"bob\"", "Responsable de « Répondre à temps » : ada → bob",
     "Owner of “Answer in time”: ada → bob"},
    {"due=\"2026-12-31\"", "due=\"2027-03-31\"", "Échéance de « Répondre à temps » : 31/12/2026 → 31/03/2027",
     "Due date of “Answer in time”: 31 Dec 2026 → 31 Mar 2027"},
    {"value=\"90\" warning=\"85\"", "value=\"92\" warning=\"85\"",
     "Cible de « Réponses à temps » : 90 % → 92 % à partir du 01/01/2026",
     "Target of “Answers in time”: 90% → 92% from 1 Jan 2026"},
    {"      <target from=\"2026-10-01\" value=\"95.5\"/>\n", "",
     "Cible de « Réponses à temps » : 95,5 % → 90 % à partir du 01/10/2026",
     "Target of “Answers in time”: 95.5% → 90% from 1 Oct 2026"},
    {"value=\"95.5\"/>", "value=\"95.5\"/><target from=\"2027-01-01\" value=\"97\"/>",
     "Cible de « Réponses à temps » : 95,5 % → 97 % à partir du 01/01/2027",
     "Target of “Answers in time”: 95.5% → 97% from 1 Jan 2027"},
    {"warning=\"85\"", "warning=\"80\"",
     "Seuil d’alerte de « Réponses à temps » : 85 % → 80 % à partir du 01/01/2026",
     "Warning threshold of “Answers in time”: 85% → 80% from 1 Jan 2026"},
    {"upper=\"4\"", "upper=\"5\"",
     "Cible de « Attente » : de 1 à 4 min → de 1 à 5 min à partir du 01/01/2026",
     "Target of “Wait”: 1 to 4 min → 1 to 5 min from 1 Jan 2026"},
    {"frequency=\"quarter\"", "frequency=\"month\"", "Fréquence de « Attente » : trimestrielle → mensuelle",
     "Frequency of “Wait”: quarterly → monthly"},
    {"measure=\"mail/in-time\"", "measure=\"mail/on-time\"",
     "Source de « Réponses à temps » : calculé par un module (mail/in-time) → calculé par un module "
     "(mail/on-time)",
     "Source of “Answers in time”: computed by a plugin (mail/in-time) → computed by a plugin "
     "(mail/on-time)"},
    {"name=\"limit\" value=\"10\"", "name=\"limit\" value=\"8\"",
     "Paramètre limit de « Réponses à temps » : 10 → 8", "Parameter limit of “Answers in time”: 10 → 8"},
    {"likelihood=\"3\" impact=\"2\"", "likelihood=\"3\" impact=\"3\"",
     "Cotation avant traitement de « Retard » : 3 × 2 (Élevé) → 3 × 3 (Majeur)",
     "Rating before treatment of “Delay”: 3 × 2 (High) → 3 × 3 (Major)"},
    {"\"reduce\"", "\"share\"", "Traitement de « Retard » : réduire → partager",
     "Treatment of “Delay”: reduce → share"},
    {"<fr>Alerte</fr><en>Alert</en>", "<fr>Relance</fr><en>Reminder</en>",
     "Réponse de « Retard » : « Alerte » → « Relance »", "Response of “Delay”: “Alert” → “Reminder”"},
    {"frequency=\"daily\"", "frequency=\"weekly\"",
     "Fréquence de « mail/overdue » : chaque jour → chaque semaine",
     "Frequency of “mail/overdue”: daily → weekly"},
    {"by=\"controller\"", "by=\"referent\"",
     "Exécutant de « mail/overdue » : contrôleur → référent technique",
     "Performer of “mail/overdue”: controller → technical referent"},
    {"name=\"days\" value=\"8\"", "name=\"days\" value=\"9\"", "Paramètre days de « mail/overdue » : 8 → 9",
     "Parameter days of “mail/overdue”: 8 → 9"},
    {"<fr>Visa</fr><en>Initials</en>", "<fr>Signature</fr><en>Signature</en>",
     "Preuve de « Relecture » : « Visa » → « Signature »",
     "Proof of “Cross-reading”: “Initials” → “Signature”"},
    {"  <activity><fr>Lire</fr><en>Read</en></activity>\n  "
     "<activity><fr>Répondre</fr><en>Answer</en></activity>",
     "  <activity><fr>Répondre</fr><en>Answer</en></activity>\n  "
     "<activity><fr>Lire</fr><en>Read</en></activity>",
     "Activités : ordre modifié", "Activities: order changed"},
    {"keep-months=\"60\"", "keep-months=\"120\"",
     "Durée de conservation de « Courriers » : 60 mois → 120 mois",
     "Retention of “Letters”: 60 months → 120 months"},
    {"<resource>", "<!-- a comment -->   <resource>", "", ""},
};

constexpr Case clause_cases[] = {
    {"<fr>Concevoir</fr>", "<fr>Créer</fr>", "8.3 : « Concevoir » → « Créer »", "8.3: French text changed"},
    {"from=\"8.2\" change=\"same\"", "from=\"8.2\" change=\"reworded\"",
     "Évolution de l’article 8.2.1 : inchangé → reformulé", "Change of clause 8.2.1: unchanged → reworded"},
    {"from=\"8.9\"", "from=\"8.8\"", "Article d’origine de l’article 8.10 : 8.9 → 8.8",
     "Earlier clause of clause 8.10: 8.9 → 8.8"},
    {"<fr>Parti</fr><en>Gone</en>", "<fr>Repris</fr><en>Taken over</en>",
     "Note de correspondance de l’article 8.4 : « Parti » → « Repris »",
     "Note on the mapping of clause 8.4: “Gone” → “Taken over”"},
};

constexpr Case workspace_cases[] = {
    {"<policy",
     "<appearance accent=\"#274c8e\" "
     "logo=\"a.svg\"><footer><fr>Pied</fr><en>Foot</en></footer></appearance><policy",
     "Couleur d’accent : aucun → #274c8e | Logo : aucun → a.svg | Mention de pied de page : ajout de « Pied "
     "»",
     "Accent colour: none → #274c8e | Logo: none → a.svg | Footer: “Foot” added"},
    {"</workspace>", "<plugin id=\"claims\" trust=\"none\"/></workspace>",
     "Modules sans confiance : ajout de « claims »", "Plugins that are not trusted: “claims” added"},
    {"Europe/Paris", "Europe/Lisbon", "Fuseau horaire : Europe/Paris → Europe/Lisbon",
     "Time zone: Europe/Paris → Europe/Lisbon"},
    {"<fr>Bien faire</fr><en>Do well</en>", "<fr>Faire mieux</fr><en>Do better</en>",
     "Politique qualité : « Bien faire » → « Faire mieux »", "Quality policy: “Do well” → “Do better”"},
    {"from=\"6\"", "from=\"4\"", "Score minimal de « Élevé » : 6 → 4", "Least score of “High”: 6 → 4"},
    {"<fr>Responsable</fr><en>Head</en>", "<fr>Directrice</fr><en>Director</en>",
     "Fonction de ada : « Responsable » → « Directrice »", "Function of ada: “Head” → “Director”"},
    {"<fr>Réponses</fr><en>Answers</en>", "<fr>Écoute</fr><en>Listening</en>",
     "Attentes de « Adhérents » : « Réponses » → « Écoute »",
     "Expectations of “Members”: “Answers” → “Listening”"},
    {"<policy since=\"2026-01-05\"><fr>Bien faire</fr><en>Do well</en></policy>\n", "",
     "Politique qualité : suppression de « Bien faire »", "Quality policy: “Do well” removed"},
    {"nature=\"external\"", "nature=\"internal\"", "Nature de « Climat » : externe → interne",
     "Nature of “Climate”: external → internal"},
    {"<supplier id=\"printer\"", "<supplier id=\"press\"",
     "Prestataires et délégataires : suppression de « Imprimerie » | Prestataires et délégataires : ajout de "
     "« Imprimerie »",
     "External providers: “Imprimerie” removed | External providers: “Imprimerie” added"},
    {"<fr>Impression</fr><en>Printing</en>", "<fr>Éditique</fr><en>Mailing</en>",
     "Imprimerie : « Impression » → « Éditique »", "Imprimerie: “Printing” → “Mailing”"},
    {"location=\"Intranet\"", "location=\"Classeur\"", "Emplacement de « Courriers » : Intranet → Classeur",
     "Location of “Letters”: Intranet → Classeur"},
    {"alsace-moselle", "metropole", "Région : Alsace-Moselle → France métropolitaine",
     "Region: Alsace-Moselle → metropolitan France"},
};

template <typename Compare>
void check_all(std::span<const Case> cases, std::string_view sound, Compare compare) {
    const Catalogue french(Language::french), english(Language::english);
    for (const auto& [search, replacement, fr, en] : cases) {
        BOOST_TEST_CONTEXT(search << " becomes " << replacement) {
            const std::string after = changed(sound, search, replacement);
            BOOST_TEST(told(compare(std::string(sound), after, french)) == fr);
            BOOST_TEST(told(compare(std::string(sound), after, english)) == en);
            BOOST_TEST(told(compare(after, after, french)) == "");
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(changes)

BOOST_AUTO_TEST_CASE(of_a_process_are_sentences_by_meaning) {
    check_all(process_cases, small_process, [](const auto& before, const auto& after, const auto& catalogue) {
        const auto old = read_process(before, "p.xml"), young = read_process(after, "p.xml");
        BOOST_REQUIRE(old && young);
        return definition::changes(old->process, young->process, scale(), catalogue);
    });
}

BOOST_AUTO_TEST_CASE(of_a_workspace_are_sentences_by_meaning) {
    check_all(
        workspace_cases, small_workspace, [](const auto& before, const auto& after, const auto& catalogue) {
            const auto old = read_organisation(before, "w.xml"), young = read_organisation(after, "w.xml");
            BOOST_REQUIRE(old && young);
            return definition::changes(old->organisation, young->organisation, catalogue);
        });
}

BOOST_AUTO_TEST_CASE(of_a_workspace_tell_a_logo_that_was_drawn_anew) {
    model::Organisation old = read_organisation(small_workspace, "w.xml")->organisation;
    old.appearance = {.logo = "a.svg", .logo_bytes = "<svg/>"};
    model::Organisation young = old;
    young.appearance.logo_bytes = "<svg></svg>";
    BOOST_TEST(told(definition::changes(old, young, Catalogue(Language::french))) ==
               "Logo : le contenu de a.svg a changé");
    BOOST_TEST(told(definition::changes(old, young, Catalogue(Language::english))) ==
               "Logo: the content of a.svg changed");
    BOOST_TEST(told(definition::changes(old, old, Catalogue(Language::english))) == "");
}

BOOST_AUTO_TEST_CASE(of_a_catalogue_of_clauses_are_sentences_by_meaning) {
    check_all(clause_cases, small_clauses, [](const auto& before, const auto& after, const auto& catalogue) {
        const auto old = read_clauses(before, "c.xml"), young = read_clauses(after, "c.xml");
        BOOST_REQUIRE(old && young);
        return definition::changes(old->catalogue, young->catalogue, catalogue);
    });
}

BOOST_AUTO_TEST_CASE(have_a_path_and_both_values_for_programs) {
    const Catalogue english(Language::english);
    const auto old = read_process(small_process, "p.xml");
    const auto young = read_process(
        changed(small_process, "value=\"90\" warning=\"85\"", "value=\"92\" warning=\"85\""), "p.xml");
    const auto found = definition::changes(old->process, young->process, scale(), english);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].path == "indicator/answered-in-time/target");
    BOOST_TEST(found[0].before == "90%");
    BOOST_TEST(found[0].after == "92%");
}

BOOST_AUTO_TEST_SUITE_END()
