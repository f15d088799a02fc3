// SPDX-License-Identifier: Apache-2.0
#include "record/reader.h"

#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/text.h"
#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

namespace {

Outcome read_lines(std::string_view lines, const Dialect& dialect = french_dialect) {
    return read(std::string(claim_columns) + std::string(lines), dialect);
}

// `line field id`, parted by commas; after a sound line, which is accepted whatever stands behind it.
std::string rejects_of(std::string_view lines) {
    const Outcome outcome = read_lines("C0;optical;01/07/2026;10;;;;;\n" + std::string(lines));
    BOOST_REQUIRE(outcome.summary.has_value());
    BOOST_TEST(outcome.rows.size() == 1);
    BOOST_TEST(outcome.raw == lines);
    return fmt::format("{}", fmt::join(outcome.rejects, ", "));
}

std::string only_row(std::string_view lines, const Dialect& dialect = french_dialect) {
    const Outcome outcome = read_lines(lines, dialect);
    BOOST_REQUIRE(outcome.summary.has_value());
    BOOST_TEST(fmt::format("{}", fmt::join(outcome.rejects, ", ")) == "");
    return fmt::format("{}", fmt::join(outcome.rows, "\n"));
}

std::string fault_of(const Outcome& outcome) {
    if (outcome.summary) return "read";
    std::string text;
    for (const Diagnostic& fault : outcome.summary.error().diagnostics) {
        text += fmt::format("{}{}:{} | {}", text.empty() ? "" : ", ", fault.place.line, fault.what.id,
                            fault.hint ? fault.hint->id : "");
    }
    return text;
}

struct BadLine {
    std::string_view lines;
    std::string_view rejects;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(reader)

BOOST_AUTO_TEST_CASE(reads_records_as_french_spreadsheets_write_them) {
    BOOST_TEST(
        only_row("C1;optical;31/07/2026;1 234,56 €;fr14 2004;12;oui;2026-07-31T17:00:00Z; Ève Roux \r\n") ==
        fmt::format("2: C1|optical|2026-07-31|1234.56 EUR|{:016x}|12|true|2026-07-31T17:00:00Z|Ève Roux",
                    keyed_hash(test_key, "FR142004")));
    BOOST_TEST(only_row("C1;optical;1/7/2026;-0,5;;;;;") == "2: C1|optical|2026-07-01|-0.50 EUR|||||");
}

BOOST_AUTO_TEST_CASE(reads_records_as_programs_write_them) {
    const Outcome outcome =
        read("amount,number,received_on,act,urgent\n12.5,C1,2026-07-31,optical,false\n", plain_dialect);
    BOOST_TEST(outcome.rows.front() == "2: C1|optical|2026-07-31|12.50 EUR|||false||");
}

BOOST_AUTO_TEST_CASE(reads_amounts_in_every_french_form) {
    for (const std::string amount :
         {"1234567,80", "1 234 567,8", "1\u00a0234\u00a0567,80", "1\u202f234\u202f567,80 €",
          "1\u2009234\u2009567,8\u00a0EUR", "+1 234 567,80€"}) {
        BOOST_TEST(
            only_row("C1;optical;01/07/2026;" + amount + ";;;;;").find("1234567.80 EUR") != std::string::npos,
            amount);
    }
    BOOST_TEST(only_row("C1;optical;01/07/2026;\u221212;;;;;").find("|-12.00 EUR|") != std::string::npos);
    BOOST_TEST(only_row("C1;optical;01/07/2026;92233720368547758,07;;;;;").find("92233720368547758.07") !=
               std::string::npos);
    BOOST_TEST(only_row("C1;optical;01/07/2026;-92233720368547758,08;;;;;").find("-92233720368547758.08") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(reads_flags_in_both_languages) {
    for (const std::string yes : {"true", "OUI", "1"}) {
        BOOST_TEST(only_row("C1;optical;01/07/2026;1;;;" + yes + ";;").find("|true|") != std::string::npos);
    }
    for (const std::string no : {"False", "non", "0"}) {
        BOOST_TEST(only_row("C1;optical;01/07/2026;1;;;" + no + ";;").find("|false|") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(reads_windows_1252_and_quoted_line_breaks) {
    Dialect dialect = french_dialect;
    dialect.encoding = format::Encoding::windows_1252;
    BOOST_TEST(only_row("C1;optical;01/07/2026;1\xA0"
                        "234,5 \x80;;;;;\"\xC8ve\nRoux\"\nC2;optical;01/07/2026;1;;;;;x\n",
                        dialect) ==
               "2: C1|optical|2026-07-01|1234.50 EUR|||||Ève\nRoux\n4: C2|optical|2026-07-01|1.00 EUR|||||x");
}

BOOST_AUTO_TEST_CASE(accepts_dates_from_1900_to_2200) {
    BOOST_TEST(
        only_row("C1;optical;01/01/1900;1;;;;;\nC2;optical;31/12/2200;1;;;;;\nC3;optical;29/02/2024;1;;;;;")
            .size() > 0);
}

BOOST_AUTO_TEST_CASE(rejects_each_bad_line_with_line_field_and_reason) {
    const std::string long_key(201, 'k');
    const std::string too_long = long_key + ";optical;01/07/2026;1;;;;;";
    const std::string long_secret = "C1;optical;01/07/2026;1;" + long_key + ";;;;";
    const std::vector<BadLine> bad_lines{
        {"C1;optical;01/07/2026;1", "3  record.wrong_number_of_columns"},
        {"C1;optical;01/07/2026;1;;;;;;", "3  record.wrong_number_of_columns"},
        {"text", "3  record.wrong_number_of_columns"},
        {";;;;;;;;", "3  record.blank_line"},
        {" ; ;;;;;;;", "3  record.blank_line"},
        {";optical;01/07/2026;1;;;;;", "3 number record.value_missing"},
        {"C1;;01/07/2026;1;;;;;", "3 act record.value_missing"},
        {"C1;optical; ;1;;;;;", "3 received_on record.value_missing"},
        {"C1;optical;01/07/2026;;;;;;", "3 amount record.value_missing"},
        {"C1;;;;;;;;",
         "3 act record.value_missing, 3 received_on record.value_missing, 3 amount record.value_missing"},
        {"C1;optica;01/07/2026;1;;;;;", "3 act record.unknown_code"},
        {"C1;Optical;01/07/2026;1;;;;;", "3 act record.unknown_code"},
        {"C1;massage;01/07/2026;1;;;;;", "3 act record.unknown_code_among"},
        {"C1;optical;31/06/2026;1;;;;;", "3 received_on record.no_such_date"},
        {"C1;optical;29/02/2026;1;;;;;", "3 received_on record.no_such_date"},
        {"C1;optical;00/07/2026;1;;;;;", "3 received_on record.no_such_date"},
        {"C1;optical;01/13/2026;1;;;;;", "3 received_on record.no_such_date"},
        {"C1;optical;2026-07-01;1;;;;;", "3 received_on record.not_a_french_date"},
        {"C1;optical;01/07/26;1;;;;;", "3 received_on record.not_a_french_date"},
        {"C1;optical;01/07/20260;1;;;;;", "3 received_on record.not_a_french_date"},
        {"C1;optical;001/07/2026;1;;;;;", "3 received_on record.not_a_french_date"},
        {"C1;optical;1 juillet;1;;;;;", "3 received_on record.not_a_french_date"},
        {"C1;optical;01/07/2026 10:00;1;;;;;", "3 received_on record.not_a_french_date"},
        {"C1;optical;31/12/1899;1;;;;;", "3 received_on record.year_out_of_range"},
        {"C1;optical;01/01/2201;1;;;;;", "3 received_on record.year_out_of_range"},
        {"C1;optical;01/07/2026;abc;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;-;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;--1;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;12,;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;,5;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;12,5,1;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;12 34,5;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;1234 567;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;1 23 456;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;12 %;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;12 euros;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;1e5;;;;;", "3 amount record.not_an_amount"},
        {"C1;optical;01/07/2026;12.50;;;;;", "3 amount record.other_decimal_sign"},
        {"C1;optical;01/07/2026;12,505;;;;;", "3 amount record.too_many_decimals"},
        {"C1;optical;01/07/2026;12,50 USD;;;;;", "3 amount record.other_currency"},
        {"C1;optical;01/07/2026;12,50 £;;;;;", "3 amount record.other_currency"},
        {"C1;optical;01/07/2026;92233720368547758,08;;;;;", "3 amount record.number_too_large"},
        {"C1;optical;01/07/2026;-92233720368547758,09;;;;;", "3 amount record.number_too_large"},
        {"C1;optical;01/07/2026;999999999999999999999999999;;;;;", "3 amount record.number_too_large"},
        {"C1;optical;01/07/2026;1;;1,5;;;", "3 visits record.not_an_integer"},
        {"C1;optical;01/07/2026;1;;x;;;", "3 visits record.not_an_integer"},
        {"C1;optical;01/07/2026;1;;9223372036854775808;;;", "3 visits record.number_too_large"},
        {"C1;optical;01/07/2026;1;;;maybe;;", "3 urgent record.not_a_boolean"},
        {"C1;optical;01/07/2026;1;;;2;;", "3 urgent record.not_a_boolean"},
        {"C1;optical;01/07/2026;1;;;;17:00;", "3 seen_at record.not_an_instant"},
        {"C1;optical;01/07/2026;1;;;;1815-06-18T17:00:00Z;", "3 seen_at record.year_out_of_range"},
        {"C1;optical;01/07/2026;1;;;;;\xE9", "3 beneficiary record.not_utf8"},
        {"C1;optical;01/07/2026;1;\xFF;;;;\xE9", "3 iban record.not_utf8, 3 beneficiary record.not_utf8"},
        {"C1;optical;01/07/2026;1;;;;;\"open", "3  format.csv_quote_not_closed"},
        {"C1;optical;01/07/2026;1;;;;;\"a\" b", "3  format.csv_stray_quote"},
        {std::string_view("C1;optical;01/07/2026;1;;;;;\0", 29), "3  format.csv_zero_byte"},
        {too_long, "3 number record.value_too_long"},
        {long_secret, "3 iban record.value_too_long"},
        {"C1;optica;01/07/1815;1,234;;;;;",
         "3 act record.unknown_code, 3 received_on record.year_out_of_range, 3 amount "
         "record.too_many_decimals"},
        {"C1;optical;01/07/2026;\"a\nb\";;;;;\nC2;x;;;;;;;",
         "3 amount record.not_an_amount, 5 act record.unknown_code_among, 5 received_on "
         "record.value_missing, 5 amount record.value_missing"},
    };
    for (const BadLine& bad : bad_lines) BOOST_TEST(rejects_of(bad.lines) == bad.rejects, bad.lines);
}

BOOST_AUTO_TEST_CASE(rejects_all_lines_of_a_repeated_key_and_names_the_others) {
    const Outcome outcome = read_lines(
        "A;optical;01/07/2026;1;;;;;\nB;optical;01/07/2026;1;;;;;\n A "
        ";optical;01/07/2026;2;;;;;\nC;optical;01/07/2026;1;;;;;\n"
        "A;optical;bad;3;;;;;\nb;optical;01/07/2026;1;;;;;\nB;too short\n");
    BOOST_TEST(
        fmt::format("{}", fmt::join(outcome.rejects, ", ")) ==
        "2 number record.key_repeated, 4 number record.key_repeated, 6 received_on record.not_a_french_date, "
        "6 number record.key_repeated, 8  record.wrong_number_of_columns");
    const Catalogue english(Language::english);
    BOOST_TEST(english.text(outcome.reasons[1].reason) == "the same key is also in lines 2, 6");
    BOOST_TEST(outcome.reasons[1].value == "A");
    BOOST_TEST(outcome.rows.size() == 3);
    BOOST_TEST(outcome.summary->rejected == 4);
}

BOOST_AUTO_TEST_CASE(rejects_both_lines_of_a_pair) {
    const Outcome outcome =
        read_lines("A;optical;01/07/2026;1;;;;;\nB;optical;01/07/2026;1;;;;;\nA;optical;01/07/2026;1;;;;;\n");
    BOOST_TEST(fmt::format("{}", fmt::join(outcome.rejects, ", ")) ==
               "2 number record.key_repeated, 4 number record.key_repeated");
    const Catalogue french(Language::french);
    BOOST_TEST(french.text(outcome.reasons[0].reason) == "la même clé se trouve aussi à la ligne 4");
    BOOST_TEST(french.text(outcome.reasons[1].reason) == "la même clé se trouve aussi à la ligne 2");
}

BOOST_AUTO_TEST_CASE(names_ten_of_many_lines_with_the_same_key) {
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "A;optical;01/07/2026;1;;;;;\n";
    const Outcome outcome = read_lines(lines);
    BOOST_TEST(outcome.rejects.size() == 1000);
    BOOST_TEST(Catalogue(Language::french).text(outcome.reasons.front().reason) ==
               "la même clé se trouve aussi aux lignes 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …");
}

BOOST_AUTO_TEST_CASE(never_shows_a_secret) {
    const Outcome outcome = read_lines("C1;x;01/07/2026;1;FR7612345\xFF;;;;\nC2;optical;01/07/2026;1;" +
                                       std::string(300, '7') + ";;;;\n");
    BOOST_TEST(outcome.reasons.size() == 3);
    for (const Reject& reject : outcome.reasons) {
        const std::string said = reject.value + Catalogue(Language::french).text(reject.reason);
        BOOST_TEST(said.find("76123") == std::string::npos);
        BOOST_TEST(said.find("777") == std::string::npos);
        BOOST_TEST((reject.field != "iban" || reject.value == "(secret)"));
    }
}

BOOST_AUTO_TEST_CASE(shows_values_that_no_terminal_stumbles_over) {
    const Outcome outcome =
        read_lines("C1;\x1B[31mred;01/07/2026;" + std::string(100, '9') + "x;;;;;\xE9t\xC3\xA9\n");
    BOOST_TEST(outcome.reasons[0].value == "\uFFFD[31mred");
    BOOST_TEST(outcome.reasons[1].value == std::string(80, '9') + "…");
    BOOST_TEST(outcome.reasons[2].value == "\uFFFDté");
}

BOOST_AUTO_TEST_CASE(one_account_has_one_hash_however_it_is_typed) {
    const Outcome outcome = read_lines(
        "C1;optical;01/07/2026;1;FR14 2004 1010;;;;\nC2;optical;01/07/2026;1;fr1420041010;;;;\n"
        "C3;optical;01/07/2026;1;FR14\u00a02004\u202f1010;;;;\nC4;optical;01/07/2026;1;FR14 2004 1011;;;;\n");
    const auto hash = [&](std::size_t row) {
        return std::get<column::Secret>(outcome.batches.front()->scalar(row, 4)).hash;
    };
    BOOST_TEST(hash(0) == hash(1));
    BOOST_TEST(hash(0) == hash(2));
    BOOST_TEST(hash(0) != hash(3));
}

BOOST_AUTO_TEST_CASE(sums_up_what_it_read) {
    const Outcome outcome = read(
        "number;act;received_on;amount;;colour\nC1;optical;05/07/2026;1;x;red\nC2;optical;02/07/2026;1;;\n"
        "C3;optical;bad;1;;\n\nC4;optical;09/07/2026;1;;\n");
    BOOST_REQUIRE(outcome.summary.has_value());
    BOOST_TEST(outcome.summary->accepted == 3);
    BOOST_TEST(outcome.summary->rejected == 1);
    BOOST_TEST((outcome.summary->first_event == parse_date("2026-07-02")));
    BOOST_TEST((outcome.summary->last_event == parse_date("2026-07-09")));
    BOOST_TEST(fmt::format("{}", fmt::join(outcome.summary->ignored_columns, ", ")) == "#5, colour");
    BOOST_TEST(outcome.batches.front()->import == 7);
    BOOST_TEST(outcome.batches.front()->line(2) == 6);
}

BOOST_AUTO_TEST_CASE(fails_on_files_that_hold_no_records) {
    BOOST_TEST(fault_of(read("")) == "0:record.empty_file | record.export_again");
    BOOST_TEST(fault_of(read("\n\r\n")) == "0:record.empty_file | record.export_again");
    BOOST_TEST(fault_of(read(claim_columns)) == "0:record.no_records | record.export_again");
    BOOST_TEST(fault_of(read({"PK\x03\x04\0\0\0", 7})) == "1:format.csv_zero_byte | record.export_as_csv");
    BOOST_TEST(fault_of(read("number;\"act\n")) == "1:format.csv_quote_not_closed | record.export_as_csv");
    BOOST_TEST(fault_of(read("number;act;re\xE7u\n")) == "1:record.not_utf8 | record.export_as_csv");
    const TemporaryFolder folder;
    BOOST_TEST(fault_of(read_file(folder.path(), french_dialect, claim_type())) ==
               "0:base.unreadable_file | ");
    BOOST_TEST(fault_of(read_file(folder.path() / "none", french_dialect, claim_type())) ==
               "0:base.no_such_file | ");
}

BOOST_AUTO_TEST_CASE(fails_on_headers_that_do_not_fit_with_all_faults) {
    BOOST_TEST(fault_of(read("\n\nnumber;NUMBER;ammount;act\nC1;C1;1;optical\n")) ==
               "3:record.column_twice | record.keep_one_column, 3:record.column_missing | record.add_column, "
               "3:record.column_missing | record.rename_column");
}

BOOST_AUTO_TEST_CASE(fills_batches_to_the_brim_and_reuses_their_memory) {
    std::string text(claim_columns);
    constexpr std::size_t rows = 2 * column::RecordBatch::greatest_rows + 10;
    for (std::size_t i = 0; i < rows; ++i)
        text += fmt::format("C{};optical;01/07/2026;{};;;;;b{}\n", i, i, i);
    const TemporaryFolder folder;
    const auto file = write_file(folder, text);
    const model::RecordType type = claim_type();
    const Outcome kept = read_file(file, french_dialect, type);
    BOOST_TEST(kept.batches.size() == 3);
    BOOST_TEST(kept.batches.back()->rows == 10);
    BOOST_TEST(row_text(*kept.batches[2], 9) ==
               fmt::format("{0}: C{1}|optical|2026-07-01|{1}.00 EUR|||||b{1}", rows + 1, rows - 1));

    std::vector<std::string> seen;
    std::vector<const column::RecordBatch*> places;
    const Reading passing{
        .type = type, .dialect = french_dialect, .secrets = test_key, .accept = [&](auto batch) {
            for (std::size_t row = 0; row < batch->rows; ++row) seen.push_back(row_text(*batch, row));
            places.push_back(batch.get());
        }};
    BOOST_TEST(read_records(file, passing)->accepted == static_cast<std::int64_t>(rows));
    BOOST_TEST((seen == kept.rows));
    BOOST_TEST((std::ranges::count(places, places.front()) >= 1));
}

BOOST_AUTO_TEST_CASE(two_readings_give_identical_batches) {
    std::string text(claim_columns);
    for (int i = 0; i < 500; ++i)
        text += fmt::format("C{};{};{:02}/07/2026;{},{:02};FR{};;;;\n", i, i % 7 == 0 ? "x" : "optical",
                            i % 33, i, i % 100, i % 5);
    const Outcome first = read(text), second = read(text);
    BOOST_TEST((first.rows == second.rows));
    BOOST_TEST((first.rejects == second.rejects));
    for (std::size_t i = 0; i < first.batches.front()->columns.size(); ++i) {
        BOOST_TEST((first.batches.front()->columns[i].present == second.batches.front()->columns[i].present));
    }
}

BOOST_AUTO_TEST_CASE(tells_how_far_it_is_and_stops_when_told) {
    class Listener final : public Progress {
      public:
        void advance(const Message& step, std::int64_t done, std::int64_t total) override {
            BOOST_TEST(step.id == "record.test");
            BOOST_TEST(done >= last);
            BOOST_TEST(done <= total);
            last = done;
            if (++calls == stop_after) stop.request_stop();
        }
        std::stop_source stop;
        int stop_after = 0;
        int calls = 0;
        std::int64_t last = 0;
    };
    std::string text(claim_columns);
    for (int i = 0; text.size() < 3'000'000; ++i) text += fmt::format("C{};optical;01/07/2026;1;;;;;\n", i);
    const TemporaryFolder folder;
    const auto file = write_file(folder, text);
    const model::RecordType type = claim_type();
    for (const int stop_after : {0, 1, 4}) {
        Listener listener;
        listener.stop_after = stop_after;
        const Reading reading{.type = type,
                              .dialect = french_dialect,
                              .secrets = test_key,
                              .accept = [](auto) {},
                              .progress = &listener,
                              .step = {"record.test"},
                              .cancellation = listener.stop.get_token()};
        const auto summary = read_records(file, reading);
        BOOST_TEST(summary.has_value() == (stop_after == 0));
        if (stop_after > 0) {
            BOOST_TEST(summary.error().diagnostics.front().what.id == "record.cancelled");
            BOOST_TEST(listener.calls == stop_after);
        } else {
            BOOST_TEST(listener.calls >= 6);
        }
    }
}

BOOST_AUTO_TEST_CASE(one_pass_tells_what_two_do_and_starts_over_where_a_key_repeats) {
    const std::string lines =
        "C1;optical;01/07/2026;1;;;;;\nC2;x;01/07/2026;1;;;;;\nC3;optical;02/07/2026;2;;;;;\n";
    const model::RecordType type = claim_type();
    for (const std::string again : {"", "C1;optical;03/07/2026;3;;;;;\n", "C2;optical;03/07/2026;3;;;;;\n"}) {
        const TemporaryFolder folder;
        const auto file = write_file(folder, std::string(claim_columns) + lines + again);
        const Outcome expected = read_file(file, french_dialect, type);
        Outcome once;
        int starts = 0;
        once = outcome_of(french_dialect, type, [&](Reading reading) {
            const auto accept = reading.accept;
            const auto reject = reading.reject;
            std::vector<std::shared_ptr<const column::RecordBatch>> batches;
            std::vector<std::pair<std::vector<Reject>, std::string>> rejects;
            reading.accept = [&](auto batch) { batches.push_back(std::move(batch)); };
            reading.reject = [&](const auto& why, std::string_view raw) { rejects.emplace_back(why, raw); };
            reading.start_over = [&] {
                ++starts;
                batches.clear();
                rejects.clear();
            };
            auto summary = read_records(file, reading);
            for (auto& batch : batches) accept(std::move(batch));
            for (const auto& [why, raw] : rejects) reject(why, raw);
            return summary;
        });
        BOOST_TEST(starts == (again.empty() ? 0 : 1));
        BOOST_TEST((once.rows == expected.rows));
        BOOST_TEST((once.rejects == expected.rejects));
        BOOST_TEST(once.raw == expected.raw);
        BOOST_TEST(once.summary->accepted == expected.summary->accepted);
        BOOST_TEST(once.summary->rejected == expected.summary->rejected);
    }
}

BOOST_AUTO_TEST_SUITE_END()
