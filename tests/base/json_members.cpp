// SPDX-License-Identifier: Apache-2.0
#include "base/json_members.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

using namespace cadran;

namespace {

// `name=text` with the kind's first letter in front, or what is wrong.
std::string members(std::string_view text) {
    const auto members = read_json_members(text);
    if (!members) return members.error().id;
    std::string said;
    for (const JsonMember& member : *members)
        said += fmt::format("{}{}:{}={}", said.empty() ? "" : " ", "zbntv"[static_cast<int>(member.kind)],
                            member.name, member.text);
    return said;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_members)

BOOST_AUTO_TEST_CASE(come_in_order_with_numbers_as_they_are_written) {
    BOOST_TEST(members(R"({"b": 1.50, "a": -0, "e": 1.5E+3, "long": 123456789012345678901234567890.1})") ==
               "n:b=1.50 n:a=-0 n:e=1.5E+3 n:long=123456789012345678901234567890.1");
    BOOST_TEST(members(R"( { "t" : "é\u00e9\n" , "y" : true , "n" : false , "z" : null } )") ==
               "t:t=éé\n b:y=true b:n=false z:z=");
    BOOST_TEST(members(R"({"o": {"a": [1.5, {"b": 2e9}]}, "l": [ ]})") ==
               R"(v:o={"a": [1.5, {"b": 2e9}]} v:l=[ ])");
    BOOST_TEST(members("{}") == "");
}

BOOST_AUTO_TEST_CASE(must_be_one_object_by_the_grammar) {
    for (const std::string_view text : {"",
                                        "[]",
                                        "1",
                                        "{",
                                        "{}}",
                                        "{} {}",
                                        R"({"a"})",
                                        R"({"a":})",
                                        R"({"a":1,})",
                                        R"({a:1})",
                                        R"({"a":01})",
                                        R"({"a":1.})",
                                        R"({"a":.5})",
                                        R"({"a":+1})",
                                        R"({"a":1e})",
                                        R"({"a":-})",
                                        R"({"a":NaN})",
                                        R"({"a":True})",
                                        R"({"a":"\x"})",
                                        R"({"a":"\ud800"})",
                                        R"({"a":[1,]})",
                                        R"({"a":[01]})",
                                        "{\"a\":\"\n\"}"})
        BOOST_TEST(members(text) == "base.not_a_json_object", text);
    BOOST_TEST(members(R"({"a":1,"b":2,"a":1})") == "base.json_member_twice");
    BOOST_TEST(members("{\"a\":" + std::string(65, '[') + std::string(65, ']') + "}") ==
               "base.not_a_json_object");
}

BOOST_AUTO_TEST_SUITE_END()
