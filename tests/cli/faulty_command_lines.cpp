// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

// What is typed in the sample workspace, the exit code, and what is said of it.
struct FaultyLine {
    const char* line;
    int code;
    const char* english;
    const char* french;
};

const FaultyLine wrong_words[] = {
    {"wroklist list", 2, "there is no command \"wroklist\"\n    → did you mean worklist?",
     "il n’y a pas de commande « wroklist »\n    → vouliez-vous dire worklist ?"},
    {"zzzzzzzz", 2, "see all commands: cadran --help", "voyez toutes les commandes : cadran --help"},
    {"list", 2, "there is no command \"list\"", "il n’y a pas de commande « list »"},
    {"worklist lsit", 2, "did you mean worklist list?", "vouliez-vous dire worklist list ?"},
    {"worklist zzzz", 2,
     "possible: list, show, decide, take, give-back, workload, reopen, contest, export, import, release",
     "possibles : list, show, decide, take, give-back, workload, reopen, contest, export, import, release"},
    {"worklist decid F-1", 2, "did you mean worklist decide?", "vouliez-vous dire worklist decide ?"},
    {"cycle turn pay-benefits", 2, "there is no command \"cycle turn\"",
     "il n’y a pas de commande « cycle turn »"},
    {"export reviews pay-benefits", 2, "did you mean export review?", "vouliez-vous dire export review ?"},
    {"journal verfy", 2, "did you mean journal verify?", "vouliez-vous dire journal verify ?"},
    {"help worklist lsit", 2, "there is no command \"worklist lsit\"",
     "il n’y a pas de commande « worklist lsit »"},
    {"nothing --help", 2, "there is no command \"nothing\"", "il n’y a pas de commande « nothing »"},
    {"worklist list more", 2, "\"more\" is not expected here\n    → see: cadran worklist list --help",
     "« more » n’est pas attendu ici\n    → voyez : cadran worklist list --help"},
    {"check now", 2, "\"now\" is not expected here", "« now » n’est pas attendu ici"},
    {"import claim a b c", 2, "\"b\" is not expected here", "« b » n’est pas attendu ici"},
    {"journal list -x", 2, "\"-x\" is not expected here", "« -x » n’est pas attendu ici"},
    {"import claim a --reject b", 2, "\"--reject\" is not expected here\n    → did you mean --rejects?",
     "vouliez-vous dire --rejects ?"},
    {"worklist list --worksapce ..", 2, "did you mean --workspace?", "vouliez-vous dire --workspace ?"},
    {"worklist list --worksapce=..", 2, "did you mean --workspace?", "vouliez-vous dire --workspace ?"},
    {"init ../new --smaple", 2, "did you mean --sample?", "vouliez-vous dire --sample ?"},
    {"check --period 2026", 2, "\"--period\" is not expected here", "« --period » n’est pas attendu ici"},
    {"worklist decide F-1 --verdct released", 2, "did you mean --verdict?", "vouliez-vous dire --verdict ?"},
};

const FaultyLine missing_words[] = {
    {"import", 2, "TYPE is missing\n    → see: cadran import --help\nFILE is missing",
     "il manque TYPE\n    → voyez : cadran import --help\nil manque FILE"},
    {"import claim", 2, "FILE is missing", "il manque FILE"},
    {"import --sheet list claim", 2, "FILE is missing", "il manque FILE"},
    {"import list claim more", 2, "\"more\" is not expected here", "« more » n’est pas attendu ici"},
    {"worklist show", 2, "ITEM is missing", "il manque ITEM"},
    {"worklist decide", 2, "ITEM is missing", "il manque --verdict"},
    {"worklist decide F-1", 2, "--verdict is missing", "il manque --verdict"},
    {"worklist release", 2, "--released is missing", "il manque --suspended"},
    {"worklist release --released a", 2, "--suspended is missing", "il manque --suspended"},
    {"account add", 2, "NAME is missing", "il manque NAME"},
    {"account add nadia --role controller", 2, "--person is missing", "il manque --person"},
    {"account add nadia --person N", 2, "--role is missing", "il manque --role"},
    {"account enrol t", 2, "--code-file is missing", "il manque --code-file"},
    {"plugin draft", 2, "PLUGIN is missing", "il manque PLUGIN"},
    {"plugin accept claims", 2, "--from is missing", "il manque --from"},
    {"process show", 2, "PROCESS is missing", "il manque PROCESS"},
    {"control run pay-benefits", 2, "--period is missing", "il manque --period"},
    {"review hold pay-benefits", 2, "--conclusion is missing", "il manque --participant"},
    {"export review pay-benefits --period 2026-Q3", 2, "--to is missing", "il manque --to"},
    {"backup", 2, "DIR is missing", "il manque DIR"},
    {"restore ../there", 2, "DIR is missing", "il manque DIR"},
    {"init", 2, "DIR is missing", "il manque DIR"},
    {"import claim a --rejects", 2, "--rejects expects a value", "--rejects attend une valeur"},
    {"worklist decide F-1 --verdict", 2, "--verdict expects a value", "--verdict attend une valeur"},
    {"worklist decide F-1 --verdict --reason late", 2, "--verdict expects a value",
     "--verdict attend une valeur"},
    {"worklist list --format", 2, "--format expects a value", "--format attend une valeur"},
    {"worklist list --workspace --format json", 2, "--workspace expects a value",
     "--workspace attend une valeur"},
    {"worklist list --token-file", 2, "--token-file expects a value", "--token-file attend une valeur"},
    {"init ../new --sample=yes", 2, "--sample takes no value", "--sample n’attend pas de valeur"},
};

const FaultyLine wrong_values[] = {
    {"worklist list --format xml", 2, "there is no format \"xml\"\n    → possible: table, json, csv",
     "il n’y a pas de format « xml »\n    → possibles : table, json, csv"},
    {"worklist list --now tomorrow", 2,
     "--now: \"tomorrow\" is not a date\n    → a date is written 2026-07-31",
     "--now : « tomorrow » n’est pas une date\n    → une date s’écrit 2026-07-31"},
    {"worklist list --now 2026-02-30", 2, "\"2026-02-30\" is not a date",
     "« 2026-02-30 » n’est pas une date"},
    {"worklist list --period 2026-13", 2,
     "--period: \"2026-13\" is not a period\n    → a period is written 2026-07, 2026-Q3 or 2026",
     "--period : « 2026-13 » n’est pas une période\n    → une période s’écrit 2026-07, 2026-Q3 ou 2026"},
    {"worklist list --period \"\"", 2, "--period: \"\" is not a period",
     "--period : «  » n’est pas une période"},
    {"control run pay-benefits --period 2026-Q5", 2, "\"2026-Q5\" is not a period",
     "« 2026-Q5 » n’est pas une période"},
    {"indicator measure pay-benefits --period Q3", 2, "\"Q3\" is not a period",
     "« Q3 » n’est pas une période"},
    {"plugin accept claims --from 01/07/2026", 2, "--from: \"01/07/2026\" is not a date",
     "--from : « 01/07/2026 » n’est pas une date"},
    {"process accept pay-benefits --from yesterday", 2, "\"yesterday\" is not a date",
     "« yesterday » n’est pas une date"},
    {"worklist list --state closed", 2,
     "there is no state \"closed\"\n    → possible: open, confirmed, dismissed, all",
     "il n’y a pas d’état « closed »\n    → possibles : open, confirmed, dismissed, all"},
    {"worklist decide F-1 --verdict paid", 2,
     "there is no verdict \"paid\"\n    → possible: released, refused, corrected",
     "il n’y a pas de verdict « paid »"},
    {"worklist release --released a --suspended b --again one", 2, "--again: \"one\" is not a whole number",
     "--again : « one » n’est pas un nombre entier"},
    {"journal list --after -1", 2, "--after: \"-1\" is not a whole number",
     "--after : « -1 » n’est pas un nombre entier"},
    {"journal list --after 99999999999999999999", 2, "is not a whole number", "n’est pas un nombre entier"},
    {"account add nadia --person N --role controler", 2,
     "there is no role \"controler\"\n    → did you mean controller?",
     "il n’y a pas de rôle « controler »\n    → vouliez-vous dire controller ?"},
    {"account add nadia --person N --role boss --role chief", 2,
     "there is no role \"chief\"\n    → possible: administrator, ", "il n’y a pas de rôle « boss »"},
    {"account add Nadia --person N --role controller", 2, "Nadia is not an account name",
     "Nadia n’est pas un nom de compte"},
    {"account add ines --person N --role controller", 2, "the account ines exists already",
     "le compte ines existe déjà"},
    {"process draft pay-benefit", 2, "did you mean pay-benefits?", "vouliez-vous dire pay-benefits ?"},
    {"process show pay-benefits", 2, "hand the draft in first", "déposez d’abord le projet"},
    {"init ../new", 2, "--organisation NAME", "--organisation"},
    {"init ../new --organisation O --account Inès", 2, "Inès is not an account name",
     "Inès n’est pas un nom de compte"},
    {"worklist list --workspace ../missing", 2, "there is no workspace in",
     "il n’y a pas d’espace de travail dans"},
    {"worklist list --token-file ../missing", 2, "/missing", "/missing"},
    {"account enrol t --code-file ../missing", 2, "there is no file", "n’existe pas"},
    {"restore ../missing ../there", 2, "is not a backup of Cadran", "n’est pas une sauvegarde de Cadran"},
    {"worklist list --token-file ../stray", 3, "this token is unknown\n    → ",
     "ce jeton est inconnu\n    → "},
    {"account enrol t --code-file ../stray", 3, "this invitation is unknown, used or expired",
     "cette invitation est inconnue, utilisée ou expirée"},
    {"worklist show F-1", 3, "ines lacks the right \"worklist.show\"\n    → ",
     "ines n’a pas le droit « worklist.show »\n    → "},
    {"import claim ../stray", 3, "ines lacks the right \"import.records\"",
     "ines n’a pas le droit « import.records »"},
    {"init ../new --organisation O --now 2026-07-01", 3, "--now is refused", "--now est refusé"},
    {"init .", 4, "is not empty\n    → choose a new or empty folder",
     "n’est pas vide\n    → choisissez un répertoire nouveau ou vide"},
    {"backup ..", 4, "is not empty", "n’est pas vide"},
};

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

// No-break spaces as plain ones, so that the table reads as people type.
std::string with_plain_spaces(std::string text) {
    for (const std::string_view space : {"\u00a0", "\u202f"}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    }
    return text;
}

void check(std::span<const FaultyLine> lines) {
    Desk desk;
    desk.open_office();
    desk.write("stray", "what was found on the floor\n");
    for (const FaultyLine& faulty : lines) {
        for (const auto& [language, said] :
             {std::pair("en", faulty.english), std::pair("fr", faulty.french)}) {
            desk.environment["LANG"] = language;
            const Answer answer = desk.run(faulty.line);
            BOOST_TEST_CONTEXT("cadran " << faulty.line << " (" << language << ")") {
                BOOST_TEST(answer.code == faulty.code);
                BOOST_TEST(answer.results == "");
                BOOST_TEST(with_plain_spaces(answer.notes).find(said) != std::string::npos,
                           "expected: " << said << "\ngot: " << answer.notes);
                BOOST_TEST(answer.notes.find('{') == std::string::npos);
                BOOST_TEST(answer.notes.find('\x1b') == std::string::npos);
                BOOST_TEST(answer.notes.ends_with('\n'));
            }
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(faulty_command_lines)

BOOST_AUTO_TEST_CASE(words_that_are_not_known_get_the_nearest_one) {
    check(wrong_words);
}

BOOST_AUTO_TEST_CASE(words_that_are_missing_are_named) {
    check(missing_words);
}

BOOST_AUTO_TEST_CASE(values_that_cannot_be_are_named_with_what_could) {
    check(wrong_values);
}

BOOST_AUTO_TEST_CASE(there_are_enough_of_them) {
    BOOST_TEST(std::size(wrong_words) + std::size(missing_words) + std::size(wrong_values) >= 60);
}

BOOST_AUTO_TEST_CASE(a_language_that_is_not_known_is_said_in_that_of_the_environment) {
    Desk desk;
    const Answer answer = desk.run("check --lang de");
    BOOST_TEST(answer.code == exit_invalid);
    BOOST_TEST(answer.notes == "the language \"de\" is not known\n    → possible: fr, en\n");
}

BOOST_AUTO_TEST_CASE(all_faults_of_a_line_are_said_at_once) {
    Desk desk;
    const Answer answer = desk.run("review hold --perod=2026-Q3 --yes");
    BOOST_TEST(answer.code == exit_invalid);
    BOOST_TEST(count_of(answer.notes, "is not expected here") == 2u);
    BOOST_TEST(count_of(answer.notes, "is missing") == 4u);  // PROCESS, --period, --participant, --conclusion
}

BOOST_AUTO_TEST_CASE(values_are_taken_as_they_are) {
    Desk desk;
    desk.open_office();
    // Nothing of this is an operator, a list or an option: it is the name of a person.
    for (const char* person : {"[a, b]", "{}", "%d", "-", "a=b", "'quoted'", "Zoë ☃"}) {
        static int number = 0;
        const std::string name = fmt::format("p{}", ++number);
        BOOST_TEST_CONTEXT(person) {
            BOOST_TEST(
                desk.run(fmt::format("account add {} --role auditor --person \"{}\"", name, person)).code ==
                0);
            BOOST_TEST(desk.run("account list --format csv").results.find(person) != std::string::npos);
        }
    }
    BOOST_TEST(desk.run("account add dash --role auditor --person=--role").code == exit_invalid);
}

BOOST_AUTO_TEST_SUITE_END()
