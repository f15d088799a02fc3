// SPDX-License-Identifier: Apache-2.0
// What no file of definitions may bring along, of whichever kind it is; tests/format/xml_hostile.cpp goes
// through the ways in which XML can be hostile one by one.
#include <functional>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "definition/clause_file.h"
#include "definition/organisation_file.h"
#include "definition/process_file.h"
#include "definition/small_definitions.h"
#include "format/xml_schema.h"

using namespace cadran;
using namespace cadran::definition;

namespace {

// The first fault of it, `2:1 what | hint`; both are sentences in both languages.
std::string told(const auto& file) {
    if (file) return "accepted";
    const Diagnostic& fault = file.error().diagnostics.front();
    BOOST_REQUIRE(fault.hint.has_value());
    for (const Language language : {Language::french, Language::english}) {
        BOOST_TEST(!Catalogue(language).text(fault.what).empty());
        BOOST_TEST(!Catalogue(language).text(*fault.hint).empty());
    }
    BOOST_TEST(fault.place.file == "d.xml");
    return fmt::format("{}:{} {} | {}", fault.place.line, fault.place.column, fault.what.id, fault.hint->id);
}

struct Kind {
    std::string_view name;
    std::string_view sound;
    std::string (*read)(const std::string& bytes);
};

const Kind kinds[] = {
    {"process", small_process, [](const std::string& bytes) { return told(read_process(bytes, "d.xml")); }},
    {"workspace", small_workspace,
     [](const std::string& bytes) { return told(read_organisation(bytes, "d.xml")); }},
    {"clauses", small_clauses, [](const std::string& bytes) { return told(read_clauses(bytes, "d.xml")); }},
};

std::string repeated(std::string_view text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

// The sound file with a text in front of its root, inside the root's tag (on a line of its own), and as the
// root's first child.
std::string with(const Kind& kind, std::string_view before, std::string_view inside = "",
                 std::string_view child = "") {
    std::string text(kind.sound);
    const auto root = text.find("\n<") + 1;
    const auto end = text.find('>', root);
    text.insert(end + 1, child);
    if (!inside.empty()) text.insert(end, fmt::format("\n  {}", inside));
    return text.insert(root, before);
}

// Of every kind the same is told.
void check_all(std::string_view expected, const std::function<std::string(const Kind&)>& file) {
    for (const Kind& kind : kinds) {
        BOOST_TEST_CONTEXT(kind.name) {
            BOOST_TEST(kind.read(file(kind)) == expected);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_definitions)

BOOST_AUTO_TEST_CASE(begin_as_sound_ones) {
    check_all("accepted", [](const Kind& kind) { return with(kind, ""); });
    check_all("accepted", [](const Kind& kind) { return with(kind, "<!-- a comment -->\n"); });
}

BOOST_AUTO_TEST_CASE(have_no_document_type_and_so_no_entities) {
    for (const std::string_view type : {
             "<!DOCTYPE {}>\n",
             "<!DOCTYPE {} SYSTEM \"file:///etc/passwd\">\n",
             "<!DOCTYPE {} PUBLIC \"-//x\" \"http://127.0.0.1:9/x.dtd\">\n",
             "<!DOCTYPE {} [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n",
             "<!DOCTYPE {} [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/x\"> %e;]>\n",
             "<!DOCTYPE {} [<!ENTITY a \"xxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY e "
             "\"&b;&b;&b;\">]>\n",
             "<!DOCTYPE {} [<!ATTLIST {} id CDATA \"forged\">]>\n",
         }) {
        check_all("2:1 format.xml_document_type | format.xml_remove_document_type", [&](const Kind& kind) {
            std::string named(type);
            for (auto at = named.find("{}"); at != std::string::npos; at = named.find("{}"))
                named.replace(at, 2, kind.name);
            return with(kind, named, "", "&e;");
        });
    }
}

BOOST_AUTO_TEST_CASE(expand_nothing) {
    check_all("3:1 format.xml_unknown_entity | format.xml_write_character",
              [](const Kind& kind) { return with(kind, "", "", "\n&e;"); });
}

BOOST_AUTO_TEST_CASE(do_not_choose_their_schema) {
    for (const std::string_view attribute :
         {"schemaLocation=\"urn:cadran:process:1 http://127.0.0.1:9/x.xsd\"",
          "noNamespaceSchemaLocation=\"file:///etc/passwd\"", "type=\"anything\"", "nil=\"true\""}) {
        check_all("3:3 format.xml_schema_instruction | format.xml_remove_schema_instruction",
                  [&](const Kind& kind) {
                      return with(kind, "",
                                  fmt::format("i:{} xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"",
                                              attribute));
                  });
    }
}

BOOST_AUTO_TEST_CASE(include_nothing) {
    check_all("3:3 format.xml_unknown_element | format.xml_known_names", [](const Kind& kind) {
        return with(
            kind, "", "",
            "\n  <xs:include xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" schemaLocation=\"/etc/passwd\"/>");
    });
    check_all("3:3 format.xml_unknown_element | format.xml_known_names", [](const Kind& kind) {
        return with(kind, "", "",
                    "\n  <x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" "
                    "parse=\"text\"/>");
    });
    check_all("2:1 format.xml_instruction | format.xml_remove_instruction", [](const Kind& kind) {
        return with(kind, "<?xml-stylesheet href=\"http://127.0.0.1:9/\"?>\n");
    });
}

BOOST_AUTO_TEST_CASE(are_neither_too_deep_nor_too_long_nor_too_large) {
    for (const Kind& kind : kinds) {
        BOOST_TEST_CONTEXT(kind.name) {
            const std::string deep = kind.read(with(kind, "", "", "\n" + repeated("<a>", 200'000)));
            BOOST_TEST(deep.ends_with(" format.xml_too_deep | format.xml_start_anew"));
            const std::string many = kind.read(with(kind, "", "", repeated("<a/>", 200'000)));
            BOOST_TEST(many.ends_with(" format.xml_too_many_elements | format.xml_start_anew"));
        }
    }
    check_all("0:0 format.xml_too_large | format.xml_start_anew",
              [](const Kind& kind) { return with(kind, std::string(format::greatest_xml_file, ' ')); });
}

BOOST_AUTO_TEST_CASE(are_in_utf8) {
    const auto declared = [](const Kind& kind, std::string_view encoding) {
        std::string text(kind.sound);
        return text.replace(text.find("UTF-8"), 5, encoding);
    };
    for (const std::string_view encoding : {"ISO-8859-1", "UTF-16", "UTF-7", "EBCDIC-CP-FR"}) {
        check_all("1:1 format.xml_encoding | format.xml_save_as_utf8",
                  [&](const Kind& kind) { return declared(kind, encoding); });
    }
    check_all("1:1 format.xml_not_utf8 | format.xml_save_as_utf8", [](const Kind& kind) {
        std::string wide = "\xFF\xFE";
        for (const char byte : kind.sound) (wide += byte) += '\0';
        return wide;
    });
    check_all("3:1 format.xml_not_utf8 | format.xml_save_as_utf8",
              [](const Kind& kind) { return with(kind, "", "", "\n\xE9"); });
}

BOOST_AUTO_TEST_CASE(are_not_of_another_kind) {
    for (const Kind& kind : kinds) {
        for (const Kind& other : kinds) {
            if (kind.name == other.name) continue;
            BOOST_TEST(kind.read(std::string(other.sound)) ==
                       "2:1 format.xml_wrong_root | format.xml_expected_root");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
