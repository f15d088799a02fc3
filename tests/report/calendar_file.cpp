// SPDX-License-Identifier: Apache-2.0
#include "report/calendar_file.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "report/markup.h"

using namespace cadran;
using namespace cadran::report;

namespace {

const Instant evening = parse_instant("2026-11-21T17:00:00Z").value();

std::string written(const std::vector<CalendarEntry>& entries) {
    return calendar_file(entries, "Échéances", evening);
}

std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < file.size();) {
        const std::size_t end = file.find("\r\n", at);
        BOOST_REQUIRE(end != std::string::npos);
        lines.push_back(file.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

// RFC 5545, 3.1: a line that starts with a space goes on where the one before ended.
std::vector<std::string> unfolded(const std::string& file) {
    std::vector<std::string> lines;
    for (const std::string& line : lines_of(file)) {
        if (line.starts_with(" ") || line.starts_with("\t"))
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
    }
    return lines;
}

// RFC 5545, 3.3.11.
std::string unescaped(const std::string& value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\') {
            text += value[i];
            continue;
        }
        ++i;
        text += value.at(i) == 'n' || value.at(i) == 'N' ? '\n' : value.at(i);
    }
    return text;
}

std::string value_of(const std::string& file, const std::string& name) {
    for (const std::string& line : unfolded(file)) {
        if (line.starts_with(name + ":")) return unescaped(line.substr(name.size() + 1));
    }
    return "none";
}

CalendarEntry about(const std::string& summary, const std::string& description = "d") {
    return {"1@cadran", *parse_date("2026-12-31"), summary, description, "action"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar_file)

BOOST_AUTO_TEST_CASE(has_one_event_of_one_day_for_each_entry) {
    const auto lines = unfolded(written({about("Former")}));
    const std::vector<std::string> expected{"BEGIN:VCALENDAR",
                                            "VERSION:2.0",
                                            "PRODID:-//Cadran//Cadran//FR",
                                            "METHOD:PUBLISH",
                                            "X-WR-CALNAME:Échéances",
                                            "BEGIN:VEVENT",
                                            "UID:1@cadran",
                                            "DTSTAMP:20261121T170000Z",
                                            "DTSTART;VALUE=DATE:20261231",
                                            "DTEND;VALUE=DATE:20270101",
                                            "SUMMARY:Former",
                                            "DESCRIPTION:d",
                                            "CATEGORIES:action",
                                            "TRANSP:TRANSPARENT",
                                            "END:VEVENT",
                                            "END:VCALENDAR"};
    BOOST_TEST(lines == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(is_the_same_bytes_each_time) {
    BOOST_TEST(written({about("a"), about("b")}) == written({about("a"), about("b")}));
}

BOOST_AUTO_TEST_CASE(without_entries_is_still_a_calendar) {
    BOOST_TEST(lines_of(written({})).back() == "END:VCALENDAR");
}

BOOST_AUTO_TEST_CASE(keeps_what_the_format_means_something_by) {
    const std::string text = "a;b,c\\d\\n:\"e\"\nEND:VEVENT";
    const std::string file = written({about("x", text)});
    BOOST_TEST(value_of(file, "DESCRIPTION") == text);
    BOOST_TEST(file.find("a\\;b\\,c\\\\d\\\\n") != std::string::npos);
    BOOST_TEST(std::ranges::count(lines_of(file), "END:VEVENT") == 1);
}

BOOST_AUTO_TEST_CASE(shows_control_characters_as_what_they_are_not_and_takes_any_line_break) {
    BOOST_TEST(value_of(written({about("a\x01 b\rc\r\nd\n")}), "SUMMARY") == "a\xEF\xBF\xBD b\nc\nd\n");
}

// RFC 5545, 3.1: 75 octets at most; a reader that knows nothing of folding must still see whole characters.
BOOST_AUTO_TEST_CASE(folds_between_characters_after_75_octets_at_most_and_loses_none) {
    BOOST_TEST(rc::check([] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "a", "mot ", "é", "œuvre", "\u00a0", "€", "𝔘", ",", ";", "\\", "\n", "  "));
        std::string text = "t";
        for (const std::string& piece : pieces) text += piece;
        text += "t";
        const std::string file = written({about("s", text)});
        for (const std::string& line : lines_of(file)) {
            RC_ASSERT(line.size() <= 75U);
            RC_ASSERT(is_utf8(line));
        }
        RC_ASSERT(value_of(file, "DESCRIPTION") == text);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
