// SPDX-License-Identifier: Apache-2.0
// Every word of an audit's report, as it was approved. A change of what the reports say shows as a change of
// those files, for somebody to read.
#include <set>

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "report/audit_example.h"
#include "report/audit_report.h"
#include "report/docx_template.h"
#include "report/read_markup.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

// White space as a browser shows it.
std::string collapsed(const std::string& text) {
    std::string words;
    for (const char letter : text) {
        const bool is_space = letter == ' ' || letter == '\n' || letter == '\t';
        if (!is_space)
            words += letter;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    while (words.ends_with(' ')) words.pop_back();
    return words;
}

// What stands in the elements of these names, one a line.
std::string lines_of(const std::string& markup, const std::set<std::string>& names) {
    std::string lines;
    for (const ReadElement& one : read_markup(markup)) {
        if (!names.contains(one.name)) continue;
        if (const std::string words = collapsed(one.text); !words.empty()) lines += words + "\n";
    }
    return lines;
}

std::string page_text(const model::AuditDossier& dossier, Language language) {
    static const std::set<std::string> names{"h1", "h2", "h3", "p",       "li",  "dt",
                                             "dd", "th", "td", "caption", "desc"};
    return lines_of(audit_report_html(dossier, Catalogue(language), paris()), names);
}

std::string docx_text(const model::AuditDossier& dossier, Language language) {
    const auto bytes = audit_report_docx(dossier, Catalogue(language), paris(), {});
    BOOST_REQUIRE(bytes.has_value());
    const auto parts = read_docx(*bytes, "report.docx").value();
    for (const DocxPart& part : parts) {
        if (part.name == "word/document.xml")
            return lines_of(part.bytes.substr(part.bytes.find("<w:")), {"w:p"});
    }
    return {};
}

void expect_approved(const std::string& name, const std::string& text) {
    const auto approved = read_file(CADRAN_SOURCE_DIR "/tests/report/approved/" + name);
    BOOST_TEST((approved && *approved == text), "tests/report/approved/" << name << " differs:\n" << text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_report_text)

BOOST_AUTO_TEST_CASE(of_a_final_report_is_the_one_that_was_approved) {
    expect_approved("audit_report.fr.txt", page_text(audit_example(), Language::french));
    expect_approved("audit_report.en.txt", page_text(audit_example(), Language::english));
    expect_approved("audit_report_docx.fr.txt", docx_text(audit_example(), Language::french));
}

BOOST_AUTO_TEST_CASE(of_a_provisional_report_too) {
    expect_approved("audit_report_provisional.fr.txt", page_text(provisional_audit(), Language::french));
}

BOOST_AUTO_TEST_SUITE_END()
