// SPDX-License-Identifier: Apache-2.0
#include "report/page_template.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::report;

BOOST_AUTO_TEST_SUITE(page_template)

BOOST_AUTO_TEST_CASE(fills_texts_flags_lists_and_objects) {
    const Json view = Json::Object{
        {"on", true}, {"off", false}, {"list", Json::Array{"a", "b"}}, {"label", Json::Object{{"x", "X"}}}};
    BOOST_TEST(filled("{{label.x}}{{#on}}+{{/on}}{{^off}}-{{/off}}{{#list}}<{{.}}{{label.x}}>{{/list}}",
                      view) == "X+-<aX><bX>");
}

BOOST_AUTO_TEST_CASE(fills_a_template_again_with_another_view) {
    PageTemplate page("{{#list}}<{{name}}>\n{{/list}}{{^list}}none{{/list}}");
    const auto view = [](Json::Array list) { return Json::Object{{"list", std::move(list)}}; };
    const Json::Object first{{"name", "a"}}, second{{"name", "b"}};
    BOOST_TEST(page.filled(view({first, second})) == "<a>\n<b>\n");
    BOOST_TEST(page.filled(view({})) == "none");
    BOOST_TEST(page.filled(view({second})) == "<b>\n");
}

BOOST_AUTO_TEST_CASE(escapes_but_for_triple_braces) {
    const Json view = Json::Object{{"text", "<b> & \x01"}};
    BOOST_TEST(filled("{{text}}", view) == "&lt;b&gt; &amp; \uFFFD");
    BOOST_TEST(filled("{{{text}}}", view) == "<b> & \x01");
}

BOOST_AUTO_TEST_CASE(does_not_take_a_text_for_a_template) {
    BOOST_TEST(filled("{{text}}", Json::Object{{"text", "{{other}}"}}) == "{{other}}");
}

BOOST_AUTO_TEST_CASE(refuses_what_the_view_lacks) {
    BOOST_CHECK_THROW(filled("{{missing}}", Json::Object{}), std::logic_error);
    BOOST_CHECK_THROW(filled("{{#missing}}x{{/missing}}", Json::Object{}), std::logic_error);
    BOOST_CHECK_THROW(filled("{{^missing}}x{{/missing}}", Json::Object{}), std::logic_error);
    BOOST_CHECK_THROW(filled("{{label.missing}}", Json::Object{{"label", Json::Object{}}}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(refuses_a_template_with_a_section_left_open) {
    BOOST_CHECK_THROW(filled("{{#on}}x", Json::Object{{"on", true}}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(refuses_a_bare_number) {
    BOOST_CHECK_THROW(filled("{{n}}", Json::Object{{"n", 1000}}), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
