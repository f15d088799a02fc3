// SPDX-License-Identifier: Apache-2.0
#include "app/data.h"

#include <boost/test/unit_test.hpp>

#include "app/journal.h"
#include "app/plugin.h"
#include "app/sample_workspace.h"
#include "base/file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

// `M1;80.00`: the values of a row as files write them.
std::string text_of(const std::vector<AnalysisCell>& row) {
    struct Writer {
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const Money& amount) const { return plain_text(amount); }
        std::string operator()(const Decimal& number) const { return plain_text(number); }
        std::string operator()(const Date& date) const { return iso_text(date); }
        std::string operator()(const LocalText& text) const { return text.en; }
    };
    std::string text;
    for (const AnalysisCell& cell : row) {
        if (cell.form == AnalysisCell::Form::bar) continue;
        const auto* value = std::get_if<Argument>(&cell.value);
        text += (text.empty() ? "" : ";") + (value == nullptr ? "-" : std::visit(Writer{}, *value));
    }
    return text;
}

// Every remark is said on the way, which throws where a catalogue lacks it or names other arguments.
std::string remarks(const Analysis& analysis) {
    std::string ids;
    for (const Message& remark : analysis.remarks) {
        for (const Language language : {Language::french, Language::english})
            BOOST_TEST(!Catalogue(language).text(remark).empty());
        ids += (ids.empty() ? "" : " ") + remark.id;
    }
    return ids;
}

std::string rows(const Result<Analysis>& analysis) {
    if (!analysis) return told(analysis);
    std::string text;
    for (const auto& row : analysis->rows) text += text_of(row) + "\n";
    remarks(*analysis);
    return text;
}

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims.csv", july_claims);
    }
    // Claims of one member, one day, one handler each.
    std::filesystem::path claims_of(const std::vector<std::pair<std::string, std::string>>& amounts) {
        std::string text = claim_header;
        for (const auto& [number, amount] : amounts) text += claim(number, "10/07/2026", amount);
        return file("more.csv", text);
    }
    void accept_fraud() {
        Session malik = as("malik.dahmani"), sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(draft_plugin(malik, "fraud")), "done");
        BOOST_REQUIRE_EQUAL(told(accept_plugin(sophie, {"fraud", day("2026-07-01"), "test"})), "done");
        import("benefit", "benefits.csv",
               "number;member;beneficiary;provider;act;invoice;amount;paid_on;handler;iban\n"
               "B1;A;A-1;PS;optical;F-1;50,00;10/07/2026;H01;\n");
    }
    Session confidant() {
        return as(model::Account{"tess", "Tess", {model::Role::tracfin_correspondent}, {}, "", 1});
    }

    Session luc = as("luc.moreau");
    const RecordChoice july{.type = "claim", .period = period("2026-07")};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(data, Example)

BOOST_AUTO_TEST_CASE(puts_amounts_into_classes_with_their_sums_and_shares) {
    BOOST_TEST(rows(stratify_records(luc, {july, "amount", "1000,2000"})) ==
               "-;1000.00 EUR;1;14.3;25.00 EUR;0.2\n"
               "1000.00 EUR;2000.00 EUR;4;57.1;5300.01 EUR;45.4\n"
               "2000.00 EUR;-;2;28.6;6345.60 EUR;54.4\n");
    BOOST_TEST(told(stratify_records(luc, {july, "amount"})) == "invalid: app.bounds_or_classes");
    BOOST_TEST(told(stratify_records(luc, {july, "amount", "5,3"})) == "invalid: app.bounds_do_not_rise");
    BOOST_TEST(told(stratify_records(luc, {july, "amount", "5.001"})) ==
               "invalid: app.not_a_possible_number");
    BOOST_TEST(told(stratify_records(luc, {july, "amount", {}, 1})) == "invalid: app.classes_beyond");
    BOOST_TEST(stratify_records(luc, {july, "amount", {}, 4})->rows.size() == 4u);
}

BOOST_AUTO_TEST_CASE(looks_only_at_what_meets_a_condition) {
    RecordChoice unpaid = july;
    unpaid.where = "paid_on is missing and amount < 2000 EUR";
    BOOST_TEST(rows(stratify_records(luc, {unpaid, "amount", "1500"})) ==
               "-;1500.00 EUR;2;66.7;2000.01 EUR;57.1\n1500.00 EUR;-;1;33.3;1500.00 EUR;42.9\n");
    unpaid.where = "paid_on < 2026-07-21";
    BOOST_TEST(remarks(*stratify_records(luc, {unpaid, "amount", "1500"})) ==
               "app.records_analysed app.records_not_known");
    unpaid.where = "amont < 2000 EUR";
    BOOST_TEST(told(stratify_records(luc, {unpaid, "amount", "1500"})) == "invalid: expression.unknown_name");
}

BOOST_AUTO_TEST_CASE(looks_at_the_period_or_at_everything) {
    const RecordChoice august{.type = "claim", .period = period("2026-08")};
    BOOST_TEST(remarks(*find_gaps(luc, {august, "number"})) == "app.records_analysed app.gaps_found");
    const auto analysed = [&](const RecordChoice& choice) {
        return std::get<std::int64_t>(find_gaps(luc, {choice, "number"})->remarks[0].arguments[0].second);
    };
    BOOST_TEST(analysed(august) == 0);
    BOOST_TEST(analysed(july) == 7);
    BOOST_TEST(analysed({.type = "claim"}) == 7);
    import("claim", "both.csv",
           claim_header + claim("P8", "31/07/2026", "1,00") + claim("P9", "01/08/2026", "1,00"));
    BOOST_TEST(analysed(august) == 1);
    BOOST_TEST(analysed(july) == 8);
    BOOST_TEST(analysed({.type = "claim"}) == 9);
}

BOOST_AUTO_TEST_CASE(says_how_old_records_are) {
    BOOST_TEST(rows(age_records(luc, {july, "received_on", day("2026-07-20"), "2,4", "amount"})) ==
               "0;2;2;28.6;1825.00 EUR;15.6\n"
               "2;4;3;42.9;6500.00 EUR;55.7\n"
               "4;-;2;28.6;3345.61 EUR;28.7\n");
    BOOST_TEST(rows(age_records(luc, {july, "received_on", day("2026-07-16"), "30"})) ==
               "-;0;5;71.4\n0;30;2;28.6\n30;-;0;0.0\n");
    BOOST_TEST(told(age_records(luc, {july, "amount"})) == "invalid: app.field_without_dates");
}

BOOST_AUTO_TEST_CASE(names_missing_numbers) {
    const RecordChoice file{.type = "claim", .file = claims_of({{"C-07", "1,00"}, {"C-10", "2,00"}})};
    const auto gaps = find_gaps(luc, {file, "number"});
    BOOST_TEST(rows(gaps) == "C-07 – C-10;C-08;C-09;2\n");
    BOOST_TEST(gaps->found);
    BOOST_TEST(!find_gaps(luc, {july, "number"})->found);
    BOOST_TEST(told(find_gaps(luc, {july, "amount"})) == "invalid: app.field_without_sequence");
}

BOOST_AUTO_TEST_CASE(finds_doubles_that_are_not_the_same_to_the_letter) {
    const auto file = claims_of({{"C123", "100,00"}, {"C132", "104,00"}, {"C777", "200,00"}});
    const RecordChoice more{.type = "claim", .file = file};
    const auto doubles = find_doubles(luc, {more, {"handler"}, {"amount:0.05"}, {"number"}});
    BOOST_TEST(rows(doubles) == "1;C123;H01;100.00 EUR\n1;C132;H01;104.00 EUR\n");
    BOOST_TEST(rows(find_doubles(luc, {more, {}, {"amount:0,05"}, {}})) ==
               "1;C123;100.00 EUR\n1;C132;104.00 EUR\n");
    BOOST_TEST(remarks(*find_doubles(luc, {more, {}, {"amount:0.05"}, {}})) ==
               "app.records_analysed app.doubles_found app.doubles_without_equal_field");
    BOOST_TEST(told(find_doubles(luc, {more})) == "invalid: app.doubles_of_what");
    BOOST_TEST(told(find_doubles(luc, {more, {}, {"amount:5"}})) == "invalid: app.not_a_distance");
    BOOST_TEST(told(find_doubles(luc, {more, {}, {"care_date:0.5"}})) == "invalid: app.not_a_distance");
    BOOST_TEST(told(find_doubles(luc, {more, {}, {}, {"iban"}})) == "invalid: app.field_is_secret");
    BOOST_TEST(told(find_doubles(luc, {more, {"handlr"}})) == "invalid: app.no_field");
}

BOOST_AUTO_TEST_CASE(compares_secrets_without_showing_them) {
    const std::string iban = july_ibans.front();
    std::string text(july_claims.substr(0, july_claims.find('\n') + 1));
    for (const char* number : {"D1", "D2"})
        text += fmt::format("{};A;A-1;PS;optical;01/07/2026;15/07/2026;10,00;H01;{};\n", number, iban);
    const auto found = find_doubles(luc, {{.type = "claim", .file = file("ibans.csv", text)}, {"iban"}});
    BOOST_TEST(rows(found) == "1;D1;(secret)\n1;D2;(secret)\n");
    BOOST_TEST(told(find_outliers(luc, {july, "amount", "iban"})) == "invalid: app.field_is_secret");
}

BOOST_AUTO_TEST_CASE(says_where_first_digits_mean_nothing) {
    const auto few = test_first_digits(luc, {july, "amount"});
    BOOST_TEST(rows(few).empty());
    BOOST_TEST(remarks(*few) == "app.records_analysed app.benford_too_few");
}

BOOST_AUTO_TEST_CASE(finds_amounts_that_do_not_begin_as_grown_ones_do) {
    std::vector<std::pair<std::string, std::string>> amounts;
    for (int i = 0; i < 900; ++i)
        amounts.emplace_back(fmt::format("C{}", i),
                             fmt::format("{}{}.{:02}", i % 9 + 1, i % 2 == 0 ? "" : "000", i % 97));
    const RecordChoice file{.type = "claim", .file = claims_of(amounts)};
    const auto digits = test_first_digits(luc, {file, "amount"});
    BOOST_TEST(remarks(*digits) == "app.records_analysed app.benford_none");
    BOOST_TEST(digits->found);
    const std::string verdict = luc.catalogue.text(digits->remarks.back());
    BOOST_TEST((verdict.find("< 0") != std::string::npos && verdict.find("0000") == std::string::npos),
               verdict);  // `p < 0.0001`
    BOOST_REQUIRE(digits->rows.size() == 9u);
    BOOST_TEST(text_of(digits->rows[0]) == "1;100;11.1;30.1");
    BOOST_TEST(test_first_digits(luc, {file, "amount", "handler"})->rows.size() == 9u);
}

BOOST_AUTO_TEST_CASE(finds_what_lies_apart_in_its_group) {
    std::vector<std::pair<std::string, std::string>> amounts;
    for (int i = 0; i < 11; ++i) amounts.emplace_back(fmt::format("C{}", i), fmt::format("{},00", 20 + i));
    amounts.emplace_back("C99", "400,00");
    const RecordChoice file{.type = "claim", .file = claims_of(amounts)};
    const auto apart = find_outliers(luc, {file, "amount"});
    BOOST_TEST(rows(apart) == "C99;400.00 EUR;25.50 EUR;84.2\n");
    BOOST_TEST(apart->found);
    BOOST_TEST(find_outliers(luc, {file, "amount", {}, Decimal{90, 0}})->rows.empty());
    BOOST_TEST(remarks(*find_outliers(luc, {july, "amount", "act"})) ==
               "app.records_analysed app.outliers_found app.parts_too_small");
    BOOST_TEST(told(find_outliers(luc, {july, "amount", {}, Decimal{0, 0}})) ==
               "invalid: app.beyond_nothing");
}

// Of 20 to 30 euros and one more the median is 25.50 or 24.50, the deviation 3: 3.5 lies 15.57 away.
BOOST_AUTO_TEST_CASE(leaves_what_lies_less_than_that_far_apart) {
    const auto found_with = [&](const char* amount) {
        std::vector<std::pair<std::string, std::string>> amounts{{"X", amount}};
        for (int i = 0; i < 11; ++i)
            amounts.emplace_back(fmt::format("C{}", i), fmt::format("{},00", 20 + i));
        return find_outliers(luc, {{.type = "claim", .file = claims_of(amounts)}, "amount"})->found;
    };
    BOOST_TEST(!found_with("41,00"));
    BOOST_TEST(found_with("41,10"));
    BOOST_TEST(!found_with("9,00"));
    BOOST_TEST(found_with("8,90"));
}

BOOST_AUTO_TEST_CASE(writes_a_table_outside_the_workspace_and_over_nothing) {
    const auto classes = stratify_records(luc, {july, "amount", "1000"});
    const std::filesystem::path table = root() / "table.csv";
    BOOST_REQUIRE_EQUAL(told(write_analysis(luc, *classes, table, july)), "done");
    const std::string bytes = read_file(table).value();
    BOOST_TEST(bytes.find("from;below;count;count_share;sum;sum_share\r\n;1000,00;1;14,3;25,00;0,2\r\n") !=
               std::string::npos);
    BOOST_TEST(told(write_analysis(luc, *classes, folder() / "t.csv", july)) ==
               "refused: app.analysis_in_workspace");
    const RecordChoice of_file{.type = "claim", .file = table};
    BOOST_TEST(told(write_analysis(luc, *classes, table, of_file)) == "refused: app.analysis_over_the_file");
    BOOST_TEST(read_file(table).value() == bytes);
}

BOOST_AUTO_TEST_CASE(is_for_those_who_control_and_audit) {
    Session malik = as("malik.dahmani"), claire = as("claire.vasseur");
    for (Session* session : {&malik, &claire})
        BOOST_TEST(told(find_gaps(*session, {july, "number"})) == "refused: app.no_right");
    Session tess = confidant();
    BOOST_TEST(told(find_gaps(tess, {july, "number"})) == "refused: app.no_right");
    BOOST_TEST(told(find_gaps(luc, {{.type = "clam"}, "number"})) == "not found: app.no_record_type");
}

// Else whoever may not see suspicions could look for them.
BOOST_AUTO_TEST_CASE(leaves_what_only_confided_controls_read_to_their_confidant) {
    accept_fraud();
    for (const char* type : {"benefit", "staff", "contribution"}) {
        const RecordChoice all{.type = type};
        BOOST_TEST(told(find_gaps(luc, {all, "code"})) == "refused: app.records_are_confided");
        Session auditor = as(model::Account{"anna", "Anna", {model::Role::auditor}, {}, "", 1});
        BOOST_TEST(told(find_gaps(auditor, {all, "code"})) == "refused: app.records_are_confided");
    }
    Session tess = confidant();
    const std::int64_t before = journal_number();
    BOOST_TEST(told(find_gaps(tess, {{.type = "benefit"}, "invoice"})) == "done");
    BOOST_TEST(journal_number() == before + 1);
    Session admin = as("admin");
    const auto proof = verify_journal(admin);
    BOOST_REQUIRE_EQUAL(told(proof), "done");
    BOOST_TEST(proof->faults.empty());
    // No other type is within reach of a condition.
    RecordChoice staff = july;
    staff.where = "iban in staff.iban";
    BOOST_TEST(told(find_gaps(luc, {staff, "number"})) != "done");
}

BOOST_AUTO_TEST_CASE(keeps_nothing_and_journals_nothing_of_common_records) {
    const std::int64_t before = journal_number();
    BOOST_TEST(told(find_gaps(luc, {july, "number"})) == "done");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_SUITE_END()
