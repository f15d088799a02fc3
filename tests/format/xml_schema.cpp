// SPDX-License-Identifier: Apache-2.0
#include "format/xml_schema.h"

#include <thread>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"

using namespace cadran;
using namespace cadran::format;

namespace {

constexpr std::string_view xsd = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:house"
  targetNamespace="urn:house" elementFormDefault="qualified">
  <xs:element name="house"><xs:complexType><xs:sequence>
    <xs:element name="owner" type="word"/>
    <xs:element name="room" minOccurs="0" maxOccurs="2"><xs:complexType>
      <xs:attribute name="colour" type="colour" use="required"/>
      <xs:attribute name="area" type="area"/>
    </xs:complexType></xs:element>
    <xs:element name="garden" minOccurs="0"><xs:complexType/></xs:element>
    <xs:element name="price" minOccurs="0"><xs:complexType><xs:simpleContent><xs:extension base="area">
      <xs:attribute name="year" type="xs:gYear"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
    <xs:element name="shade" type="colour" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:simpleType name="word"><xs:restriction base="xs:token"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="area"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="colour"><xs:restriction base="xs:token">
    <xs:enumeration value="yellow"/><xs:enumeration value="green"/></xs:restriction></xs:simpleType>
</xs:schema>)";

// The forms of a type are the caller's messages; any one of the catalogues will do here.
const Message area_form{"format.xml_keep_one_attribute"};

XmlSchema house_schema() {
    return XmlSchema(xsd, {{"area", area_form}});
}

std::string house(std::string_view content) {
    return fmt::format("<house xmlns=\"urn:house\">{}</house>", content);
}

// `1:25 id | hint`, one a line.
std::string brief(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        text += fmt::format("{}{}:{} {} | {}", text.empty() ? "" : "\n", diagnostic.place.line,
                            diagnostic.place.column, diagnostic.what.id,
                            diagnostic.hint ? diagnostic.hint->id : "");
    }
    return text;
}

std::string faults_of(std::string_view bytes) {
    const auto document = house_schema().read(bytes, "house.xml");
    return document ? brief(document->wrong_values) : brief(document.error().diagnostics);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_schema)

BOOST_AUTO_TEST_CASE(tells_what_the_file_says_and_where) {
    const auto document = house_schema().read(
        "<?xml version=\"1.0\"?>\n<!-- <room/> -->\n<h:house xmlns:h='urn:house'>\n"
        "  <h:owner>  Éléonore\n   d’Aquitaine </h:owner><h:room\n   area=' 12.5 '  colour = "
        "\"green\"/>\n</h:house>\n",
        "house.xml");
    BOOST_REQUIRE(document.has_value());
    const XmlElement& house = document->root;
    BOOST_TEST(house.name == "house");
    BOOST_CHECK(house.place == (Place{"house.xml", 3, 1}));
    BOOST_TEST(house.child("owner").text == "Éléonore d’Aquitaine");
    BOOST_CHECK(house.child("owner").place == (Place{"house.xml", 4, 3}));
    const XmlElement& room = house.child("room");
    BOOST_CHECK(room.place == (Place{"house.xml", 5, 26}));
    BOOST_TEST(room.attribute("area").value == "12.5");
    BOOST_CHECK(room.attribute("area").place == (Place{"house.xml", 6, 4}));
    BOOST_CHECK(room.attribute("colour").place == (Place{"house.xml", 6, 19}));
    BOOST_TEST(house.children_named("room").size() == 1U);
    BOOST_CHECK_THROW(house.child("garden"), std::out_of_range);
}

BOOST_AUTO_TEST_CASE(places_tags_behind_whatever_may_stand_before_them) {
    const std::string before =
        "<owner><![CDATA[<room>]]> &lt;room&gt; 🏡</owner><!-- > <room> --><room colour=\"green\" />";
    const auto document = house_schema().read(house(before + "<room colour='>' area='x'/>"), "house.xml");
    BOOST_REQUIRE(document.has_value());
    BOOST_TEST(document->root.child("owner").text == "<room> <room> 🏡");
    BOOST_TEST(brief(document->wrong_values) ==
               "1:120 format.xml_wrong_attribute | format.xml_allowed_values\n"
               "1:131 format.xml_wrong_attribute | format.xml_keep_one_attribute");
}

BOOST_AUTO_TEST_CASE(counts_the_lines_of_every_system) {
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
        const auto document =
            house_schema().read(house(fmt::format("<owner>x</owner>{0}{0} <garden/>", end)), "");
        BOOST_REQUIRE(document.has_value());
        BOOST_TEST(document->root.child("garden").place.line == 3);
        BOOST_TEST(document->root.child("garden").place.column == 2);
    }
}

BOOST_AUTO_TEST_CASE(keeps_long_texts_of_wide_characters_whole) {
    std::string text = "x";
    for (int i = 0; i < 100'000; ++i) text += "🏡";
    const auto document = house_schema().read(house("<owner>" + text + "</owner>"), "house.xml");
    BOOST_REQUIRE(document.has_value());
    BOOST_CHECK(document->root.child("owner").text == text);
}

BOOST_AUTO_TEST_CASE(reads_behind_a_byte_order_mark) {
    const auto document = house_schema().read("\xEF\xBB\xBF" + house("<owner>x</owner>"), "house.xml");
    BOOST_REQUIRE(document.has_value());
    BOOST_CHECK(document->root.place == (Place{"house.xml", 1, 1}));
}

BOOST_AUTO_TEST_CASE(says_how_an_element_does_not_comply) {
    const struct {
        std::string_view content;
        std::string_view faults;
    } cases[] = {
        {"<owner>x</owner><rom/>", "1:42 format.xml_unknown_element | format.xml_did_you_mean"},
        {"<owner>x</owner><cellar/>", "1:42 format.xml_unknown_element | format.xml_known_names"},
        {"<owner>x</owner><x:room xmlns:x='urn:x'/>",
         "1:42 format.xml_unknown_element | format.xml_known_names"},
        {"<owner>x</owner><garden xmlns=''/>", "1:42 format.xml_unknown_element | format.xml_did_you_mean"},
        {"<owner>x<b>y</b></owner>", "1:34 format.xml_unknown_element | format.xml_no_elements"},
        {"<ovner>x</ovner>", "1:26 format.xml_unknown_element | format.xml_did_you_mean"},
        {"", "1:1 format.xml_missing_element | format.xml_add_first"},
        {"<garden/><owner>x</owner>", "1:35 format.xml_misplaced_element | format.xml_order"},
        {"<owner>x</owner><garden/><garden/>", "1:51 format.xml_repeated_element | format.xml_keep_one"},
        {"<owner>x</owner> astray", "1:43 format.xml_stray_text | format.xml_remove_text"},
        {"a<!-- b --> &#32;<owner>x</owner>", "1:26 format.xml_stray_text | format.xml_remove_text"},
        {"<owner>x</owner><!-- --><![CDATA[x]]>", "1:50 format.xml_stray_text | format.xml_remove_text"},
        {"<owner>x</owner><garden> </garden>", "1:42 format.xml_stray_text | format.xml_remove_text"},
        {"<owner> </owner>", "1:26 format.xml_empty_text | format.xml_write_text"},
        {"<owner>x</owner><price year='2026'>12.5</price>", ""},
        {"<owner>x</owner><price year='2026'>dear</price>",
         "1:42 format.xml_wrong_text | format.xml_keep_one_attribute"},
        {"<owner>x</owner><price year='x'>12.5</price>", "1:49 format.xml_wrong_attribute | "},
        {"<owner>x</owner><shade>gren</shade>", "1:42 format.xml_wrong_text | format.xml_did_you_mean"},
        {"<owner>x</owner><shade>blue</shade>", "1:42 format.xml_wrong_text | format.xml_allowed_values"},
        {"<owner>x</owner><room/>", "1:42 format.xml_missing_attribute | format.xml_add_attribute"},
        {"<owner>x</owner><room color='green'/>",
         "1:48 format.xml_unknown_attribute | format.xml_did_you_mean"},
        {"<owner>x</owner><room colour='green' z='1'/>",
         "1:63 format.xml_unknown_attribute | format.xml_known_names"},
        {"<owner>x</owner><garden z='1'/>", "1:50 format.xml_unknown_attribute | format.xml_no_attributes"},
        {"<owner xml:lang='fr'>x</owner>", "1:33 format.xml_unknown_attribute | format.xml_no_attributes"},
        {"<owner>x</owner><room colour='gren'/>",
         "1:48 format.xml_wrong_attribute | format.xml_did_you_mean"},
        {"<owner>x</owner><room colour='blue'/>",
         "1:48 format.xml_wrong_attribute | format.xml_allowed_values"},
        {"<owner>x</owner><room colour=''/>", "1:48 format.xml_empty_attribute | format.xml_allowed_values"},
        {"<owner>x</owner><room colour='green' area='-1'/>",
         "1:63 format.xml_wrong_attribute | format.xml_keep_one_attribute"},
    };
    for (const auto& [content, faults] : cases) {
        BOOST_TEST_CONTEXT(content) {
            BOOST_TEST(faults_of(house(content)) == faults);
        }
    }
}

BOOST_AUTO_TEST_CASE(tells_all_faults_in_one_go_and_in_order) {
    BOOST_TEST(faults_of(house("\n<owner/>\n<room area='x'/>\n<rom/>\n<garden z=''/>")) ==
               "2:1 format.xml_empty_text | format.xml_write_text\n"
               "3:1 format.xml_missing_attribute | format.xml_add_attribute\n"
               "3:7 format.xml_wrong_attribute | format.xml_keep_one_attribute\n"
               "4:1 format.xml_unknown_element | format.xml_did_you_mean\n"
               "5:9 format.xml_unknown_attribute | format.xml_no_attributes");
}

BOOST_AUTO_TEST_CASE(passes_on_what_only_the_parser_understands) {
    const XmlSchema schema(R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:l="urn:list"
        targetNamespace="urn:list" elementFormDefault="qualified">
        <xs:element name="list"><xs:complexType><xs:sequence>
        <xs:element name="entry" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:token"/>
        </xs:complexType></xs:element></xs:sequence></xs:complexType>
        <xs:unique name="ids"><xs:selector xpath="l:entry"/><xs:field xpath="@id"/></xs:unique></xs:element>
        </xs:schema>)",
                           {});
    const auto document =
        schema.read("<list xmlns='urn:list'>\n<entry id='a'/>\n<entry id='a'/></list>", "l.xml");
    BOOST_REQUIRE(!document);
    const Diagnostic& fault = document.error().diagnostics.front();
    BOOST_TEST(fault.what.id == "format.xml_not_valid");
    BOOST_TEST(fault.place.line == 3);
    BOOST_TEST(std::get<std::string>(fault.what.arguments.at(0).second).find("unique") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(says_it_in_both_languages) {
    const auto document = house_schema().read(house("<owner>x</owner><room colour='gren'/>"), "house.xml");
    BOOST_REQUIRE(document.has_value());
    const Diagnostic& fault = document->wrong_values.front();
    BOOST_TEST(Catalogue(Language::french).text(fault.what) ==
               "«\u00a0gren\u00a0» n’est pas une valeur admise pour l’attribut colour");
    BOOST_TEST(Catalogue(Language::french).text(*fault.hint) == "vouliez-vous dire green\u00a0?");
    BOOST_TEST(Catalogue(Language::english).text(fault.what) ==
               "“gren” is not an admitted value of the attribute colour");
}

BOOST_AUTO_TEST_CASE(shortens_what_it_quotes) {
    const auto document = house_schema().read(
        house("<owner>x</owner><room colour='" + std::string(5000, 'x') + "'/>"), "house.xml");
    BOOST_REQUIRE(document.has_value());
    BOOST_TEST(std::get<std::string>(document->wrong_values.front().what.arguments.at(1).second) ==
               std::string(60, 'x') + "…");
}

BOOST_AUTO_TEST_CASE(refuses_schemas_that_it_could_not_explain) {
    const auto schema = [](std::string_view content) {
        return fmt::format("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>{}</xs:schema>", content);
    };
    for (const std::string_view content : {
             "",
             "<xs:element name='a' type='xs:nonsense'/>",
             "<xs:element name='a'/><xs:element name='b'/>",
             "<xs:element name='a'><xs:complexType mixed='true'><xs:sequence/></xs:complexType></xs:element>",
             "<xs:element name='a'><xs:complexType><xs:choice><xs:element name='b'/><xs:element "
             "name='c'/></xs:choice>"
             "</xs:complexType></xs:element>",
             "<xs:element "
             "name='a'><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType></xs:element>",
             "<xs:element name='a' type='t'/><xs:complexType name='t'><xs:sequence>"
             "<xs:element name='b' type='t' minOccurs='0'/></xs:sequence></xs:complexType>",
         }) {
        BOOST_TEST_CONTEXT(content) {
            BOOST_CHECK_THROW(XmlSchema(schema(content), {}), std::logic_error);
        }
    }
}

BOOST_AUTO_TEST_CASE(serves_several_threads) {
    const XmlSchema schema = house_schema();
    std::vector<std::string> seen(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& result : seen) {
            threads.emplace_back([&schema, &result] {
                for (int i = 0; i < 200; ++i) {
                    const auto document =
                        schema.read(house("<owner>x</owner><room colour='gren'/>"), "house.xml");
                    result = document ? brief(document->wrong_values) : "failed";
                    const XmlSchema another = house_schema();
                }
            });
        }
    }
    for (const std::string& result : seen) {
        BOOST_TEST(result == "1:48 format.xml_wrong_attribute | format.xml_did_you_mean");
    }
}

BOOST_AUTO_TEST_SUITE_END()
