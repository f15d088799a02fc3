// SPDX-License-Identifier: Apache-2.0
#include "format/xml_merge.h"

#include <boost/test/unit_test.hpp>

#include "format/xml_schema.h"

using namespace cadran;
using namespace cadran::format;

namespace {

constexpr std::string_view small_schema = R"(<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x" targetNamespace="urn:x"
          elementFormDefault="qualified">
  <xs:element name="a">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="name" type="xs:token"/>
        <xs:element name="step" type="xs:token" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="b" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence><xs:element name="c" type="xs:token" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
            <xs:attribute name="id" type="xs:token" use="required"/>
            <xs:attribute name="x" type="xs:token"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>)";

XmlElement read(const std::string& text) {
    static const XmlSchema schema(small_schema, {}, {});
    return schema.read(text, "a.xml").value().root;
}

std::string merged_as(const std::string& file, const std::string& wanted) {
    return merged(file, read(file), read(wanted),
                  [](std::string_view element) { return element == "b" ? "id" : ""; });
}

const std::string head = "<?xml version='1.0'?>\n<!-- of the quality manager -->\n<a xmlns='urn:x'>\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_merge)

BOOST_AUTO_TEST_CASE(keeps_every_byte_of_what_says_the_same) {
    const std::string file =
        "\xEF\xBB\xBF" + head + "  <name>\r\n  n  &amp; m\r\n </name  ><!-- c -->\n  <b id = 'x'/>\n</a>\n\n";
    BOOST_TEST(merged_as(file, "<a xmlns='urn:x'><name>n &amp; m</name><b id='x'></b></a>") == file);
}

BOOST_AUTO_TEST_CASE(changes_a_text_and_a_value_where_they_stand) {
    const std::string file =
        head +
        "  <name>old <!-- why --></name>\n  <b  id='k'\n      x='1' ><c>t</c></b> <!-- last -->\n</a>\n";
    BOOST_TEST(
        merged_as(file, "<a xmlns='urn:x'><name>n &lt; m</name><b id='k' x='2'><c>t</c></b></a>") ==
        head +
            "  <name>n &lt; m <!-- why --></name>\n  <b  id='k'\n      x=\"2\" ><c>t</c></b> <!-- last "
            "-->\n</a>\n");
    BOOST_TEST(merged_as(file, "<a xmlns='urn:x'><name>old</name><b id='k'><c>t</c></b></a>") ==
               head + "  <name>old <!-- why --></name>\n  <b  id='k' ><c>t</c></b> <!-- last -->\n</a>\n");
}

BOOST_AUTO_TEST_CASE(adds_where_it_belongs_and_lays_it_out) {
    const std::string file = head + "  <name>n</name>\n  <b id='k'/>\n</a>\n";
    BOOST_TEST(
        merged_as(file,
                  "<a xmlns='urn:x'><name>n</name><step>one</step><b id='j'><c>t</c></b><b id='k'>"
                  "<c>u</c></b></a>") ==
        head +
            "  <name>n</name>\n  <step>one</step>\n  <b id=\"j\">\n    <c>t</c>\n  </b>\n  <b id='k'>\n"
            "    <c>u</c>\n  </b>\n</a>\n");
    BOOST_TEST(merged_as("<a xmlns='urn:x'><name>n</name></a>",
                         "<a xmlns='urn:x'><name>n</name><b id='j' x='1'/></a>") ==
               "<a xmlns='urn:x'><name>n</name>\n  <b id=\"j\" x=\"1\"/>\n</a>");
}

BOOST_AUTO_TEST_CASE(removes_an_element_and_keeps_the_comments_beside_it) {
    const std::string file =
        head + "  <name>n</name>\n  <!-- of k -->\n  <b id='k'><!-- in k --></b>\n  <b id='l'/>\n</a>\n";
    BOOST_TEST(merged_as(file, "<a xmlns='urn:x'><name>n</name><b id='l'/></a>") ==
               head + "  <name>n</name>\n  <!-- of k -->\n  <b id='l'/>\n</a>\n");
    BOOST_TEST(merged_as(file, "<a xmlns='urn:x'><name>n</name></a>") ==
               head + "  <name>n</name>\n  <!-- of k -->\n</a>\n");
}

BOOST_AUTO_TEST_CASE(moves_an_element_with_its_comments) {
    const std::string file = head +
                             "  <name>n</name>\n  <!-- of k -->\n  <b id='k'/> <!-- too -->\n  <b id='l'/>\n"
                             "  <b  id='m'/>\n</a>\n";
    BOOST_TEST(
        merged_as(file, "<a xmlns='urn:x'><name>n</name><b id='l'/><b id='m'/><b id='k' x='1'/></a>") ==
        head +
            "  <name>n</name>\n  <b id='l'/>\n  <b  id='m'/>\n  <!-- of k -->\n  <b id='k' x=\"1\"/> <!-- "
            "too -->\n</a>\n");
}

BOOST_AUTO_TEST_CASE(knows_texts_of_a_list_by_their_place) {
    const std::string file = head +
                             "  <name>n</name>\n  <step>one</step>\n  <!-- two -->\n  <step>two</step>\n"
                             "  <step>three</step> <!-- three -->\n</a>\n";
    BOOST_TEST(merged_as(file,
                         "<a xmlns='urn:x'><name>n</name><step>one</step><step>TWO</step><step>three</step>"
                         "</a>") ==
               head +
                   "  <name>n</name>\n  <step>one</step>\n  <!-- two -->\n  <step>TWO</step>\n"
                   "  <step>three</step> <!-- three -->\n</a>\n");
    BOOST_TEST(merged_as(file, "<a xmlns='urn:x'><name>n</name><step>one</step><step>THREE</step></a>") ==
               head +
                   "  <name>n</name>\n  <step>one</step>\n  <!-- two -->\n  <step>THREE</step>"
                   " <!-- three -->\n</a>\n");
}

BOOST_AUTO_TEST_SUITE_END()
