// SPDX-License-Identifier: Apache-2.0
#include "report/docx_template.h"

#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"

using namespace cadran;
using namespace cadran::report;

namespace {

const std::set<std::string> known{"name", "rows", "words", "."};

std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

// What the document part says once it is filled.
std::string filled(const std::string& document, const Json::Object& view) {
    const auto bytes = filled_docx(
        {{"[Content_Types].xml", "t"}, {"word/document.xml", document}, {"word/styles.xml", "{{x}}"}},
        "a.docx", view, known);
    BOOST_REQUIRE(bytes);
    const auto parts = read_docx(*bytes, "a.docx").value();
    for (const DocxPart& part : parts) {
        if (part.name == "word/styles.xml") BOOST_TEST(part.bytes == "{{x}}");
        if (part.name == "word/document.xml") return part.bytes;
    }
    return {};
}

std::string faults(const std::string& document, const Json::Object& view) {
    const auto bytes = filled_docx({{"word/document.xml", document}}, "a.docx", view, known);
    BOOST_REQUIRE(!bytes);
    const Catalogue english(Language::english);
    std::string all;
    for (const Diagnostic& one : bytes.error().diagnostics)
        all += one.place.file + ": " + english.text(one.what) + " " + english.text(*one.hint) + "\n";
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_template)

BOOST_AUTO_TEST_CASE(joins_a_place_that_the_word_processor_parted) {
    const std::string parted =
        "<w:t>A "
        "{</w:t></w:r><w:r><w:t>{na</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>me}</w:t></w:r>"
        "<w:r><w:t>} {b}</w:t>";
    BOOST_TEST(with_whole_places(parted) == "<w:t>A {{name}} {b}</w:t>");
}

BOOST_AUTO_TEST_CASE(paragraphs_cells_and_rows_of_sections_alone_go) {
    BOOST_TEST(with_whole_places(paragraph("{{#rows}}") + paragraph("{{name}}") + paragraph(" {{/rows}}")) ==
               "{{#rows}}" + paragraph("{{name}}") + "{{/rows}}");
    const std::string row = "<w:tr><w:trPr/><w:tc>" + paragraph("{{#rows}}{{^name}}") + "</w:tc></w:tr>";
    BOOST_TEST(with_whole_places(row + "<w:tr>x</w:tr>") == "{{#rows}}{{^name}}<w:tr>x</w:tr>");
    const std::string cell = "<w:tc><w:tcPr/>" + paragraph("{{#rows}}") + "</w:tc>";
    BOOST_TEST(with_whole_places("<w:tr>" + cell + "<w:tc>x</w:tc></w:tr>") ==
               "<w:tr>{{#rows}}<w:tc>x</w:tc></w:tr>");
    BOOST_TEST(with_whole_places(paragraph("a {{#rows}}")) == paragraph("a {{#rows}}"));
    BOOST_TEST(with_whole_places("<w:p/><w:pPr></w:pPr>" + paragraph("")) ==
               "<w:p/><w:pPr></w:pPr>" + paragraph(""));
}

BOOST_AUTO_TEST_CASE(values_are_escaped_cleaned_and_broken_into_lines) {
    BOOST_TEST(filled(paragraph("{{name}}"), {{"name", "a<b> & \x01\nc"}}) ==
               paragraph("a&lt;b&gt; &amp; \uFFFD</w:t><w:br/><w:t xml:space=\"preserve\">c"));
}

BOOST_AUTO_TEST_CASE(repeats_what_stands_in_a_section) {
    const Json::Array rows{Json::Object{{"words", "one"}}, Json::Object{{"words", "two"}}};
    BOOST_TEST(filled(paragraph("{{#rows}}") + paragraph("{{words}}") + paragraph("{{/rows}}"),
                      {{"rows", rows}}) == paragraph("one") + paragraph("two"));
}

BOOST_AUTO_TEST_CASE(names_every_place_that_the_report_has_not) {
    BOOST_TEST(
        faults(paragraph("{{namee}} {{zzzzzzzz}} {{#rows}}{{wordz}}{{/rows}}"), {{"rows", Json::Array{}}}) ==
        "a.docx: The template names “namee”, which the report does not have there. Did you mean “name”?\n"
        "a.docx: The template names “wordz”, which the report does not have there. Did you mean “words”?\n"
        "a.docx: The template names “zzzzzzzz”, which the report does not have there. Start from the "
        "template "
        "that comes with Cadran: it has all the places.\n");
    BOOST_TEST(
        faults(paragraph("{{words}}"), {{"name", "n"}}).starts_with("a.docx: The template names “words”"));
    BOOST_TEST(faults(paragraph("{{#rows}}"), {{"rows", Json::Array{}}})
                   .starts_with("a.docx: A section of the template is not closed"));
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_document) {
    const auto fault = [&](const std::string& bytes) {
        const auto read = read_docx(bytes, "a.docx");
        return read ? std::string() : read.error().diagnostics.front().what.id;
    };
    BOOST_TEST(fault("text") == "format.zip_damaged");
    BOOST_TEST(fault(docx_of({{"word/document.xml", "x"}})) == "report.no_docx");
    BOOST_TEST(fault(docx_of({{"[Content_Types].xml", "x"}})) == "report.no_docx");
    BOOST_TEST(fault(docx_of({{"[Content_Types].xml", "x"}, {"word/document.xml", "x"}})) == "");
}

BOOST_AUTO_TEST_SUITE_END()
