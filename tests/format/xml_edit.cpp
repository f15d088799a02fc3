// SPDX-License-Identifier: Apache-2.0
#include "format/xml_edit.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::format;

namespace {

Place at(int line, int column) {
    return {"", line, column};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_edit)

BOOST_AUTO_TEST_CASE(an_element_ends_with_its_own_tag) {
    const XmlEdit edit("<a>\n é<b x=\"/>\"><!-- </b> --><b><![CDATA[</b>]]></b><c/></b><b/></a>");
    BOOST_TEST(edit.element(at(2, 3)) == "<b x=\"/>\"><!-- </b> --><b><![CDATA[</b>]]></b><c/></b>");
    BOOST_TEST(edit.element(at(1, 1)).ends_with("</a>"));
}

BOOST_AUTO_TEST_CASE(every_other_byte_stays) {
    XmlEdit edit("\xEF\xBB\xBF<a>\r\n  <b/> <!-- kept -->\r\n  <c>x</c>\r\n</a>");
    edit.insert_after(at(3, 3), "<d/>");
    edit.replace(at(2, 3), "<B/>");
    BOOST_TEST(edit.result() == "\xEF\xBB\xBF<a>\r\n  <B/> <!-- kept -->\r\n  <c>x</c><d/>\r\n</a>");
}

BOOST_AUTO_TEST_CASE(an_empty_list_is_opened) {
    XmlEdit edit("<a>\n  <list kind='x' />\n</a>");
    edit.insert_first(at(2, 3), "\n    <b/>", "  ");
    BOOST_TEST(edit.result() == "<a>\n  <list kind='x'>\n    <b/>\n  </list>\n</a>");
    XmlEdit other("<a><list></list></a>");
    other.insert_first(at(1, 4), "<b/>", "");
    BOOST_TEST(other.result() == "<a><list><b/></list></a>");
}

BOOST_AUTO_TEST_SUITE_END()
