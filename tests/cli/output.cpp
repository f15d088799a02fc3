// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <boost/test/unit_test.hpp>
#include <sstream>
#include <thread>

#include "base/text.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

// Both streams and an output on them.
struct Page {
    explicit Page(Format format, Language language = Language::english)
        : catalogue(language), output(results, notes, catalogue, format, false) {}

    std::ostringstream results, notes;
    Catalogue catalogue;
    Output output;
};

Table two_people(const Output& output) {
    return {
        {{"name", {"cli.account"}}, {"number", {"cli.number"}, true}, {"from", {"cli.in_force_from"}}},
        {{output.cell("claire"), output.cell(std::int64_t{12000}), output.cell(*parse_date("2026-07-31"))},
         {output.cell("éléonore, \"Léo\""), output.cell(std::int64_t{7}), Cell{}}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(output)

BOOST_AUTO_TEST_CASE(a_table_has_columns_that_people_can_follow) {
    Page page(Format::table);
    page.output.table(two_people(page.output));
    BOOST_TEST(page.results.str() ==
               "account          number  in force from\n"
               "claire           12,000  31 Jul 2026\n"
               "éléonore, \"Léo\"       7  \n");
}

BOOST_AUTO_TEST_CASE(a_table_for_programs_has_the_same_form_in_every_language) {
    for (const Format format : {Format::json, Format::csv}) {
        Page french(format, Language::french), english(format);
        french.output.table(two_people(french.output));
        english.output.table(two_people(english.output));
        BOOST_TEST(french.results.str() == english.results.str());
    }
}

BOOST_AUTO_TEST_CASE(json_can_be_read_back) {
    Page page(Format::json);
    page.output.table(two_people(page.output));
    const auto rows = Json::parse(page.results.str());
    BOOST_REQUIRE(rows.has_value());
    BOOST_TEST(rows->array().size() == 2u);
    BOOST_TEST(rows->array()[0].at("number").integer() == 12000);
    BOOST_TEST(rows->array()[0].at("from").string() == "2026-07-31");
    BOOST_TEST(rows->array()[1].at("name").string() == "éléonore, \"Léo\"");
    BOOST_TEST(rows->array()[1].at("from").is_null());
}

BOOST_AUTO_TEST_CASE(an_empty_table_is_an_empty_list_for_programs) {
    Page json(Format::json), csv(Format::csv);
    json.output.table({{{"name", {"cli.account"}}}, {}});
    csv.output.table({{{"name", {"cli.account"}}}, {}});
    BOOST_TEST(Json::parse(json.results.str())->array().empty());
    BOOST_TEST(csv.results.str() == "name\r\n");
}

BOOST_AUTO_TEST_CASE(csv_quotes_what_needs_it) {
    Page page(Format::csv);
    page.output.table(two_people(page.output));
    BOOST_TEST(page.results.str() ==
               "name,number,from\r\nclaire,12000,2026-07-31\r\n\"éléonore, \"\"Léo\"\"\",7,\r\n");
}

BOOST_AUTO_TEST_CASE(csv_does_nothing_when_a_spreadsheet_opens_it) {
    struct Case {
        const char* given;
        const char* written;
    };
    const Case cases[] = {
        {"=1+1", "'=1+1"},
        {"+33 1", "'+33 1"},
        {"@import", "'@import"},
        {"-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"},
        {"-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"},
        {"\tx", "'\tx"},
        {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
        {"-12", "-12"},
        {"-12.50", "-12.50"},
        {"-", "'-"},
        {"a=b", "a=b"},
        {"\r=1", "\"'\r=1\""},
        {"", ""},
    };
    for (const Case& each : cases) {
        Page page(Format::csv);
        page.output.table({{{"text", {"cli.reason"}}}, {{page.output.cell(each.given)}}});
        BOOST_TEST(page.results.str() == fmt::format("text\r\n{}\r\n", each.written));
    }
}

BOOST_AUTO_TEST_CASE(a_record_is_a_line_for_each_heading_or_one_object) {
    Page people(Format::table), programs(Format::json);
    const auto record = [](const Output& output) {
        return Table{{{"name", {"cli.account"}}, {"reason", {"cli.reason"}}},
                     {{output.cell("claire"), output.cell("first\nsecond")}}};
    };
    people.output.record(record(people.output));
    BOOST_TEST(people.results.str() == "account  claire\nreason   first\n         second\n");
    programs.output.record(record(programs.output));
    BOOST_TEST(Json::parse(programs.results.str())->at("reason").string() == "first\nsecond");
}

BOOST_AUTO_TEST_CASE(what_was_done_is_no_part_of_a_result_for_programs) {
    for (const Format format : {Format::table, Format::json, Format::csv}) {
        Page page(format);
        page.output.say({"cli.note_the_fingerprint"});
        BOOST_TEST(page.results.str().empty() == (format != Format::table));
        BOOST_TEST(page.notes.str().empty() == (format == Format::table));
    }
}

BOOST_AUTO_TEST_CASE(faults_come_with_place_and_hint_or_as_rows) {
    const Diagnostics faults{
        {{"process.xml", 3, 7},
         {"cli.missing_argument", {{"argument", std::string("title")}}},
         Message{"cli.date_form"}},
        {{"process.xml", 0, 0}, {"cli.missing_argument", {{"argument", std::string("pilot")}}}, {}}};
    Page people(Format::table), programs(Format::json);
    people.output.faults(faults);
    BOOST_TEST(people.results.str() ==
               "process.xml:3:7: title is missing\n    → a date is written 2026-07-31\nprocess.xml: pilot is "
               "missing\n");
    programs.output.faults(faults);
    const auto rows = Json::parse(programs.results.str());
    BOOST_TEST(rows->array()[0].at("line").integer() == 3);
    BOOST_TEST(rows->array()[0].at("id").string() == "cli.missing_argument");
    BOOST_TEST(rows->array()[1].at("hint").is_null());
}

BOOST_AUTO_TEST_CASE(every_command_that_lists_can_be_read_by_programs) {
    Desk desk;
    desk.open_office();
    for (const char* line : {"account list", "plugin list", "process list", "journal list", "check"}) {
        const Answer json = desk.run(std::string(line) + " --format json");
        const Answer csv = desk.run(std::string(line) + " --format csv");
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST(json.code <= 1);
            const auto rows = Json::parse(json.results);
            BOOST_REQUIRE(rows.has_value());
            BOOST_REQUIRE(csv.results.ends_with("\r\n"));
            std::size_t lines = 0;
            for (const char c : csv.results) lines += c == '\n' ? 1 : 0;
            BOOST_TEST(lines == rows->array().size() + 1);
        }
    }
}

BOOST_AUTO_TEST_CASE(progress_is_silent_for_a_second_then_says_how_far_it_is) {
    const Catalogue catalogue(Language::english);
    std::ostringstream log, terminal;
    {
        StreamProgress logged(log, catalogue, false), shown(terminal, catalogue, true);
        const auto advance = [&](std::int64_t done) {
            logged.advance({"cli.records"}, done, 200);
            shown.advance({"cli.records"}, done, 200);
        };
        advance(1);
        BOOST_TEST(log.str().empty());
        BOOST_TEST(terminal.str().empty());
        std::this_thread::sleep_for(std::chrono::milliseconds(1050));
        advance(100);
        advance(101);
        BOOST_TEST(log.str() == "records 50%\n");
        BOOST_TEST(terminal.str() == "\r\x1b[Krecords 50%");
    }
    BOOST_TEST(log.str() == "records 50%\n");
    BOOST_TEST(terminal.str().ends_with("\r\x1b[K"));  // nothing of it stays on the screen
}

BOOST_AUTO_TEST_SUITE_END()
