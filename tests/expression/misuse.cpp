// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "base/catalogue.h"
#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

struct Misuse {
    std::string text;
    std::string place;  // line:column, the text starting at 10:5
    std::string what;
    std::string hint = {};  // in English
};

const std::vector<Misuse> misused_conditions{
    // characters
    {"amount == 1 EUR", "10:12", "unknown_character", "write ="},
    {"amount != 1 EUR", "10:12", "unknown_character", "write <>"},
    {"amount ≤ 1 EUR", "10:12", "unknown_character", "write <="},
    {"visits = 1 && visits = 2", "10:16", "unknown_character", "write and"},
    {"handler = \"H07\"", "10:15", "unknown_character", "write '"},
    {"amount > 1000 €", "10:19", "unknown_character", "write EUR"},
    {"amount / 2 > 1 EUR", "10:12", "unknown_character"},
    {"visits = 1;", "10:15", "unknown_character"},
    {"handler = 'H07", "10:15", "unterminated_text", "add the closing quote: 'text'"},
    {"handler = ''", "10:15", "empty_text", "say “is missing”"},
    // numbers and dates
    {"amount > 1000", "10:14", "incomparable", "write 1000 EUR"},
    {"1000 < amount", "10:5", "incomparable", "write 1000 EUR"},
    {"fee > 3", "10:11", "incomparable", "write 3 USD"},
    {"amount > 1000EUR", "10:14", "malformed_number", "write 1000 EUR"},
    {"amount > 12.505 EUR", "10:14", "malformed_number",
     "write an amount with at most two decimals and its currency’s code: 12.50 EUR"},
    {"amount > 1 000 EUR", "10:16", "number_broken",
     "write numbers without spaces and with a point for decimals: 1000.50 EUR"},
    {"amount > 1000,50 EUR", "10:18", "number_broken",
     "write numbers without spaces and with a point for decimals: 1000.50 EUR"},
    {"1 000 EUR < amount", "10:7", "number_broken",
     "write numbers without spaces and with a point for decimals: 1000.50 EUR"},
    {"visits > 0.95", "10:14", "incomparable"},
    {"rate > visits", "10:12", "incomparable"},
    {"rate > 0.1234567891", "10:12", "malformed_number",
     "write numbers without spaces and with a point for decimals: 1000.50 EUR"},
    {"visits > 10 ouvrés", "10:14", "incomparable", "write 10"},
    {"delay > 5", "10:13", "incomparable", "write 5 ouvrés"},
    {"delay > 5 days", "10:13", "mixed_units"},
    {"received_on + 1.5 days < paid_on", "10:19", "malformed_number",
     "write a duration such as 30 days, 10 ouvrés, 10 ouvrables or 2 months"},
    {"received_on + 5000000 days < paid_on", "10:19", "number_too_large"},
    {"received_on + 2 weeks < paid_on", "10:21", "unknown_unit",
     "possible units: a currency such as EUR, days, ouvrés, ouvrables, months"},
    {"amount > 10 eur", "10:17", "unknown_unit",
     "possible units: a currency such as EUR, days, ouvrés, ouvrables, months"},
    // calculations
    {"paid_on > received_on + 3", "10:27", "no_arithmetic", "write 3 days"},
    {"paid_on - received_on > 3", "10:13", "no_arithmetic", "write days(received_on, paid_on)"},
    {"amount * refund > 1 EUR", "10:12", "no_arithmetic"},
    {"amount + 3 > 1 EUR", "10:12", "no_arithmetic", "write 3 EUR"},
    {"amount + fee > 1 EUR", "10:14", "mixed_currencies"},
    {"visits + 0.5 > 1.0", "10:12", "no_arithmetic"},
    {"handler + 'x' = 'y'", "10:13", "no_arithmetic"},
    {"30 days + received_on < paid_on", "10:13", "no_arithmetic"},
    {"amount + > 1 EUR", "10:14", "value_expected"},
    {"(amount + refund > 1 EUR", "10:29", "expected_at_end"},
    // lists and the values of other types
    {"act in limit", "10:12", "not_a_list",
     "after “in”, write a list in parentheses, a parameter of type list, or type.field"},
    {"act in pharmacy", "10:12", "not_a_list",
     "after “in”, write a list in parentheses, a parameter of type list, or type.field"},
    {"visits in allowed_acts", "10:5", "list_of_texts"},
    {"allowed_acts = 'x'", "10:5", "list_as_value",
     "after “in”, write a list in parentheses, a parameter of type list, or type.field"},
    {"number in decisoin.key", "10:15", "unknown_type", "did you mean “decision”?"},
    {"number in decision.kee", "10:15", "unknown_field", "did you mean “key”?"},
    {"amount in decision.key", "10:15", "incomparable"},
    // aggregates
    {"count() > 1", "10:5", "aggregate_outside",
     "possible aggregates: count(), count(distinct field), sum, min, max, mean, median"},
    {"sum(amount) > 1 EUR", "10:5", "aggregate_outside",
     "possible aggregates: count(), count(distinct field), sum, min, max, mean, median"},
    {"visits > 9223372036854775808", "10:14", "number_too_large"},
    {"amount > 92233720368547758.08 EUR", "10:14", "number_too_large"},
    {"amount > 92233720368547759 EUR", "10:14", "number_too_large"},
    {"paid_on > 2026-02-30", "10:15", "malformed_date",
     "write dates without quotes, in the order year, month, day: 2026-07-01"},
    {"paid_on > '2026-07-01'", "10:15", "incomparable", "write 2026-07-01"},
    {"paid_on > '01/07/2026'", "10:15", "incomparable",
     "write dates without quotes, in the order year, month, day: 2026-07-01"},
    // grammar
    {"", "10:5", "value_expected_at_end"},
    {"amount >\n\n", "10:13", "value_expected_at_end"},
    {"amount", "10:11", "comparison_expected_at_end",
     "compare “amount” with a value, or write “amount is missing”; a yes/no field is written “amount = "
     "true”"},
    {"urgent and visits = 1", "10:12", "comparison_expected",
     "compare “urgent” with a value, or write “urgent is missing”; a yes/no field is written “urgent = "
     "true”"},
    {"amount > threshold AND visits = 1", "10:24", "end_expected", "did you mean “and”?"},
    {"visits > 3 AND visits = 1", "10:16", "end_expected", "did you mean “and”?"},
    {"amount IS missing", "10:12", "comparison_expected", "did you mean “is”?"},
    {"(visits = 1", "10:16", "expected_at_end"},
    {"visits = 1)", "10:15", "end_expected"},
    {"visits between 1 or 2", "10:22", "expected"},
    {"act in 'pharmacy'", "10:12", "expected"},
    {"act in ()", "10:13", "value_expected"},
    {"visits in (1, limit)", "10:19", "literal_expected"},
    {"amount is null", "10:15", "expected"},
    {"handler starts 'H'", "10:20", "expected"},
    {"act not in ('pharmacy')", "10:9", "comparison_expected", "put “not” in front: not act …"},
    {"1 < visits < 3", "10:16", "chained", "link two comparisons with “and”, or write “between … and …”"},
    {"visits = 1 = true", "10:16", "chained", "link two comparisons with “and”, or write “between … and …”"},
    {"(visits = 1) is missing", "10:18", "chained",
     "link two comparisons with “and”, or write “between … and …”"},
    {"check. = 1", "10:12", "field_expected"},
    {"visits = 1 or\n  é\u00a0and = 1", "11:5", "comparison_expected",
     "compare “é” with a value, or write “é is missing”; a yes/no field is written “é = true”"},
    // names
    {"amuont > threshold", "10:5", "unknown_name", "did you mean “amount”?"},
    {"amount > treshold", "10:14", "unknown_name", "did you mean “threshold”?"},
    {"chek is missing", "10:5", "unknown_name", "did you mean “check”?"},
    {"act = pharmacy", "10:11", "unknown_name", "write 'pharmacy'"},
    {"verdict = 'refused'", "10:5", "unknown_name", "write check.verdict"},
    {"chek.verdict = 'refused'", "10:5", "unknown_alias", "did you mean “check”?"},
    {"check.verdikt = 'refused'", "10:5", "unknown_field", "did you mean “verdict”?"},
    {"claim.threshold > 1 EUR", "10:5", "unknown_field"},
    {"visits = 1 and\n  é.x = 1", "11:3", "unknown_alias"},
    {"check = 'refused'", "10:5", "alias_as_value", "name one of its fields: check.…"},
    {"urgency = 1 EUR", "10:5", "unknown_name", "did you mean “urgent”?"},
    {"day(received_on, paid_on) > 1", "10:5", "unknown_function", "did you mean “days”?"},
    {"ouvres(received_on) > 1", "10:5", "argument_count"},
    {"month(amount) = 1", "10:11", "wrong_argument"},
    {"first_digit(handler) = 1", "10:17", "wrong_argument"},
    {"length(amount) > 1", "10:12", "wrong_argument"},
    {"distance(handler, visits) > 1", "10:23", "wrong_argument"},
    {"days(received_on) > 1", "10:5", "argument_count"},
    {"date() = 2026-07-01", "10:5", "argument_count"},
    {"date(paid_on) = 2026-07-01", "10:10", "wrong_argument", "write paid_on"},
    {"days(entered_at, paid_on) > 1", "10:10", "wrong_argument", "write date(entered_at)"},
    {"handler = both", "10:15", "ambiguous_name", "write claim.both"},
    {"claim is missing", "10:5", "never_missing"},
    {"threshold is missing", "10:5", "never_missing"},
    {"3 is missing", "10:5", "never_missing"},
    // types
    {"visits = 'x'", "10:14", "incomparable"},
    {"handler = 7", "10:15", "incomparable", "write '7'"},
    {"handler = act", "10:15", "incomparable"},
    {"entered_at <= paid_on", "10:19", "incomparable", "write date(entered_at)"},
    {"iban = 'FR76'", "10:12", "incomparable"},
    {"amount > fee", "10:14", "mixed_currencies"},
    {"amount in (1 EUR, 2 USD)", "10:23", "mixed_currencies"},
    {"amount between 1 EUR and 2 USD", "10:30", "mixed_currencies"},
    {"iban < staff_iban", "10:10", "no_order", "compare them with = or <>"},
    {"act >= 'pharmacy'", "10:9", "no_order", "compare them with = or <>"},
    {"urgent between false and true", "10:12", "no_order", "compare them with = or <>"},
    {"act = 'farmacy'", "10:11", "unknown_code", "did you mean “pharmacy”?"},
    {"act in ('pharmacy', 'x')", "10:25", "unknown_code",
     "possible values: 'consultation', 'hospital-stay', 'pharmacy'"},
    {"amount starts with 'x'", "10:5", "not_text"},
    {"handler starts with 7", "10:25", "not_text", "write '7'"},
    {"act starts with 'p'", "10:5", "not_text"},
};

const std::vector<Misuse> misused_joins{
    {"", "10:5", "type_expected_at_end", "write a join like this: decision on key = claim.number"},
    {"= 1", "10:5", "type_expected", "write a join like this: decision on key = claim.number"},
    {"decisoin on key = number", "10:5", "unknown_type", "did you mean “decision”?"},
    {"decision where key = number", "10:14", "expected"},
    {"decision on", "10:16", "value_expected_at_end"},
    {"decision on key", "10:20", "expected_at_end"},
    {"decision on key < number", "10:21", "expected"},
    {"decision on key = number or key = handler", "10:30", "join_end_expected"},
    {"decision on kee = number", "10:17", "unknown_field", "did you mean “key”?"},
    {"decision on key = claim.numbr", "10:23", "unknown_field", "did you mean “number”?"},
    {"decision on decision.key = number", "10:17", "join_left",
     "write a join like this: decision on key = claim.number"},
    {"decision on claim.number = key", "10:17", "join_left",
     "write a join like this: decision on key = claim.number"},
    {"decision on key = prefix", "10:23", "join_right",
     "write a join like this: decision on key = claim.number"},
    {"decision on key = other.key", "10:23", "join_right",
     "write a join like this: decision on key = claim.number"},
    {"decision on key = claim.amount", "10:23", "incomparable"},
    {"decision on verdict = 'relesed'", "10:27", "unknown_code", "did you mean “released”?"},
};

Scope wide_scope() {
    Scope wide = scope();
    std::vector<column::Field> fields(wide.schema->fields().begin(), wide.schema->fields().end());
    fields.push_back({.name = "both", .type = column::Type::text});
    wide.schema = std::make_shared<column::Schema>(fields);
    wide.parameters.push_back({"both", column::Type::text});
    return wide;
}

void expect(const Misuse& misuse, const Joins& joins, const std::optional<Clause>& where) {
    BOOST_TEST_CONTEXT(misuse.text) {
        const auto query = Query::compile(wide_scope(), joins, where);
        BOOST_REQUIRE(!query);
        const Diagnostic& fault = query.error().diagnostics.front();
        BOOST_TEST(fmt::format("{}:{}", fault.place.line, fault.place.column) == misuse.place);
        BOOST_TEST(fault.what.id == "expression." + misuse.what);
        for (const Language language : {Language::french, Language::english}) {
            const Catalogue catalogue(language);
            BOOST_TEST(!catalogue.text(fault.what).empty());
            const std::string hint = fault.hint ? catalogue.text(*fault.hint) : "";
            if (language == Language::english) BOOST_TEST(hint == misuse.hint);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(misuse)

BOOST_AUTO_TEST_CASE(every_misuse_of_a_condition_is_told_with_its_place_and_a_hint) {
    for (const Misuse& misuse : misused_conditions) {
        expect(misuse, decision_join, Clause{misuse.text, {"a.lua", 10, 5}});
    }
}

BOOST_AUTO_TEST_CASE(every_misuse_of_a_join_is_told_with_its_place_and_a_hint) {
    for (const Misuse& misuse : misused_joins) {
        expect(misuse, {{"other", {"decision on key = number"}}, {"check", {misuse.text, {"a.lua", 10, 5}}}},
               {});
    }
}

BOOST_AUTO_TEST_CASE(an_alias_is_a_name_of_its_own) {
    const auto fault = [](const std::string& alias) {
        const auto query = Query::compile(scope(), {{alias, {"decision on key = number"}}}, {});
        return query ? std::string() : query.error().diagnostics.front().what.id;
    };
    BOOST_TEST(fault("claim") == "expression.alias_taken");
    BOOST_TEST(fault("two words") == "expression.malformed_alias");
    BOOST_TEST(fault("missing") == "expression.malformed_alias");
    BOOST_TEST(fault("") == "expression.malformed_alias");
    BOOST_TEST(fault("check").empty());
}

BOOST_AUTO_TEST_CASE(an_alias_that_is_also_a_field_is_not_asked_for_its_absence) {
    const auto query =
        Query::compile(scope(), {{"act", {"decision on key = number"}}}, Clause{"act is missing"});
    BOOST_REQUIRE(!query);
    BOOST_TEST(query.error().diagnostics.front().what.id == "expression.ambiguous_name");
}

BOOST_AUTO_TEST_CASE(a_faulty_join_does_not_make_its_alias_unknown) {
    const auto query = Query::compile(scope(), {{"check", {"decision on"}}},
                                      Clause{"check.verdict = 'x' and check is missing"});
    BOOST_REQUIRE(!query);
    BOOST_TEST(query.error().diagnostics.size() == 2U);
}

BOOST_AUTO_TEST_CASE(all_independent_faults_of_a_clause_are_told_at_once) {
    const auto query = Query::compile(
        scope(), {},
        Clause{"amuont > treshold and visits = 'x' or act in ('a', 'b') and iban < 3 =", {"a.lua", 1, 1}});
    BOOST_REQUIRE(!query);
    std::vector<std::string> found;
    for (const Diagnostic& fault : query.error().diagnostics) found.push_back(fault.what.id);
    const std::vector<std::string> expected{"expression.unknown_name", "expression.unknown_name",
                                            "expression.incomparable", "expression.unknown_code",
                                            "expression.unknown_code", "expression.incomparable",
                                            "expression.chained"};
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
