// SPDX-License-Identifier: Apache-2.0
#include "expression/in_words.h"

#include <boost/test/unit_test.hpp>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

struct Wording {
    std::string condition;
    std::string fr;
    std::string en;
};

const std::vector<Wording> wordings{
    {"amount > threshold and paid_on is missing",
     "montant au-dessus de 1\u202f000,00\u00a0€ et date de paiement vide",
     "amount above €1,000.00 and payment date empty"},
    {"check is not missing and check.verdict in ('released', 'corrected') and date(check.decided_at) <= "
     "paid_on",
     "avec correspondance pour «\u00a0check\u00a0» et verdict (check) identique à «\u00a0débloqué\u00a0» ou "
     "«\u00a0corrigé\u00a0» et date de décision (check) au plus tard «\u00a0date de paiement\u00a0»",
     "with a match for “check” and verdict (check) equal to “released” or “corrected” and decision date "
     "(check) not after "
     "“payment date”"},
    {"refund >= amount", "part remboursée d’au moins «\u00a0montant\u00a0»", "refund of at least “amount”"},
    {"amount < 12.5 EUR or amount <= 5 EUR",
     "montant au-dessous de 12,50\u00a0€ ou montant d’au plus 5,00\u00a0€",
     "amount below €12.50 or amount of at most €5.00"},
    {"amount between 1 EUR and 2 EUR", "montant entre 1,00\u00a0€ et 2,00\u00a0€ inclus",
     "amount between €1.00 and €2.00 inclusive"},
    {"not amount between 1 EUR and 2 EUR", "montant pas entre 1,00\u00a0€ et 2,00\u00a0€ inclus",
     "amount not between €1.00 and €2.00 inclusive"},
    {"act = 'hospital-stay'", "acte identique à «\u00a0séjour hospitalier\u00a0»",
     "act equal to “hospital stay”"},
    {"not act in ('pharmacy', 'consultation')",
     "acte autre que «\u00a0pharmacie\u00a0» ou «\u00a0consultation\u00a0»",
     "act other than “pharmacy” or “consultation”"},
    {"urgent = true or urgent <> true", "urgence\u00a0: oui ou urgence\u00a0: non",
     "urgent: yes or urgent: no"},
    {"paid_on = 2026-07-01", "date de paiement le même jour que le 01/07/2026",
     "payment date on the same day as 1 Jul 2026"},
    {"paid_on > start", "date de paiement après le 01/07/2026", "payment date after 1 Jul 2026"},
    {"paid_on < received_on or paid_on >= start",
     "date de paiement avant «\u00a0date de réception\u00a0» ou date de paiement au plus tôt le 01/07/2026",
     "payment date before “reception date” or payment date not before 1 Jul 2026"},
    {"limit < days(received_on, paid_on)",
     "nombre de jours entre «\u00a0date de réception\u00a0» et «\u00a0date de paiement\u00a0» au-dessus de 3",
     "number of days between “reception date” and “payment date” above 3"},
    {"handler starts with 'H0' and not handler starts with prefix",
     "gestionnaire commençant par «\u00a0H0\u00a0» et gestionnaire ne commençant pas par «\u00a0H0\u00a0»",
     "handler starting with “H0” and handler not starting with “H0”"},
    {"check is missing or check.verdict is not missing",
     "sans correspondance pour «\u00a0check\u00a0» ou verdict (check) non vide",
     "without a match for “check” or verdict (check) not empty"},
    {"visits = 1 and (visits > 2 or visits <> 4)",
     "nombre de visites identique à 1 et (nombre de visites au-dessus de 2 ou nombre de visites autre que 4)",
     "visits equal to 1 and (visits above 2 or visits other than 4)"},
    {"visits = 1 and visits = 2 or visits = 3",
     "(nombre de visites identique à 1 et nombre de visites identique à 2) ou nombre de visites identique à "
     "3",
     "(visits equal to 1 and visits equal to 2) or visits equal to 3"},
    {"not (visits = 1 and (visits > 2 and paid_on is missing))",
     "nombre de visites autre que 1 ou nombre de visites d’au plus 2 ou date de paiement non vide",
     "visits other than 1 or visits of at most 2 or payment date not empty"},
    {"not (visits < 1 or not (visits >= 2 or visits <= 3))",
     "nombre de visites d’au moins 1 et (nombre de visites d’au moins 2 ou nombre de visites d’au plus 3)",
     "visits of at least 1 and (visits of at least 2 or visits of at most 3)"},
    {"not (2 > visits or 3 <= visits) and not (4 < visits or visits = 5)",
     "nombre de visites d’au moins 2 et nombre de visites au-dessous de 3 et nombre de visites d’au plus 4 "
     "et "
     "nombre de visites autre que 5",
     "visits of at least 2 and visits below 3 and visits of at most 4 and visits other than 5"},
    {"act in allowed_acts and not number in decision.key",
     "acte parmi «\u00a0pharmacy\u00a0» ou «\u00a0consultation\u00a0» et numéro ne figurant pas parmi les "
     "valeurs "
     "«\u00a0dossier\u00a0» de «\u00a0decision\u00a0»",
     "act among “pharmacy” or “consultation” and number not among the values “record” of “decision”"},
    {"received_on + 10 ouvrés < paid_on",
     "date de paiement après «\u00a0date de réception\u00a0» plus 10 jours ouvrés",
     "payment date after “reception date” plus 10 working days (Monday to Friday)"},
    {"(amount + refund) * 0.5 > 10 EUR",
     "(«\u00a0montant\u00a0» plus «\u00a0part remboursée\u00a0») multiplié par 0,5 au-dessus de 10,00\u00a0€",
     "(“amount” plus “refund”) times 0.5 above €10.00"},
    {"ouvres(received_on, paid_on) > limit",
     "nombre de jours ouvrés entre «\u00a0date de réception\u00a0» et «\u00a0date de paiement\u00a0» "
     "au-dessus de 3",
     "number of working days (Monday to Friday) between “reception date” and “payment date” above 3"},
    {"month(paid_on) = 12 and first_digit(amount) = 1",
     "mois de «\u00a0date de paiement\u00a0» identique à 12 et premier chiffre de «\u00a0montant\u00a0» "
     "identique à 1",
     "month of “payment date” equal to 12 and first digit of “amount” equal to 1"},
    {"iban = staff_iban", "IBAN identique à «\u00a0staff_iban\u00a0»", "IBAN equal to “staff_iban”"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(in_words)

BOOST_AUTO_TEST_CASE(puts_conditions_into_both_languages) {
    const Catalogue french(Language::french);
    const Catalogue english(Language::english);
    const Query query = Query::compile(scope(), decision_join, {}).value();
    const auto values = parameters();
    for (const Wording& wording : wordings) {
        BOOST_TEST_CONTEXT(wording.condition) {
            const Condition condition = query.condition({wording.condition}).value();
            BOOST_TEST(expression::in_words(condition, french, values) == wording.fr);
            BOOST_TEST(expression::in_words(condition, english, values) == wording.en);
        }
    }
}

BOOST_AUTO_TEST_CASE(names_parameters_that_have_no_value_yet) {
    const Query query = Query::compile(scope(), {}, Clause{"amount > threshold"}).value();
    BOOST_TEST(expression::in_words(*query.where(), Catalogue(Language::french)) ==
               "montant au-dessus de «\u00a0threshold\u00a0»");
}

struct Whole {
    Clauses clauses;
    std::string fr;
    std::string en;
};

BOOST_AUTO_TEST_CASE(puts_every_clause_of_a_query_into_words) {
    const std::vector<Whole> wholes{
        {{}, "tous les enregistrements", "all records"},
        {{.where = Clause{"visits = 1"},
          .group = Clause{"handler, act"},
          .having = Clause{"count() > 1 and sum(amount) > threshold"},
          .history = Clause{"12 months"}},
         "nombre de visites identique à 1\u00a0; regroupement par «\u00a0gestionnaire\u00a0» et "
         "«\u00a0acte\u00a0»\u00a0; "
         "dont nombre d’enregistrements au-dessus de 1 et somme de «\u00a0montant\u00a0» au-dessus de "
         "1\u202f000,00\u00a0€\u00a0; enregistrements antérieurs compris sur 12 mois",
         "visits equal to 1; grouped by “handler” and “act”; with number of records above 1 and sum of "
         "“amount” above "
         "€1,000.00; earlier records of 12 months included"},
        {{.windows = {{"spent", {"sum(amount) over 30 days by handler ordered by paid_on"}}},
          .having = Clause{"spent > threshold"}},
         "tous les enregistrements\u00a0; dont somme de «\u00a0montant\u00a0» sur 30 jours glissants par "
         "«\u00a0gestionnaire\u00a0» selon «\u00a0date de paiement\u00a0» au-dessus de 1\u202f000,00\u00a0€",
         "all records; with sum of “amount” over 30 days up to “payment date” for each “handler” above "
         "€1,000.00"},
        {{.sample = SampleClause{Decimal{25, 3}, {}, Clause{"handler"}, {}}},
         "tous les enregistrements\u00a0; échantillon de 2,5\u202f% pour chaque valeur de "
         "«\u00a0gestionnaire\u00a0»",
         "all records; sample of 2.5% for each value of “handler”"},
        {{.sample = SampleClause{{}, 50, {}, {}}},
         "tous les enregistrements\u00a0; échantillon de 50 enregistrements",
         "all records; sample of 50 records"}};
    const auto values = parameters();
    for (const Whole& whole : wholes) {
        const Query query = Query::compile(scope(), whole.clauses).value();
        BOOST_TEST(expression::in_words(query, Catalogue(Language::french), values) == whole.fr);
        BOOST_TEST(expression::in_words(query, Catalogue(Language::english), values) == whole.en);
    }
}

BOOST_AUTO_TEST_SUITE_END()
