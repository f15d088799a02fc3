// SPDX-License-Identifier: Apache-2.0
#include "script/plugin_changes.h"

#include <boost/test/unit_test.hpp>

#include "script/code_tokens.h"
#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;

namespace {

PluginFiles sound() {
    PluginFiles files = files_with_judge("return fail() -- always");
    files["controls/late.lua"] = R"(return control "late" {
  title = { fr = "Retard", en = "Delay" }, from = "claim", where = "amount > threshold", effect = "check",
  severity = "low", message = { fr = "tard", en = "late" },
  parameters = { threshold = money { default = "1000.00 EUR", minimum = "0.00 EUR",
    help = { fr = "seuil", en = "threshold" } } },
  verify = { { id = "proof", fr = "La preuve est là", en = "The proof is there" } },
}
)";
    files["indicators/paid.lua"] = R"(return indicator "paid" {
  title = { fr = "Payés", en = "Paid" }, from = "claim", meets = "paid_on is not missing",
}
)";
    return files;
}

// One change to a file, and the first sentence that is said of it in both languages.
struct Case {
    std::string file;
    std::string_view search;
    std::string_view replacement;
    std::string_view fr;
    std::string_view en;
};

const Case cases[] = {
    {"plugin.lua", "\"1\"", "\"2\"", "Version du module : 1 → 2", "Version of the plugin: 1 → 2"},
    {"plugin.lua", "en = \"sample\"", "en = \"trial\"", "Intitulé : texte anglais modifié",
     "Title: “sample” → “trial”"},
    {"records/claim.lua", "boolean \"urgent\" {", "boolean \"urgent\" { required = true,",
     "Obligatoire de claim.urgent : non → oui", "Required of claim.urgent: no → yes"},
    {"records/claim.lua", "integer \"days\"", "text \"days\"", "Type de claim.days : integer → text",
     "Type of claim.days: integer → text"},
    {"records/claim.lua", "integer \"days\"", "integer \"nights\"",
     "Champs de claim : suppression de « days »", "Fields of claim: “days” removed"},
    {"records/claim.lua", "fr = \"optique\"", "fr = \"lunettes\"",
     "Valeurs admises de claim.act : « optique » → « lunettes »",
     "Allowed values of claim.act: French text changed"},
    {"records/claim.lua", "\"optical\"", "\"glasses\"",
     "Valeurs admises de claim.act : suppression de « optical »",
     "Allowed values of claim.act: “optical” removed"},
    {"records/claim.lua", "  handler = \"handler\",\n", "", "Gestionnaire de claim : handler → aucun",
     "Handler of claim: handler → none"},
    {"records/claim.lua", "  handler = \"handler\",\n",
     "  handler = \"handler\",\n  retention = \"5 years\",\n",
     "Durée de conservation de claim : aucun → 5 ans après le dernier événement du fichier",
     "Retention of claim: none → 5 years after the last event of the file"},
    {"controls/late.lua", "amount > threshold", "amount >= threshold",
     "Condition de sample/late : amount > threshold → amount >= threshold",
     "Condition of sample/late: amount > threshold → amount >= threshold"},
    {"controls/late.lua", "1000.00 EUR", "800.00 EUR",
     "Valeur par défaut de threshold (sample/late) : 1 000,00 € → 800,00 €",
     "Default of threshold (sample/late): €1,000.00 → €800.00"},
    {"controls/late.lua", "minimum = \"0.00 EUR\",", "",
     "Minimum de threshold (sample/late) : 0,00 € → aucun",
     "Minimum of threshold (sample/late): €0.00 → none"},
    {"controls/late.lua", "\"check\"", "\"flag\"", "Effet de sample/late : contrôler → signaler",
     "Effect of sample/late: check → flag"},
    {"controls/late.lua", "\"check\"", "\"flag\", visible_to = \"tracfin-correspondent\"",
     "Destinataire réservé de sample/late : aucun → correspondant Tracfin",
     "Sole reader of sample/late: none → Tracfin correspondent"},
    {"controls/late.lua", "\"low\"", "\"high\"", "Gravité de sample/late : faible → élevé",
     "Severity of sample/late: low → high"},
    {"controls/late.lua", "fr = \"tard\"", "fr = \"trop tard\"",
     "Message de sample/late : « tard » → « trop tard »", "Message of sample/late: French text changed"},
    {"controls/late.lua", "The proof", "A proof",
     "Points de vérification de sample/late : texte anglais modifié",
     "Verification points of sample/late: “The proof is there” → “A proof is there”"},
    {"controls/check.lua", "fr = \"séjour\"", "fr = \"Séjour\"",
     "Messages du jugement de sample/check : « séjour » → « Séjour »",
     "Messages of the judge of sample/check: French text changed"},
    {"controls/check.lua", "return fail()", "return pass()",
     "code de controls/check.lua modifié à partir de la ligne 7",
     "code of controls/check.lua changed from line 7 on"},
    {"indicators/paid.lua", "is not missing", "is missing",
     "Condition à satisfaire de sample/paid : paid_on is not missing → paid_on is missing",
     "Condition to be met of sample/paid: paid_on is not missing → paid_on is missing"},
};

std::vector<model::Change> compared(const PluginFiles& before, const PluginFiles& after,
                                    const Catalogue& catalogue) {
    const auto old = load_plugin(before, ""), young = load_plugin(after, "");
    if (!old) BOOST_FAIL(french_text(old.error().diagnostics.front()));
    if (!young) BOOST_FAIL(french_text(young.error().diagnostics.front()));
    return changes(*old, before, *young, after, catalogue);
}

// With plain spaces, so that the cases can be read.
std::string first_sentence(const std::vector<model::Change>& changes) {
    std::string text = changes.empty() ? "" : changes.front().text;
    for (const std::string_view space : {"\u00a0", "\u202f"}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    }
    return text;
}

PluginFiles edited(const std::string& file, std::string_view search, std::string_view replacement) {
    PluginFiles files = sound();
    std::string& text = files.at(file);
    const auto place = text.find(search);
    BOOST_REQUIRE_MESSAGE(place != std::string::npos, file << " has no " << search);
    text.replace(place, search.size(), replacement);
    return files;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plugin_changes)

BOOST_AUTO_TEST_CASE(are_sentences_by_meaning) {
    const Catalogue french(Language::french), english(Language::english);
    for (const auto& [file, search, replacement, fr, en] : cases) {
        BOOST_TEST_CONTEXT(search << " becomes " << replacement) {
            const PluginFiles after = edited(file, search, replacement);
            BOOST_TEST(first_sentence(compared(sound(), after, french)) == fr);
            BOOST_TEST(first_sentence(compared(sound(), after, english)) == en);
            BOOST_TEST(compared(after, after, french).empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(say_where_code_changed_beside_what_is_declared) {
    const Catalogue english(Language::english);
    const auto found = compared(sound(), edited("controls/late.lua", "1000.00 EUR", "800.00 EUR"), english);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].path == "controls/sample/late/parameter/threshold/default");
    BOOST_TEST(found[0].before == "€1,000.00");
    BOOST_TEST(found[0].after == "€800.00");
    BOOST_TEST(found[1].path == "controls/late.lua");
    BOOST_TEST(found[1].text == "code of controls/late.lua changed from line 4 on");
}

BOOST_AUTO_TEST_CASE(of_comments_and_white_space_are_none) {
    const Catalogue english(Language::english);
    BOOST_TEST(
        compared(sound(), edited("controls/check.lua", "-- always", "-- for ever\n\n"), english).empty());
    BOOST_TEST(
        compared(sound(), edited("plugin.lua", "return", "--[==[ of\ntwo lines ]] ]==]\nreturn"), english)
            .empty());
}

BOOST_AUTO_TEST_CASE(name_files_that_came_and_went) {
    const Catalogue english(Language::english);
    PluginFiles fewer = sound();
    fewer.erase("controls/late.lua");
    BOOST_TEST(first_sentence(compared(sound(), fewer, english)) == "Controls: “sample/late” removed");
    BOOST_TEST(compared(fewer, sound(), english).back().text == "file controls/late.lua added");
}

BOOST_AUTO_TEST_CASE(see_code_as_lua_does) {
    const auto read = [](std::string_view source) {
        std::string text;
        for (const CodeToken& token : code_tokens(source))
            text += std::to_string(token.line) + ":" + std::string(token.text) + " ";
        return text;
    };
    BOOST_TEST(read("a = 1 -- b\nc") == "1:a 1:= 1:1 2:c ");
    BOOST_TEST(read("a = \"-- no comment\\\" \" .. '--'") ==
               "1:a 1:= 1:\"-- no comment\\\" \" 1:. 1:. 1:'--' ");
    BOOST_TEST(read("x[1] = [=[ ]] --\n]=] y") == "1:x 1:[ 1:1 1:] 1:= 1:[=[ ]] --\n]=] 2:y ");
    BOOST_TEST(read("--[[ a\nb ]] c --[ d") == "2:c ");
    BOOST_TEST(read("'open") == "1:'open ");
    BOOST_TEST(read("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
