// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_docs.h"

#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

BOOST_FIXTURE_TEST_SUITE(plugin_docs, SampleWorkspace)

// Of every plugin that the suite has, in both languages: each control, field and parameter is there.
BOOST_AUTO_TEST_CASE(name_all_that_a_plugin_declares) {
    Session malik = as("malik.dahmani");
    for (const char* name : {"claims", "fraud", "incidents", "delegate-audit"}) {
        const report::PluginPage documented = document_plugin(malik, name, {.draft = true}).value();
        for (const Language language : {Language::french, Language::english}) {
            const Catalogue catalogue(language);
            const std::string page = report::plugin_page(documented, catalogue);
            const auto shows = [&](const std::string& text) {
                BOOST_TEST(page.find(text) != std::string::npos, text << " of " << name);
            };
            for (const auto& one : documented.controls) {
                shows(one.control.id);
                for (const auto& parameter : one.control.parameters) shows(parameter.name);
            }
            for (const auto& type : documented.records) {
                for (const auto& field : type.schema->fields()) shows(">" + field.name + "<");
            }
            for (const auto& one : documented.measures) shows(one.measure.id);
            for (const auto& one : documented.checklists) shows(one.id);
        }
    }
}

BOOST_AUTO_TEST_CASE(say_populations_in_words_and_what_is_secret) {
    Session malik = as("malik.dahmani");
    const Catalogue french(Language::french);
    const std::string page =
        report::plugin_page(document_plugin(malik, "claims", {.draft = true}).value(), french);
    BOOST_TEST(page.find("montant au-dessus de") != std::string::npos);
    BOOST_TEST(page.find("Secret") != std::string::npos);
    BOOST_TEST(page.find("<script") == std::string::npos);
    BOOST_TEST(told(document_plugin(malik, "clams", {.draft = true})).starts_with("not found"));
}

BOOST_AUTO_TEST_SUITE_END()
