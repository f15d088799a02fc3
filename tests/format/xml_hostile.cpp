// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "format/xml_schema.h"

using namespace cadran;
using namespace cadran::format;

namespace {

constexpr std::string_view xsd =
    R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:list"
  elementFormDefault="qualified" xmlns="urn:list"><xs:element name="list"><xs:complexType><xs:sequence>
  <xs:element name="entry" type="xs:token" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>)";

std::string list(std::string_view content) {
    return fmt::format("<list xmlns=\"urn:list\">{}</list>", content);
}

std::string repeated(std::string_view text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

// The one fault of it: `1:25 id | hint`.
std::string fault_of(std::string_view bytes) {
    const auto document = XmlSchema(xsd, {}).read(bytes, "list.xml");
    if (document) return "accepted";
    const Diagnostics& faults = document.error().diagnostics;
    const Diagnostic& fault = faults.front();
    if (faults.size() != 1 || fault.place.file != "list.xml" || !fault.hint)
        return "not one fault with file and hint";
    return fmt::format("{}:{} {} | {}", fault.place.line, fault.place.column, fault.what.id, fault.hint->id);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_hostile)

BOOST_AUTO_TEST_CASE(refuses_document_types_and_entities) {
    const std::string refused = "2:1 format.xml_document_type | format.xml_remove_document_type";
    for (const std::string_view type : {
             "<!DOCTYPE list>",
             "<!DOCTYPE list SYSTEM \"file:///etc/passwd\">",
             "<!DOCTYPE list PUBLIC \"-//x\" \"http://127.0.0.1:9/x.dtd\">",
             "<!DOCTYPE list [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
             "<!DOCTYPE list [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/x\"> %e;]>",
             "<!DOCTYPE list [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY c "
             "\"&b;&b;&b;&b;\">]>",
         }) {
        BOOST_TEST_CONTEXT(type) {
            BOOST_TEST(fault_of(fmt::format("<?xml version=\"1.0\"?>\n{}\n{}", type,
                                            list("<entry>&e;</entry>"))) == refused);
        }
    }
}

BOOST_AUTO_TEST_CASE(knows_no_entities_but_those_of_xml) {
    BOOST_TEST(fault_of(list("<entry>&e;</entry>")) ==
               "1:31 format.xml_unknown_entity | format.xml_write_character");
    BOOST_TEST(fault_of(list("<entry>a & b</entry>")) ==
               "1:33 format.xml_bare_ampersand | format.xml_write_ampersand");
    BOOST_TEST(fault_of(list("<entry>&amp;&lt;&#233;&#x1F3E1;</entry>")) == "accepted");
}

BOOST_AUTO_TEST_CASE(refuses_nesting_and_numbers_beyond_reason) {
    BOOST_TEST(fault_of("<list xmlns='urn:list'>" + repeated("<list>", 200'000)) ==
               "1:402 format.xml_too_deep | format.xml_start_anew");
    BOOST_TEST(fault_of(list(repeated("<entry/>", 1'999))) == "accepted");
    BOOST_TEST(fault_of(list(repeated("<entry/>", 2'000))) ==
               "1:16016 format.xml_too_many_elements | format.xml_start_anew");
}

BOOST_AUTO_TEST_CASE(reads_up_to_its_limit_of_size) {
    const std::string empty = list("");
    BOOST_TEST(fault_of(list(std::string(greatest_xml_file - empty.size(), ' '))) == "accepted");
    BOOST_TEST(fault_of(list(std::string(greatest_xml_file - empty.size() + 1, ' '))) ==
               "0:0 format.xml_too_large | format.xml_start_anew");
}

BOOST_AUTO_TEST_CASE(refuses_other_encodings) {
    const std::string wrong = "1:1 format.xml_not_utf8 | format.xml_save_as_utf8";
    BOOST_TEST(fault_of("\xFF\xFE<\0l\0") == wrong);
    BOOST_TEST(fault_of("\xFE\xFF") == wrong);
    BOOST_TEST(fault_of("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + list("")) ==
               "1:1 format.xml_encoding | format.xml_save_as_utf8");
    BOOST_TEST(fault_of("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + list("")) ==
               "1:1 format.xml_encoding | format.xml_save_as_utf8");
    BOOST_TEST(fault_of("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + list("")) == "accepted");
    const std::string wide("<\0l\0i\0s\0t\0/\0>\0", 14);
    BOOST_TEST(fault_of(wide) == "1:2 format.xml_malformed | format.xml_look_before");
}

BOOST_AUTO_TEST_CASE(refuses_invalid_utf8_at_its_place) {
    for (const std::string_view bytes :
         {"\xE9", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE2\x82"}) {
        BOOST_TEST(fault_of(fmt::format("{}\n{}é{}x", list(""), "<!-- ", bytes)) ==
                   "2:7 format.xml_not_utf8 | format.xml_save_as_utf8");
    }
}

BOOST_AUTO_TEST_CASE(refuses_control_characters) {
    BOOST_TEST(fault_of(list("<entry>a\x01</entry>")) ==
               "1:33 format.xml_malformed | format.xml_look_before");
    BOOST_TEST(fault_of(list("<entry>&#0;</entry>")) == "1:35 format.xml_malformed | format.xml_look_before");
}

BOOST_AUTO_TEST_CASE(refuses_other_versions_of_xml) {
    BOOST_TEST(fault_of("<?xml version=\"1.1\"?>" + list("")) ==
               "1:1 format.xml_version | format.xml_declare");
    BOOST_TEST(fault_of("<?xml version=\"2.0\"?>" + list("")) ==
               "1:1 format.xml_version | format.xml_declare");
}

BOOST_AUTO_TEST_CASE(refuses_to_be_told_which_schema_to_use) {
    for (const std::string_view attribute :
         {"schemaLocation=\"urn:list http://127.0.0.1:9/x.xsd\"",
          "noNamespaceSchemaLocation=\"file:///etc/passwd\"", "type=\"xs:anyType\"", "nil=\"true\""}) {
        BOOST_TEST_CONTEXT(attribute) {
            BOOST_TEST(fault_of(fmt::format(
                           "<list xmlns=\"urn:list\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"\n"
                           " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"\n i:{}/>",
                           attribute)) ==
                       "3:2 format.xml_schema_instruction | format.xml_remove_schema_instruction");
        }
    }
}

BOOST_AUTO_TEST_CASE(refuses_processing_instructions) {
    BOOST_TEST(fault_of("<?xml-stylesheet href=\"http://127.0.0.1:9/\"?>" + list("")) ==
               "1:1 format.xml_instruction | format.xml_remove_instruction");
    BOOST_TEST(fault_of(list("\n <?php echo 1 ?>")) ==
               "2:2 format.xml_instruction | format.xml_remove_instruction");
}

BOOST_AUTO_TEST_CASE(refuses_other_roots) {
    const std::string refused = "1:1 format.xml_wrong_root | format.xml_expected_root";
    BOOST_TEST(fault_of("<list/>") == refused);
    BOOST_TEST(fault_of("<list xmlns=\"urn:other\"/>") == refused);
    BOOST_TEST(fault_of("<entry xmlns=\"urn:list\"/>") == refused);
    BOOST_TEST(fault_of("<html><body><p>404</body></html>") == refused);
}

BOOST_AUTO_TEST_CASE(says_what_is_not_well_formed) {
    const struct {
        std::string_view bytes;
        std::string_view fault;
    } cases[] = {
        {"", "1:1 format.xml_empty | format.xml_start_anew"},
        {" \n", "1:1 format.xml_empty | format.xml_start_anew"},
        {"hello", "1:1 format.xml_malformed | format.xml_look_before"},
        {"<list xmlns=\"urn:list\">\n<entry>x</entri></list>", "2:9 format.xml_mismatch | format.xml_close"},
        {"<list xmlns=\"urn:list\" a=\"1\" a=\"2\"/>",
         "1:1 format.xml_repeated_attribute | format.xml_keep_one_attribute"},
        {"<list xmlns=\"urn:list\"/><list/>", "1:25 format.xml_malformed | format.xml_look_before"},
        {"<list xmlns=urn:list/>", "1:13 format.xml_malformed | format.xml_look_before"},
        {"<list xmlns=\"urn:list\"></list></list>", "1:31 format.xml_malformed | format.xml_look_before"},
        {"<list xmlns=\"urn:list\"><x:entry/></list>",
         "1:24 format.xml_unknown_prefix | format.xml_declare_prefix"},
        {"<list xmlns=\"urn:list\"><!-- a -- b --></list>",
         "1:34 format.xml_malformed | format.xml_look_before"},
    };
    for (const auto& [bytes, fault] : cases) {
        BOOST_TEST_CONTEXT(bytes) {
            BOOST_TEST(fault_of(bytes) == fault);
        }
    }
}

BOOST_AUTO_TEST_CASE(says_where_a_truncated_file_ends) {
    const std::string whole = list("\n<entry>🏡</entry>");
    BOOST_TEST(fault_of(whole.substr(0, 35)) == "2:9 format.xml_unfinished_element | format.xml_close");
    BOOST_TEST(fault_of("<?xml version=\"1.0\"?>") == "1:22 format.xml_unfinished | format.xml_start_anew");
    for (std::size_t length = 1; length < whole.size(); ++length) {
        BOOST_TEST_CONTEXT(length) {
            BOOST_TEST(fault_of(whole.substr(0, length)) != "accepted");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
