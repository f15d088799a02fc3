// SPDX-License-Identifier: Apache-2.0
#include "record/file_form.h"

#include <rapidcheck.h>

#include <algorithm>
#include <random>

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "format/sample_zip.h"
#include "format/xlsx_writer.h"
#include "record/archive_writer.h"
#include "record/claims.h"
#include "record/dataset.h"

using namespace cadran;
using namespace cadran::record;

namespace {

using Rows = std::vector<std::vector<format::XlsxValue>>;

struct Example {
    TemporaryFolder folder;

    std::filesystem::path book(const std::vector<std::pair<std::string, Rows>>& sheets) const {
        const auto file = folder.path() / "claims.xlsx";
        format::XlsxWriter writer(file, "claims");
        for (const auto& [name, rows] : sheets) {
            writer.begin_sheet({.name = name});
            for (const auto& row : rows) {
                std::vector<format::XlsxEntry> entries;
                for (const format::XlsxValue& value : row) entries.push_back({value});
                writer.add_row(entries);
            }
        }
        writer.finish("lists");
        return file;
    }
    std::filesystem::path text(std::string_view bytes, const std::string& name = "claims.txt") const {
        const auto file = folder.path() / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }
};

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, "\n"));
}

Date day(std::string_view iso) {
    return parse_date(iso).value();
}

const std::vector<format::XlsxValue> titles{
    std::string("Numéro"), std::string("Acte"),    std::string("Date d’effet"), std::string("Montant"),
    std::string("RIB"),    std::string("visites"), std::string("urgent"),       std::string("Bénéficiaire")};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(file_form, Example)

BOOST_AUTO_TEST_CASE(cells_of_a_spreadsheet_count_as_what_they_are) {
    const auto file =
        book({{"Dossiers",
               {titles,
                {std::string("C1"), std::string("optical"), day("2026-07-31"), Decimal{123456, 2},
                 std::string("fr14 2004"), std::int64_t{12}, true, std::string("Ève Roux")},
                {std::string("C2"),
                 std::string("optical"),
                 day("2026-08-01"),
                 std::int64_t{7},
                 {},
                 {},
                 false,
                 {}}}}});
    const Outcome outcome = read_any(file);
    BOOST_REQUIRE(outcome.summary.has_value());
    BOOST_TEST(joined(outcome.rejects) == "");
    BOOST_TEST(joined(outcome.rows) ==
               fmt::format("2: C1|optical|2026-07-31|1234.56 EUR|{:016x}|12|true||Ève Roux\n"
                           "3: C2|optical|2026-08-01|7.00 EUR|||false||",
                           keyed_hash(test_key, "FR142004")));
}

BOOST_AUTO_TEST_CASE(texts_of_a_spreadsheet_are_read_as_french_people_type_them) {
    const auto file =
        book({{"Dossiers",
               {titles,
                {std::string("C1"), std::string("optical"), std::string("31/07/2026"),
                 std::string("1\u202f234,56 €")},
                {std::string("C2"), std::string("optical"), day("2026-08-01"), Decimal{75, 1}}}}});
    const Outcome outcome = read_any(file);
    BOOST_TEST(joined(outcome.rejects) == "");
    BOOST_TEST(joined(outcome.rows) ==
               "2: C1|optical|2026-07-31|1234.56 EUR|||||\n"
               "3: C2|optical|2026-08-01|7.50 EUR|||||");
}

BOOST_AUTO_TEST_CASE(the_sheet_with_most_columns_of_the_type_is_read_unless_one_is_named) {
    const std::vector<format::XlsxValue> record{std::string("C1"), std::string("optical"), day("2026-07-31"),
                                                Decimal{100, 2}};
    const std::vector<format::XlsxValue> other{std::string("C2"), std::string("optical"), day("2026-07-30"),
                                               Decimal{200, 2}};
    const auto file = book({{"Lisez-moi", {{std::string("Numéro")}, {std::string("x")}}},
                            {"Juillet", {titles, record}},
                            {"Août", {titles, other}}});
    BOOST_TEST(detect_form(file, claim_type())->sheet == "Juillet");
    BOOST_TEST(joined(read_any(file, {}, "Août").rows) == "2: C2|optical|2026-07-30|2.00 EUR|||||");
}

BOOST_AUTO_TEST_CASE(a_reject_of_a_spreadsheet_names_its_cell) {
    const auto file =
        book({{"Dossiers",
               {titles,
                {std::string("C1"), std::string("optical"), day("2026-07-31"), std::string("beaucoup")},
                {std::string("C1"), std::string("optical"), {}, Decimal{1, 0}}}}});
    std::vector<std::string> places;
    for (const Reject& reject : read_any(file).reasons)
        places.push_back(reject.place + " " + reject.reason.id);
    BOOST_TEST(joined(places) ==
               "Dossiers!D2 record.not_an_amount\nDossiers!A2 record.key_repeated\n"
               "Dossiers!C3 record.value_missing\nDossiers!A3 record.key_repeated");
}

BOOST_AUTO_TEST_CASE(an_error_in_a_cell_rejects_its_row_where_the_column_counts) {
    const std::string titles_row =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>number</t></is></c>"
        "<c r=\"B1\" t=\"inlineStr\"><is><t>act</t></is></c>"
        "<c r=\"C1\" t=\"inlineStr\"><is><t>received_on</t></is></c>"
        "<c r=\"D1\" t=\"inlineStr\"><is><t>amount</t></is></c>"
        "<c r=\"E1\" t=\"inlineStr\"><is><t>beneficiary</t></is></c>"
        "<c r=\"F1\" t=\"inlineStr\"><is><t>checked</t></is></c></row>";
    const auto row = [](int number, const std::string& rest) {
        return fmt::format(
            "<row r=\"{0}\"><c r=\"A{0}\"><v>10{0}</v></c><c r=\"B{0}\" t=\"str\"><v>optical</v></c>"
            "<c r=\"C{0}\" s=\"1\"><v>46234</v></c><c r=\"D{0}\"><v>0.30000000000000004</v></c>{1}</row>",
            number, rest);
    };
    const auto file = text(format::sample_zip(
        format::sample_workbook(titles_row + row(2, "<c r=\"E2\" t=\"e\"><v>#N/A</v></c>") +
                                row(3, "<c r=\"F3\" t=\"e\"><v>#REF!</v></c>"))));
    const Outcome outcome = read_any(file);
    BOOST_TEST(joined(outcome.rejects) == "2 beneficiary record.error_in_cell");
    BOOST_TEST(joined(outcome.rows) == "3: 103|optical|2026-07-31|0.30 EUR|||||");
}

BOOST_AUTO_TEST_CASE(json_lines_are_read_digit_by_digit) {
    const auto file = text(
        "\xEF\xBB\xBF{\"number\": \"C1\", \"act\": \"optical\", \"received_on\": \"2026-07-31\", "
        "\"amount\": 92233720368547758.07, \"urgent\": true, \"beneficiary\": \"\\u00c8ve\"}\r\n\n"
        "{\"amount\": \"12.50\", \"number\": 2, \"act\": \"optical\", \"received_on\": \"2026-08-01\", "
        "\"visits\": 3, \"iban\": null, \"colour\": {\"a\": [1.5e3]}}");
    const Outcome outcome = read_any(file);
    BOOST_REQUIRE(outcome.summary.has_value());
    BOOST_TEST(joined(outcome.rejects) == "");
    BOOST_TEST(joined(outcome.rows) ==
               "1: C1|optical|2026-07-31|92233720368547758.07 EUR|||true||Ève\n"
               "3: 2|optical|2026-08-01|12.50 EUR||3|||");
    BOOST_TEST(joined(outcome.summary->ignored_columns) == "colour");
}

BOOST_AUTO_TEST_CASE(the_content_tells_the_format_and_what_is_known_prevails) {
    BOOST_CHECK(detect_form(text("number;amount\nC1;1\n", "claims.xlsx"), claim_type())->format ==
                FileFormat::csv);
    BOOST_CHECK(detect_form(text("\n {\"number\": 1}\n", "claims.csv"), claim_type())->format ==
                FileFormat::json_lines);
    BOOST_CHECK(detect_form(book({{"D", {titles}}}), claim_type())->format == FileFormat::xlsx);
    KnownDialect known;
    BOOST_REQUIRE(known.set("file-format", "csv").has_value());
    BOOST_TEST(detect_form(text("{number;amount\nC1;1\n"), claim_type(), known)->dialect.separator == ';');
}

// What is rejected is a file of CSV: read again it is rejected for the same reasons; corrected it is taken.
BOOST_AUTO_TEST_CASE(rejected_lines_of_every_format_can_be_corrected_and_read_again) {
    const auto sheet =
        book({{"Dossiers",
               {titles,
                {std::string("C1"), std::string("optical"), day("2026-07-31"), std::string("12,345")},
                {std::string("C2"), std::string("optical"), day("2026-07-30"), Decimal{125, 1}},
                {std::string("C3"),
                 std::string("dentaire"),
                 std::string("01/07/2026"),
                 Decimal{125, 1},
                 {},
                 {},
                 {},
                 std::string("Roux; \"Ève\"")}}}});
    const auto json = text(
        "{\"number\": \"C1\", \"act\": \"optical\", \"received_on\": \"2026-07-31\", \"amount\": 12.345}\n"
        "{\"number\": \"C2\", \"act\": \"optical\", \"received_on\": \"2026-07-30\", \"amount\": 12.5}\n"
        "{\"number\": \"C3\", \"act\": \"dentaire\", \"received_on\": \"2026-07-01\", \"amount\": 12.5, "
        "\"beneficiary\": \"Roux; \\\"Ève\\\"\"}\n");
    for (const auto& file : {sheet, json}) {
        const Outcome first = read_any(file);
        BOOST_TEST(joined(first.rejects) ==
                   fmt::format("{} amount record.too_many_decimals\n{} act record.unknown_code_among",
                               file == json ? 1 : 2, file == json ? 3 : 4));
        const Outcome again = read_any(text(first.raw, "rejects.csv"));
        BOOST_TEST(joined(again.rejects) ==
                   "2 amount record.too_many_decimals\n3 act record.unknown_code_among");
        std::string corrected = first.raw;
        corrected.replace(corrected.find("345"), 3, "34");
        corrected.replace(corrected.find("dentaire"), 8, "optical");
        const Outcome taken = read_any(text(corrected, "rejects.csv"));
        BOOST_TEST(joined(taken.rows) ==
                   "2: C1|optical|2026-07-31|12.34 EUR|||||\n"
                   "3: C3|optical|2026-07-01|12.50 EUR|||||Roux; \"Ève\"");
    }
}

BOOST_AUTO_TEST_CASE(the_same_records_in_three_formats_are_the_same_archive) {
    std::string archives;
    const auto archived = [](const Outcome& outcome) {
        ArchiveWriter writer(*claim_type().schema);
        std::string text = writer.header();
        for (const auto& batch : outcome.batches) text += writer.write(*batch);
        return text;
    };
    const std::string sheet = archived(read_any(book(
        {{"D", {titles, {std::string("C1"), std::string("optical"), day("2026-07-31"), Decimal{125, 1}}}}})));
    BOOST_TEST(sheet ==
               archived(read_any(text("number;act;received_on;amount\nC1;optical;31/07/2026;12,5\n"))));
    BOOST_TEST(read_file(text(sheet), archived_dialect(), claim_type()).rows.front() ==
               "2: C1|optical|2026-07-31|12.50 EUR|||||");
}

namespace {

// The latest version of each record of those files, in the order of their keys.
std::string dataset_of(const std::vector<std::string>& files) {
    Dataset dataset(claim_type());
    for (const std::string& file : files) {
        for (const auto& batch : read(std::string(claim_columns) + file).batches) dataset.add(batch);
    }
    std::vector<std::string> rows;
    dataset.for_each([&](const auto& batch, std::size_t row) {
        const std::string text = row_text(*batch, row);
        rows.push_back(text.substr(text.find(' ')));
    });
    std::ranges::sort(rows);
    return joined(rows);
}

std::vector<std::string> some_lines() {
    std::vector<std::string> lines;
    const int count = *rc::gen::inRange(1, 30);
    for (int i = 0; i < count; ++i) {
        const int cents = *rc::gen::inRange(0, 100'000);
        const bool sound = *rc::gen::inRange(0, 6) > 0;
        lines.push_back(fmt::format("C{};optical;{:02}/07/2026;{},{:02};;;;;{}\n", i,
                                    sound ? *rc::gen::inRange(1, 32) : 32, cents / 100, cents % 100,
                                    *rc::gen::element<std::string>("", "Ève", "\"a;b\"", "\"a\nb\"")));
    }
    return lines;
}

std::string text_of(const std::vector<std::string>& lines, std::size_t from = 0,
                    std::size_t to = std::string::npos) {
    std::string text;
    for (std::size_t i = from; i < std::min(to, lines.size()); ++i) text += lines[i];
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(splitting_a_file_gives_the_same_records) {
    BOOST_TEST(rc::check([] {
        const auto lines = some_lines();
        const auto cut = *rc::gen::inRange<std::size_t>(0, lines.size() + 1);
        RC_ASSERT(dataset_of({text_of(lines)}) == dataset_of({text_of(lines, 0, cut), text_of(lines, cut)}));
    }));
}

BOOST_AUTO_TEST_CASE(the_order_of_lines_does_not_matter) {
    BOOST_TEST(rc::check([] {
        auto lines = some_lines();
        const std::string before = dataset_of({text_of(lines)});
        std::shuffle(lines.begin(), lines.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
        RC_ASSERT(dataset_of({text_of(lines)}) == before);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
