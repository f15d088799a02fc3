// SPDX-License-Identifier: Apache-2.0
// Editors show the documentation of a schema while people write: nothing in it is left unexplained, in either
// language.
#include <regex>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "house/repository.h"

using namespace cadran;
using namespace cadran::house;

namespace {

// What the documentation right behind the tag says in that language; empty where there is none.
std::string documentation_behind(const std::string& text, std::size_t tag_end, std::string_view language) {
    static const std::regex annotation(
        "^\\s*<xs:annotation>((?:\\s*<xs:documentation xml:lang=\"[a-z]+\">[^<]*</xs:documentation>)*)"
        "\\s*</xs:annotation>");
    std::smatch found;
    if (!std::regex_search(text.begin() + static_cast<std::ptrdiff_t>(tag_end), text.end(), found, annotation,
                           std::regex_constants::match_continuous))
        return "";
    const std::string all = found[1];
    const std::string opening = fmt::format("xml:lang=\"{}\">", language);
    const auto start = all.find(opening);
    if (start == std::string::npos) return "";
    const auto from = start + opening.size();
    return std::string(trimmed(all.substr(from, all.find('<', from) - from)));
}

Breaches breaches_of_schema(const Source& schema) {
    static const std::regex declaration(
        "<xs:(element|attribute|enumeration) [^>]*(?:name|value)=\"([^\"]*)\"[^>]*>");
    Breaches breaches;
    for (std::sregex_iterator tag(schema.text.begin(), schema.text.end(), declaration), end; tag != end;
         ++tag) {
        const auto tag_end = static_cast<std::size_t>(tag->position() + tag->length());
        for (const std::string_view language : {"fr", "en"}) {
            if (documentation_behind(schema.text, tag_end, language).empty())
                breaches.push_back(fmt::format("{}: {} {} is not documented in {}", schema.path, tag->str(1),
                                               tag->str(2), language));
        }
    }
    return breaches;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schemas)

BOOST_AUTO_TEST_CASE(notices_what_is_not_documented) {
    const auto breaches = [](const std::string& text) { return breaches_of_schema({"a.xsd", text}).size(); };
    const std::string french = "<xs:documentation xml:lang=\"fr\">Un nom.</xs:documentation>";
    const std::string english = "<xs:documentation xml:lang=\"en\">A name.</xs:documentation>";
    const auto element = [](const std::string& documentation) {
        return "<xs:element name=\"a\">\n<xs:annotation>" + documentation + "</xs:annotation></xs:element>";
    };
    BOOST_TEST(breaches(element(french + english)) == 0u);
    BOOST_TEST(breaches(element(french)) == 1u);
    BOOST_TEST(breaches(element(french + "<xs:documentation xml:lang=\"en\"> </xs:documentation>")) == 1u);
    BOOST_TEST(breaches("<xs:attribute name=\"a\" type=\"text\"/>" + element(french + english)) == 2u);
    BOOST_TEST(breaches("<xs:enumeration value=\"a\"/>") == 2u);
    BOOST_TEST(breaches("<xs:element ref=\"control-plan\"/>") == 0u);
}

BOOST_AUTO_TEST_CASE(of_the_repository_are_documented_in_both_languages) {
    const auto schemas = sources_below({"processes"}, {".xsd"});
    BOOST_TEST(schemas.size() == 4u);
    for (const Source& schema : schemas) report(breaches_of_schema(schema));
}

BOOST_AUTO_TEST_SUITE_END()
