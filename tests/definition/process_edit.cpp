// SPDX-License-Identifier: Apache-2.0
#include "definition/process_edit.h"

#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "definition/process_content.h"
#include "definition/process_text.h"
#include "definition/sample_process.h"

using namespace cadran;
using namespace cadran::definition;

namespace {

const std::string file_name = "pay-benefits.xml";

std::string bytes_of(const std::string& name = "pay-benefits") {
    return std::string(resource("processes/" + name + ".xml"));
}

TableContent content_of(std::string_view bytes) {
    return process_content(stated_process(process_elements(bytes, file_name).value()));
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(process_edit)

BOOST_AUTO_TEST_CASE(leaves_a_sheet_that_nobody_changed_byte_for_byte) {
    for (const char* name : {"pay-benefits", "handle-complaints", "manage-contracts", "manage-contributions",
                             "evaluate-perception", "receive-individuals"}) {
        const std::string bytes =
            "\xEF\xBB\xBF" + replaced(bytes_of(name), "  <purpose>", "<!-- x -->\n\t<purpose  >");
        const auto edited = with_content(bytes, file_name, content_of(bytes));
        BOOST_REQUIRE(edited);
        BOOST_TEST((*edited == bytes), name);
    }
}

BOOST_AUTO_TEST_CASE(touches_only_the_line_that_changed) {
    const std::string bytes =
        replaced(bytes_of(), "    <objective id=\"paid", "    <!-- of Hugo -->\n    <objective id=\"paid");
    TableContent content = content_of(bytes);
    const std::string old = content["objectives"][1].values["means"][0].text.fr;
    content["objectives"][1].values["due"] = {{{"2027-06-30", ""}}};
    content["objectives"][1].values["means"][0].text.fr = "Télétransmission & relances";
    std::string wanted = bytes;
    const auto at = wanted.find("of Hugo");
    wanted.replace(wanted.find("2026-12-31", at), 10, "2027-06-30");
    wanted.replace(wanted.find(old, at), old.size(), "Télétransmission &amp; relances");
    BOOST_TEST(with_content(bytes, file_name, content).value() == wanted);
}

BOOST_AUTO_TEST_CASE(adds_and_removes_whole_rows) {
    const std::string bytes = bytes_of();
    TableContent content = content_of(bytes);
    TableItem& head = content["sheet"][0];
    head.values["activity"].erase(head.values["activity"].begin());
    head.values["clause"].push_back({{"9.1.1", ""}});
    content["objectives"].pop_back();
    const std::string edited = with_content(bytes, file_name, content).value();
    std::string wanted =
        replaced(bytes,
                 "  <activity>\n    <fr>Recevoir et numériser la demande</fr>\n    <en>Receive and "
                 "scan the claim</en>\n  </activity>\n",
                 "");
    wanted =
        replaced(wanted, "  <clause ref=\"8.7\"/>\n", "  <clause ref=\"8.7\"/>\n  <clause ref=\"9.1.1\"/>\n");
    const auto from = wanted.find("    <objective id=\"load");
    wanted.erase(from, wanted.find("  </objectives>") - from);
    BOOST_TEST(edited == wanted);
}

BOOST_AUTO_TEST_CASE(makes_any_sheet_out_of_any_other) {
    BOOST_TEST(rc::check("says what the content says", [] {
        const std::string before = process_text(any_process());
        const model::Process wanted = any_process();
        const auto edited = with_content(before, file_name, process_content(wanted));
        RC_ASSERT(bool(edited));
        RC_ASSERT(stated_process(process_elements(*edited, file_name).value()) == wanted);
    }));
}

BOOST_AUTO_TEST_CASE(tells_every_fault_at_the_place_of_its_value) {
    const std::string bytes = bytes_of();
    TableContent content = content_of(bytes);
    content["objectives"][0].values["due"] = {{{"31/12", ""}, {"due-field"}}};
    content["objectives"][0].values["judged"] = {{{"seul", ""}, {"judged-fr"}, {"judged-en"}}};
    content["risks"][2].values["likelihood"] = {{{"11", ""}, {"likelihood-field"}}};
    const auto edited = with_content(bytes, file_name, content);
    BOOST_REQUIRE(!edited);
    std::vector<std::string> places;
    for (const Diagnostic& fault : edited.error().diagnostics) places.push_back(fault.place.file);
    std::ranges::sort(places);
    BOOST_TEST((places == std::vector<std::string>{"due-field", "judged-en", "likelihood-field"}));
}

BOOST_AUTO_TEST_CASE(keeps_what_it_means_for_others_to_judge) {
    const std::string bytes = bytes_of();
    TableContent content = content_of(bytes);
    content["objectives"][0].values["indicator"] = {{{"not-yet-there", ""}}};
    BOOST_TEST(with_content(bytes, file_name, content).has_value());
}

BOOST_AUTO_TEST_CASE(refuses_a_file_whose_form_is_wrong) {
    BOOST_TEST(!with_content("<process/>", file_name, {}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
