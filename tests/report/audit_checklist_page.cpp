// SPDX-License-Identifier: Apache-2.0
#include "report/audit_checklist_page.h"

#include <boost/test/unit_test.hpp>

#include "base/json.h"
#include "base/resource.h"
#include "report/audit_example.h"
#include "report/read_markup.h"

using namespace cadran;
using namespace cadran::report;

namespace {

constexpr std::string_view script_start = "<script nonce=";

std::string html(const model::AuditDossier& dossier, Language language = Language::french) {
    return audit_checklist_html(dossier, Catalogue(language));
}

// The page without its script, which is no markup.
std::vector<ReadElement> markup(const std::string& page) {
    const auto from = page.find(script_start);
    const auto to = page.rfind("</script>");
    return read_markup(page.substr(0, from) + page.substr(to + std::string_view("</script>").size()));
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view words) {
    std::size_t times = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++times;
    return times;
}

// A file as the page saves it: one piece, changed, and a photograph of it.
std::string answers() {
    return R"({"format":"cadran-audit-answers","format_version":1,"audit":2,"checklist":"delegate-audit/delegate-audit",)"
           R"("checklist_version":1,"revision":41,"items":[{"id":"remittances",)"
           R"("started_from":{"verdicts":{"conformity":"not_checked"},"method":"","result":"","conclusion":""},)"
           R"("says":{"verdicts":{"conformity":"conforming","currency":"nonconforming"},"method":"m","result":"r",)"
           R"("conclusion":"c"}}],"photos":[{"item":"remittances","name":"AU-2-remittances-1.jpg",)"
           R"("data":"data:image/jpeg;base64,/9j/4AAB"}]})";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string faults(const std::string& json) {
    const auto read = read_audit_answers(json, "a.json");
    if (read) return "none";
    std::string all;
    for (const Diagnostic& one : read.error().diagnostics) {
        BOOST_TEST(one.place.file == "a.json");
        all += Catalogue(Language::english).text(one.what) + "\n";
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_checklist_page)

BOOST_AUTO_TEST_CASE(asks_each_item_its_criteria) {
    const auto elements = markup(html(audit_example()));
    BOOST_TEST(named(elements, "article").size() == 9u);
    BOOST_TEST(named(elements, "fieldset").size() == 6u * 2 + 3);
    std::size_t radios = 0;
    for (const ReadElement& one : named(elements, "input")) radios += one.attributes.at("type") == "radio";
    BOOST_TEST(radios == (6u * 2 + 3) * 4);
}

BOOST_AUTO_TEST_CASE(fetches_nothing_and_runs_its_own_script_only) {
    for (const auto& dossier : {audit_example(), hostile_audit(), bare_audit()}) {
        for (const Language language : {Language::french, Language::english}) {
            const std::string page = html(dossier, language);
            BOOST_CHECK_NO_THROW(markup(page));
            BOOST_TEST(count(page, "<script") == 2u);
            BOOST_TEST(count(page, "</script") == 2u);
            BOOST_TEST(says(page, "default-src 'none'"));
            for (const char* outside : {"src=\"http", "href=", "url(", "fetch(", "XMLHttp", "import("})
                BOOST_TEST(!says(page, outside), outside);
        }
    }
    BOOST_TEST(resource("core/report/templates/audit_checklist.js").size() < 100u * 1024);
}

BOOST_AUTO_TEST_CASE(hands_the_answers_over_as_they_stand) {
    const std::string page = html(hostile_audit());
    const auto from = page.find("id=\"data\">") + 10;
    const Json data = Json::parse(page.substr(from, page.find("</script>", from) - from)).value();
    BOOST_TEST(data.at("revision").integer() == 41);
    const Json& piece = data.at("items").array().at(1);
    BOOST_TEST(piece.at("id").string() == "dependant_proofs");
    BOOST_TEST(piece.at("started_from").at("verdicts").at("conformity").string() == "nonconforming");
    BOOST_TEST(piece.at("started_from").at("result").string() == hostile_audit().items[1].assessment->result);
}

BOOST_AUTO_TEST_CASE(reads_what_the_page_saves) {
    const auto read = read_audit_answers(answers(), "a.json");
    BOOST_REQUIRE(read);
    BOOST_TEST(read->audit == 2);
    BOOST_TEST(read->version == 1);
    BOOST_TEST(read->revision == 41);
    BOOST_REQUIRE_EQUAL(read->items.size(), 1u);
    const AnsweredItem& one = read->items.front();
    BOOST_TEST(one.is_changed());
    BOOST_CHECK(one.says.of("currency") == model::Conformity::nonconforming);
    BOOST_TEST(one.says.method + one.says.result + one.says.conclusion == "mrc");
    BOOST_REQUIRE_EQUAL(read->photos.size(), 1u);
    BOOST_TEST(read->photos.front().name == "AU-2-remittances-1.jpg");
    BOOST_TEST(read->photos.front().bytes == std::string("\xFF\xD8\xFF\xE0\x00\x01", 6));
}

BOOST_AUTO_TEST_CASE(tells_all_that_is_wrong_with_a_file) {
    BOOST_TEST(faults("[1]") == "This file is no file of answers of an audit checklist.\n");
    BOOST_TEST(faults(R"({"format":"other"})") == "This file is no file of answers of an audit checklist.\n");
    std::string two = replaced(answers(), "\"conforming\"", "\"perhaps\"");
    two = replaced(two, R"("method":"m")", R"("method":1)");
    BOOST_TEST(faults(two) ==
               "“remittances/says/method” is missing, or is not what is expected there.\n"
               "“perhaps” is not one of the four answers.\n");
    BOOST_TEST(faults(replaced(answers(), R"("audit":2)", R"("audit":-2)")) ==
               "“audit” is missing, or is not what is expected there.\n");
    BOOST_TEST(
        faults(replaced(answers(), R"("photos":[)", R"("photos":{"a":[)")).starts_with("This file is no"));
}

BOOST_AUTO_TEST_CASE(takes_no_photograph_that_is_none_or_leads_elsewhere) {
    for (const auto& [from, to] :
         std::vector<std::pair<const char*, const char*>>{{"AU-2-remittances-1.jpg", "../secret.jpg"},
                                                          {"AU-2-remittances-1.jpg", ".profile"},
                                                          {"/9j/4AAB", "iVBORw0K"},
                                                          {"/9j/4AAB", "/9j/4A*B"},
                                                          {"/9j/4AAB", "/9j/4AA"},
                                                          {"image/jpeg", "image/svg+xml"}})
        BOOST_TEST(faults(replaced(answers(), from, to)).starts_with("The photograph"), from << " → " << to);
    BOOST_TEST(faults(replaced(answers(), R"("item":"remittances")", R"("item":"others")")) ==
               "The item “others” is not of this checklist.\n");
}

BOOST_AUTO_TEST_CASE(bounds_what_it_takes) {
    BOOST_TEST(
        faults(replaced(answers(), R"("result":"r")", "\"result\":\"" + std::string(30'001, 'a') + "\"")) ==
        "“remittances/says/result” is longer than 30,000 characters.\n");
    BOOST_TEST(faults(std::string(greatest_answers + 1, ' ')) ==
               "The file of answers is larger than 64 MiB.\n");
    std::string large = "/9j/";
    large += std::string((greatest_photo / 3 + 1) * 4, 'A');
    BOOST_TEST(faults(replaced(answers(), "/9j/4AAB", large)).starts_with("The photograph"));
}

BOOST_AUTO_TEST_SUITE_END()
