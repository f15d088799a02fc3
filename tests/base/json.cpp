// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <limits>
#include <stdexcept>

#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

using namespace cadran;

namespace {

// Text of whole characters, control characters and all planes among them, U+0000 and surrogates not.
rc::Gen<std::string> any_text() {
    const auto character = rc::gen::elementOf(std::vector<std::string>{
        "a",    "Z",    "0",    " ", "\"", "\\",     "/",      "\b",     "\f", "\n",         "\r", "\t",
        "\x01", "\x1f", "\x7f", "é", "€",  "\u2028", "\ufb33", "\uffff", "😀",  "\U0010ffff", "<",  "'"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(character), [](const auto& characters) {
        std::string text;
        for (const std::string& one : characters) text += one;
        return text;
    });
}

Json any_json(int depth) {
    switch (*rc::gen::inRange(0, depth > 0 ? 6 : 4)) {
        case 0: return {};
        case 1: return *rc::gen::arbitrary<bool>();
        case 2: return *rc::gen::arbitrary<std::int64_t>();
        case 3: return *any_text();
        case 4: {
            Json::Array array;
            for (int rest = *rc::gen::inRange(0, 4); rest > 0; --rest) array.push_back(any_json(depth - 1));
            return array;
        }
        default: break;
    }
    Json::Object members;
    for (int rest = *rc::gen::inRange(0, 4); rest > 0; --rest) members[*any_text()] = any_json(depth - 1);
    return members;
}

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
}

// What the text becomes when it is read and written again.
std::string canonical(std::string_view text) {
    const auto json = Json::parse(text);
    return json ? json->canonical_text() : json.error().diagnostics.front().what.id;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json)

// RFC 8785, section 3.2.2, without the numbers that are not whole.
BOOST_AUTO_TEST_CASE(writes_strings_and_literals_as_the_standard_shows) {
    BOOST_TEST(
        canonical(R"({
        "numbers": [333333333, 4, 20, -1, 0],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false] })") ==
        R"({"literals":[null,true,false],"numbers":[333333333,4,20,-1,0],"string":"€$\u000f\nA'B\"\\\\\"/"})");
}

// RFC 8785, section 3.2.3: by UTF-16 code units, so that a surrogate pair comes before U+FB33.
BOOST_AUTO_TEST_CASE(sorts_members_as_the_standard_shows) {
    BOOST_TEST(canonical(R"({
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis" })") ==
               "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
               "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
               "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

BOOST_AUTO_TEST_CASE(sorts_a_name_behind_its_own_beginning) {
    BOOST_TEST(canonical(R"({"ab":1,"b":2,"a":3,"":4})") == R"({"":4,"a":3,"ab":1,"b":2})");
}

BOOST_AUTO_TEST_CASE(survives_its_own_texts) {
    BOOST_TEST(rc::check("parse undoes canonical_text and pretty_text", [] {
        const Json json = any_json(3);
        RC_ASSERT(Json::parse(json.canonical_text()) == json);
        RC_ASSERT(Json::parse(json.pretty_text()) == json);
    }));
}

BOOST_AUTO_TEST_CASE(is_indented_for_people) {
    const Json json(Json::Object{{"name", "claims"}, {"lines", Json::Array{1, 2}}, {"none", Json::Array{}}});
    BOOST_TEST(json.pretty_text() ==
               "{\n  \"lines\": [\n    1,\n    2\n  ],\n  \"name\": \"claims\",\n  \"none\": []\n}\n");
}

BOOST_AUTO_TEST_CASE(need_not_be_an_object) {
    for (const std::string text : {"null", "true", "-12", "\"text\"", "[]", "{}"})
        BOOST_TEST(canonical(text) == text);
}

BOOST_AUTO_TEST_CASE(keeps_the_whole_range_of_integers) {
    BOOST_TEST(canonical("[-9223372036854775808,9223372036854775807]") ==
               "[-9223372036854775808,9223372036854775807]");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_json_or_not_whole) {
    for (const std::string_view faulty : {"",
                                          " ",
                                          "{",
                                          "[1,]",
                                          "{\"a\":1,}",
                                          "{a:1}",
                                          "{'a':1}",
                                          "[1] 2",
                                          "[1][2]",
                                          "// note\n1",
                                          "tru",
                                          "\"open",
                                          "01",
                                          "+1",
                                          "1.5",
                                          "1.0",
                                          "1e2",
                                          "NaN",
                                          "Infinity",
                                          "[9223372036854775808]",
                                          "[-9223372036854775809]",
                                          "[18446744073709551616]",
                                          "\"\\x\"",
                                          "\"\\ud83d\"",
                                          "\"\\ud83dx\"",
                                          "\"\\ud83d\\u0041\"",
                                          "\"\\ude00\"",
                                          "\"\\u12g4\"",
                                          "\"\\u12",
                                          "-",
                                          "\"\\",
                                          "\"tab\there\"",
                                          "\"\xE9\"",
                                          "{\"a\":1,\"a\":2}"}) {
        BOOST_TEST(canonical(faulty) == "base.not_json", faulty);
    }
}

BOOST_AUTO_TEST_CASE(says_where_it_stops_being_json) {
    const auto json = Json::parse("{\n  \"é\": 1.5\n}");
    BOOST_REQUIRE(!json);
    const Message expected{"base.not_json", {{"line", std::int64_t{2}}, {"column", std::int64_t{9}}}};
    BOOST_CHECK(json.error().diagnostics.front().what == expected);
}

BOOST_AUTO_TEST_CASE(reads_nesting_up_to_64_and_no_deeper) {
    BOOST_TEST(canonical(nested(64)) == nested(64));
    BOOST_TEST(canonical(nested(65)) == "base.not_json");
    BOOST_TEST(canonical(nested(100'000)) == "base.not_json");
}

BOOST_AUTO_TEST_CASE(gives_values_by_their_type) {
    const Json json(Json::Object{{"name", "claims"}, {"count", 3}, {"open", true}, {"none", {}}});
    BOOST_TEST(json.is_object());
    BOOST_TEST(json.at("name").string() == "claims");
    BOOST_TEST(json.at("count").integer() == 3);
    BOOST_TEST(json.at("open").boolean());
    BOOST_TEST(json.at("none").is_null());
    BOOST_CHECK_THROW(json.at("missing"), std::out_of_range);
    BOOST_CHECK_THROW(json.at("name").integer(), std::bad_variant_access);
}

BOOST_AUTO_TEST_SUITE_END()
