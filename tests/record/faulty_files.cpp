// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "format/sample_zip.h"
#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

namespace {

// A file, and what is said of it: `place field “value”: reason`, one a line; of a file that is refused as a
// whole, what is wrong and what to do.
struct Case {
    std::string bytes;
    std::string_view said;
};

// Every message must have its sentence in both languages.
std::string sentence(const Message& message) {
    BOOST_TEST(!Catalogue(Language::french).text(message).empty());
    return Catalogue(Language::english).text(message);
}

std::string said_of(const std::string& bytes) {
    const TemporaryFolder folder;
    const Outcome outcome = read_any(write_file(folder, bytes));
    std::string text;
    if (!outcome.summary) {
        for (const Diagnostic& fault : outcome.summary.error().diagnostics) {
            text += fmt::format("{}{} | {}", text.empty() ? "" : "\n", sentence(fault.what),
                                fault.hint ? sentence(*fault.hint) : "");
        }
        return text;
    }
    for (const Reject& reject : outcome.reasons) {
        text += fmt::format("{}{} {} “{}”: {}", text.empty() ? "" : "\n",
                            reject.place.empty() ? std::to_string(reject.line) : reject.place, reject.field,
                            reject.value, sentence(reject.reason));
    }
    return text;
}

void check(const std::vector<Case>& cases) {
    for (const Case& one : cases) BOOST_TEST(said_of(one.bytes) == one.said);
}

const std::string titles = "number;act;received_on;amount;iban;visits;urgent;seen_at;beneficiary\n";
// So that dates are French and numbers have a comma.
const std::string sound = "C0;optical;31/07/2026;1,50;;;;;\n";

std::string line(const std::string& text) {
    return titles + sound + text + "\n";
}

std::string json(const std::string& line) {
    return R"({"number": "C0", "act": "optical", "received_on": "2026-07-31", "amount": 1.5})"
           "\n" +
           line + "\n";
}

// A row of texts; one that starts with `<` is a cell of its own making.
std::string xml_row(int number, const std::vector<std::string>& cells) {
    std::string xml = fmt::format("<row r=\"{}\">", number);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        const std::string reference = fmt::format("r=\"{}{}\"", static_cast<char>('A' + i), number);
        if (cells[i].starts_with('<'))
            xml += "<c " + reference + cells[i].substr(1);
        else
            xml += "<c " + reference + " t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>";
    }
    return xml + "</row>";
}

std::string book(const std::string& rows) {
    return format::sample_zip(format::sample_workbook(rows));
}

std::string sheet(const std::vector<std::string>& cells) {
    return book(xml_row(1, {"number", "act", "received_on", "amount", "iban", "visits", "urgent", "seen_at",
                            "beneficiary"}) +
                xml_row(2, {"C0", "optical", "< s=\"1\"><v>46234</v></c>", "<><v>1.5</v></c>"}) +
                xml_row(3, cells));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(faulty_files)

BOOST_AUTO_TEST_CASE(of_text) {
    check({
        {"", "the file claims.csv is empty | export it again, with its lines and the line of headers"},
        {"\xEF\xBB\xBF",
         "no column of claims.csv is a field of the type “claim” | expected columns: number, act, "
         "received_on, amount, iban, visits, urgent, seen_at, beneficiary"},
        {std::string("\0\1\2\3", 4),
         "no column of claims.csv is a field of the type “claim” | expected columns: number, act, "
         "received_on, amount, iban, visits, urgent, seen_at, beneficiary"},
        {"one;two\nC1;2\n",
         "no column of claims.csv is a field of the type “claim” | expected columns: number, act, "
         "received_on, amount, iban, visits, urgent, seen_at, beneficiary"},
        {titles,
         "the file claims.csv has no line but the headers | export it again, with its lines and the line of "
         "headers"},
        {"number;act;amount\nC1;optical;1,50\n",
         "the column received_on (received on) is missing | add a column received_on to the file"},
        {"numbre;act;received_on;amount\nC1;optical;31/07/2026;1,50\n",
         "the column number (number) is missing | rename the column numbre to number"},
        {"number;numéro;act;received_on;amount\nC1;C1;optical;31/07/2026;1,50\n",
         "two columns are the field number | keep only one"},
        {"number;act;received_on;amount\nC1;optical;07/31/2026;1,50\n",
         "in claims.csv, the month is written before the day | export dates as 31/07/2026 or 2026-07-31"},
        {line("C1;optical;31/07/2026"), "3  “”: 3 columns instead of 9"},
        {line("C1;optical;31/07/2026;1;;;;;;"), "3  “”: 10 columns instead of 9"},
        {line(";optical;31/07/2026;1;;;;;"), "3 number “”: the value is required"},
        {line("C1;;31/07/2026;1;;;;;"), "3 act “”: the value is required"},
        {line("C1;optical;;1;;;;;"), "3 received_on “”: the value is required"},
        {line("C1;optical;31/07/2026;;;;;;"), "3 amount “”: the value is required"},
        {line(";;;;;;;;"), "3  “”: the line has no value at all"},
        {line("C0;optical;31/07/2026;1;;;;;"),
         "2 number “C0”: the same key is also in line 3\n3 number “C0”: the same key is also in line 2"},
        {line("C1;opticl;31/07/2026;1;;;;;"), "3 act “opticl”: unknown value; the nearest is optical"},
        {line("C1;dental;31/07/2026;1;;;;;"),
         "3 act “dental”: unknown value; admitted are consultation, hospital-stay, optical"},
        {line("C1;optical;31/06/2026;1;;;;;"), "3 received_on “31/06/2026”: there is no such day"},
        {line("C1;optical;2026-07-31;1;;;;;"),
         "3 received_on “2026-07-31”: a date such as 31/07/2026 is expected"},
        {line("C1;optical;31/07/26;1;;;;;"),
         "3 received_on “31/07/26”: a date such as 31/07/2026 is expected"},
        {line("C1;optical;31/07/1626;1;;;;;"),
         "3 received_on “31/07/1626”: the year must lie between 1900 and 2200"},
        {line("C1;optical;31/07/2026;1.50;;;;;"), "3 amount “1.50”: the decimal sign of this file is “,”"},
        {line("C1;optical;31/07/2026;1,505;;;;;"), "3 amount “1,505”: an amount has at most two decimals"},
        {line("C1;optical;31/07/2026;12 34;;;;;"),
         "3 amount “12 34”: an amount is expected, such as 1234.56"},
        {line("C1;optical;31/07/2026;1,50 USD;;;;;"),
         "3 amount “1,50 USD”: the amount is in USD, the field is in EUR"},
        {line("C1;optical;31/07/2026;92233720368547758,08;;;;;"),
         "3 amount “92233720368547758,08”: the number is too large"},
        {line("C1;optical;31/07/2026;much;;;;;"), "3 amount “much”: an amount is expected, such as 1234.56"},
        {line("C1;optical;31/07/2026;1;" + std::string(201, 'F') + ";;;;"),
         "3 iban “(secret)”: the value is longer than 200 bytes"},
        {line("C1;optical;31/07/2026;1;;1,5;;;"), "3 visits “1,5”: a whole number is expected, such as 1234"},
        {line("C1;optical;31/07/2026;1;;;maybe;;"),
         "3 urgent “maybe”: yes or no is expected (true, false, 1, 0)"},
        {line("C1;optical;31/07/2026;1;;;;31/07/2026 10:15;"),
         "3 seen_at “31/07/2026 10:15”: an instant is expected, such as 2026-07-31T17:00:00Z"},
        {line(std::string(201, 'K') + ";optical;31/07/2026;1;;;;;"),
         "3 number “KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK…”: the "
         "value is longer than 200 bytes"},
        {line("C9;optical;31/07/2026;1;;;;;Ève\nC1;optical;31/07/2026;1;;;;;\xFF"),
         "4 beneficiary “�”: this is not UTF-8"},
        {line("C1;optical;31/07/2026;1;;;;;\"open"), "3  “”: a quotation mark is not closed"},
        {line("C1;optical;31/07/2026;1;;;;;\"a\"b"),
         "3  “”: a quotation mark is out of place: put the value in quotation marks and double those inside "
         "it"},
        {line(std::string("C1;optical;31/07/2026;1;;;;;\0", 29)),
         "the file claims.csv is no text file | save it from your spreadsheet as CSV UTF-8"},
    });
}

BOOST_AUTO_TEST_CASE(of_json_lines) {
    check({
        {"{}\n",
         "no line of claims.csv is a JSON object with members | write one object a line, its members named "
         "like the fields"},
        {"{\"a\": 1}\n",
         "no column of claims.csv is a field of the type “claim” | expected columns: number, act, "
         "received_on, amount, iban, visits, urgent, seen_at, beneficiary"},
        {json("[1]"), "2  “”: this is not a JSON object: column 1"},
        {json("{"), "2  “”: this is not a JSON object: column 2"},
        {json("{\"number\": \"C1\",}"), "2  “”: this is not a JSON object: column 17"},
        {json("{\"number\": \"C1\"} {}"), "2  “”: this is not a JSON object: column 18"},
        {json("{\"number\": \"C1\", \"number\": \"C2\"}"), "2  “”: the member number is there twice"},
        {json("{\"number\": 'C1'}"), "2  “”: this is not a JSON object: column 12"},
        {json("{\"number\": \"C1\", \"amount\": 01}"), "2  “”: this is not a JSON object: column 29"},
        {json("{\"number\": \"C1\", \"amount\": NaN}"), "2  “”: this is not a JSON object: column 28"},
        {json("{\"number\": \"C1\", \"act\": \"optical\", \"received_on\": \"2026-07-31\", \"amount\": "
              "1.505}"),
         "2 amount “1.505”: an amount has at most two decimals"},
        {json("{\"number\": \"C1\", \"act\": \"optical\", \"received_on\": \"2026-07-31\", \"amount\": 1e3}"),
         "2 amount “1e3”: an amount is expected, such as 1234.56"},
        {json("{\"number\": \"C1\", \"act\": \"optical\", \"received_on\": \"31/07/2026\", \"amount\": 1}"),
         "2 received_on “31/07/2026”: a date such as 2026-07-31 is expected"},
        {json("{\"number\": \"C1\", \"act\": [\"optical\"], \"received_on\": \"2026-07-31\", \"amount\": "
              "null}"),
         "2 act “[\"optical\"]”: a plain value is expected, not an object or a list\n2 amount “”: the value "
         "is required"},
        {json("{\"number\": \"C0\", \"act\": \"optical\", \"received_on\": \"2026-07-31\", \"amount\": 1}"),
         "1 number “C0”: the same key is also in line 2\n2 number “C0”: the same key is also in line 1"},
        {json("{\"number\": \"C1\", \"act\": \"\xFF\"}"), "2  “”: this is not UTF-8"},
        {json("{\"number\": \"C1\", \"act\": \"\\ud800\"}"), "2  “”: this is not a JSON object: column 32"},
        {json("{\"number\": \"" + std::string(1 << 20, 'C') + "\"}"), "2  “”: the line is longer than 1 MiB"},
        {std::string("{\"number\": \"C1\"}\n"),
         "the column act (act) is missing | add a column act to the file\nthe column received_on (received "
         "on) is missing | add a column received_on to the file\nthe column amount (amount) is missing | add "
         "a column amount to the file"},
        {json("{\"number\": \"C1\", \"Numéro\": \"C1\"}"),
         "two columns are the field number | keep only one"},
    });
}

BOOST_AUTO_TEST_CASE(of_spreadsheets) {
    check({
        {"PK\x03\x04 no zip",
         "the file is damaged, or it is no .xlsx workbook | open it in your spreadsheet program and save it "
         "anew as .xlsx, without a password"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
         "the file is an old .xls workbook, or it is protected by a password | open it in your spreadsheet "
         "program "
         "and save it as .xlsx, without a password"},
        {book(""),
         "no column of claims.csv is a field of the type “claim” | expected columns: number, act, "
         "received_on, amount, iban, visits, urgent, seen_at, beneficiary"},
        {book(xml_row(1, {"one", "two"})),
         "no column of claims.csv is a field of the type “claim” | expected columns: number, act, "
         "received_on, amount, iban, visits, urgent, seen_at, beneficiary"},
        {book(xml_row(1, {"number", "act", "received_on", "amount"})),
         "the file claims.csv has no line but the headers | export it again, with its lines and the line of "
         "headers"},
        {book(xml_row(1, {"number", "act", "amount"}) + xml_row(2, {"C1", "optical", "1"})),
         "the column received_on (received on) is missing | add a column received_on to the file"},
        {sheet({"C1", "optical", "< s=\"1\"><v>46234.5</v></c>", "<><v>1</v></c>"}),
         "Un!C3 received_on “2026-07-31T12:00:00”: a date such as 2026-07-31 is expected"},
        {sheet({"C1", "optical", "<><v>46234</v></c>", "<><v>1</v></c>"}),
         "Un!C3 received_on “46234”: a date such as 2026-07-31 is expected"},
        {sheet({"C1", "optical", "< s=\"1\"><v>46234</v></c>", "<><v>1.505</v></c>"}),
         "Un!D3 amount “1.505”: an amount has at most two decimals"},
        {sheet({"C1", "optical", "< s=\"1\"><v>46234</v></c>", "< t=\"b\"><v>1</v></c>"}),
         "Un!D3 amount “true”: an amount is expected, such as 1234.56"},
        {sheet({"C1", "optical", "< s=\"1\"><v>46234</v></c>", "< t=\"e\"><v>#DIV/0!</v></c>"}),
         "Un!D3 amount “#DIV/0!”: the cell contains the error #DIV/0!"},
        {sheet({"C1", "optical", "< s=\"1\"><v>46234</v></c>", "<><v>1</v></c>", "", "<><v>1.5</v></c>"}),
         "Un!F3 visits “1.5”: a whole number is expected, such as 1234"},
        {sheet(
             {"C1", "optical", "< s=\"1\"><v>46234</v></c>", "<><v>1</v></c>", "", "", "", "", "", "aside"}),
         "Un!A3  “”: 10 columns instead of 9"},
        {sheet({"C0", "optical", "< s=\"1\"><v>46234</v></c>", "<><v>1</v></c>"}),
         "Un!A2 number “C0”: the same key is also in line 3\nUn!A3 number “C0”: the same key is also in line "
         "2"},
        {sheet({"", "optical", "", "<><v>1</v></c>", "FR76; (!)" + std::string(200, 'F')}),
         "Un!A3 number “”: the value is required\nUn!C3 received_on “”: the value is required\nUn!E3 iban "
         "“(secret)”: the value is longer than 200 bytes"},
        {sheet({" "}), "Un!A3  “”: the line has no value at all"},
        {book(xml_row(1, {"number", "act", "received_on", "amount"}) +
              xml_row(2, {"C1", "optical", "12/31/2026", "1"})),
         "in claims.csv, the month is written before the day | export dates as 31/07/2026 or 2026-07-31"},
        {sheet({"C1", "optical", "<><v>x</v></c>", ""}),
         "the cell C3 holds “x”, which is no value of a spreadsheet | open it in your spreadsheet program "
         "and save it anew as .xlsx, without a password"},
    });
}

BOOST_AUTO_TEST_SUITE_END()
