// SPDX-License-Identifier: Apache-2.0
#include "definition/process_text.h"

#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

#include "definition/sample_process.h"

using namespace cadran;
using namespace cadran::definition;

BOOST_AUTO_TEST_SUITE(process_text_file)

BOOST_AUTO_TEST_CASE(every_reference_process_is_read_back) {
    for (const std::string_view path : resources_below("processes/")) {
        if (!path.ends_with(".xml") || path.find('/', 10) != std::string_view::npos ||
            path.ends_with("workspace.xml"))
            continue;
        const std::string name(path.substr(10, path.size() - 14));
        const model::Process process = reference_process(name);
        const auto again = read_process(process_text(process), "again.xml");
        BOOST_REQUIRE_MESSAGE(again, name);
        BOOST_CHECK_MESSAGE(again->process == process, name);
    }
}

BOOST_AUTO_TEST_CASE(any_valid_process_is_read_back) {
    BOOST_TEST(rc::check("read(write(p)) == p", [] {
        const model::Process process = any_process();
        const auto again = read_process(process_text(process), "again.xml");
        RC_ASSERT(bool(again));
        RC_ASSERT(again->process == process);
    }));
}

BOOST_AUTO_TEST_CASE(is_laid_out_as_people_write_it) {
    const std::string text = process_text(reference_process());
    BOOST_TEST(text.starts_with(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<process xmlns=\"urn:cadran:process:1\" "
        "id=\"pay-benefits\" kind=\"realisation\" turn=\"quarter\">\n  <title>\n    <fr>"));
    BOOST_TEST(text.ends_with("</retained-document>\n</process>\n"));
}

BOOST_AUTO_TEST_CASE(a_risk_alone_stands_at_its_level) {
    const model::Risk risk{
        "late", {"Retard & <co>", "Late"}, {3, 4}, model::Treatment::reduce, {"Suivi", "Watch"}, {2, 4}};
    BOOST_TEST(risk_text(risk, 2).starts_with(
        "    <risk id=\"late\" likelihood=\"3\" impact=\"4\" treatment=\"reduce\" residual-likelihood=\"2\" "
        "residual-impact=\"4\">\n      <title>\n        <fr>Retard &amp; &lt;co&gt;</fr>\n"));
}

BOOST_AUTO_TEST_SUITE_END()
