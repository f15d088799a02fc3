// SPDX-License-Identifier: Apache-2.0
#include "store/state.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"

using namespace cadran;
using namespace cadran::store;

namespace {

const std::string hash_text = sha256("plugin").hex();

// A value of each type that evidence may hold.
rc::Gen<column::Scalar> any_scalar() {
    using column::Scalar;
    const auto text = rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
    return rc::gen::oneOf(
        rc::gen::just(Scalar()),
        rc::gen::map(rc::gen::arbitrary<bool>(), [](bool flag) { return Scalar(flag); }),
        rc::gen::map(rc::gen::arbitrary<std::int64_t>(), [](std::int64_t number) { return Scalar(number); }),
        rc::gen::map(rc::gen::arbitrary<std::int64_t>(),
                     [](std::int64_t cents) {
                         return Scalar(Money{cents, {}});
                     }),
        rc::gen::map(rc::gen::inRange(-700'000, 2'900'000),
                     [](int days) { return Scalar(Date{std::chrono::sys_days{std::chrono::days{days}}}); }),
        rc::gen::map(rc::gen::inRange<std::int64_t>(-50'000'000'000'000'000, 200'000'000'000'000'000),
                     [](std::int64_t time) { return Scalar(Instant{std::chrono::microseconds{time}}); }),
        rc::gen::map(text, [](std::string value) { return Scalar(std::move(value)); }),
        rc::gen::map(rc::gen::arbitrary<std::uint64_t>(),
                     [](std::uint64_t hash) { return Scalar(column::Secret{hash}); }));
}

// What each parser says of a text: none where it reads it.
struct Parser {
    const char* name;
    void (*read)(const std::string&);
};
const Parser parsers[] = {
    {"evidence", [](const std::string& text) { evidence_from(text); }},
    {"points", [](const std::string& text) { points_from(text); }},
    {"subjects", [](const std::string& text) { subjects_from(text); }},
    {"versions", [](const std::string& text) { versions_from(text); }},
    {"results", [](const std::string& text) { results_from(text); }},
    {"pack", [](const std::string& text) { pack_from(text); }},
    {"texts", [](const std::string& text) { texts_from(text); }},
    {"numbers", [](const std::string& text) { numbers_from(text); }},
    {"period", [](const std::string& text) { period_from(text); }},
};

bool is_damaged(const Parser& parser, const std::string& text) {
    return fault_of([&] { parser.read(text); }) == Fault::Kind::damaged;
}

const Parser& parser_of(const std::string& name) {
    return *std::ranges::find(parsers, name, [](const Parser& parser) { return std::string(parser.name); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(state)

BOOST_AUTO_TEST_CASE(evidence_of_every_type_comes_back_as_it_was) {
    BOOST_TEST(rc::check("evidence survives the store", [] {
        const std::vector<model::Evidence> evidence{{"amount", *any_scalar()}, {"threshold", *any_scalar()}};
        const auto read = evidence_from(to_json(evidence).canonical_text());
        RC_ASSERT(read.size() == 2u);
        RC_ASSERT(read[0].field == "amount");
        RC_ASSERT(read[0].value == evidence[0].value);
        RC_ASSERT(read[1].value == evidence[1].value);
    }));
}

BOOST_AUTO_TEST_CASE(money_keeps_its_currency) {
    const Currency dollar{{'U', 'S', 'D', '\0'}};
    const auto read =
        evidence_from(to_json(std::vector<model::Evidence>{{"fee", Money{-1, dollar}}}).canonical_text());
    BOOST_CHECK((std::get<Money>(read.at(0).value) == Money{-1, dollar}));
}

BOOST_AUTO_TEST_CASE(other_parts_come_back_as_they_were) {
    const std::vector<model::PointVerdict> points{{"identity", true}, {"rights", false}};
    BOOST_TEST(points_from(to_json(points).canonical_text()).at(1).point == "rights");
    BOOST_TEST(!points_from(to_json(points).canonical_text()).at(1).conforming);
    const std::vector<model::Subject> subjects{{"claim", "P1"}, {"claim", "P2"}};
    BOOST_CHECK(subjects_from(to_json(subjects).canonical_text()) == subjects);
    const std::vector<std::string> texts{"Réunion", ""};
    BOOST_CHECK(texts_from(to_json(texts).canonical_text()) == texts);
    const std::vector<std::int64_t> numbers{1, -2};
    BOOST_CHECK(numbers_from(to_json(numbers).canonical_text()) == numbers);
    const std::vector<model::PackFile> files{{"review.json", sha256("x")}};
    BOOST_CHECK(pack_from(to_json(files).canonical_text()).at(0).digest == files[0].digest);
}

BOOST_AUTO_TEST_CASE(results_of_controls_come_back_as_they_were) {
    model::ControlResult result;
    result.control = {"claims/over-threshold", 3, sha256("plugin")};
    result.parameters = {{"threshold", "800.00 EUR"}};
    result.population = 10;
    result.selected = 9;
    result.passed = 1;
    result.failed = 2;
    result.errors = 3;
    result.not_applicable = 4;
    result.not_checked = 5;
    result.fresh = 6;
    const std::string text = to_json(std::vector{result}).canonical_text();
    BOOST_TEST(to_json(results_from(text)).canonical_text() == text);
}

BOOST_AUTO_TEST_CASE(no_parser_reads_what_nobody_wrote) {
    for (const Parser& parser : parsers) {
        for (const char* text : {"", "{", "{}", "null", "[null]", "[{}]", "[[]]", "[true]", "\xff"}) {
            BOOST_CHECK_MESSAGE(is_damaged(parser, text), parser.name << " read " << text);
        }
    }
}

BOOST_AUTO_TEST_CASE(no_parser_reads_a_part_that_was_damaged) {
    const std::string version = R"({"hash":")" + hash_text + R"(","id":"claims/x","version":1})";
    const std::pair<const char*, std::string> faults[] = {
        {"evidence", R"([{"field":"a"}])"},
        {"evidence", R"([{"field":1,"value":1}])"},
        {"evidence", R"([{"field":"a","value":[]}])"},
        {"evidence", R"([{"field":"a","value":{}}])"},
        {"evidence", R"([{"field":"a","value":{"unheard":"00"}}])"},
        {"evidence", R"([{"field":"a","value":{"cents":1}}])"},
        {"evidence", R"([{"field":"a","value":{"cents":1,"currency":"EURO"}}])"},
        {"evidence", R"([{"field":"a","value":{"cents":"1","currency":"EUR"}}])"},
        {"evidence", R"([{"field":"a","value":{"date":"2026-02-30"}}])"},
        {"evidence", R"([{"field":"a","value":{"time":"noon"}}])"},
        {"evidence", R"([{"field":"a","value":{"secret":"xyz"}}])"},
        {"evidence", R"([{"field":"a","value":{"secret":""}}])"},
        {"points", R"([{"point":"a","conforming":"yes"}])"},
        {"points", R"([{"conforming":true}])"},
        {"subjects", R"([{"type":"claim"}])"},
        {"subjects", R"([{"key":1,"type":"claim"}])"},
        {"versions", R"([{"hash":"00","id":"claims/x","version":1}])"},
        {"versions", R"([{"id":"claims/x","version":1}])"},
        {"versions", R"([{"hash":")" + hash_text + R"(","id":"claims/x","version":"1"}])"},
        {"results", R"([{"control":)" + version + "}]"},
        {"results", R"([{"control":)" + version + R"(,"parameters":[]}])"},
        {"pack", R"([{"name":"a","sha256":"00"}])"},
        {"texts", "[1]"},
        {"numbers", R"(["1"])"},
        {"numbers", "[1.5]"},
        {"period", "2026-Q5"},
        {"period", "2026-13"},
    };
    for (const auto& [name, text] : faults)
        BOOST_CHECK_MESSAGE(is_damaged(parser_of(name), text), name << " read " << text);
}

BOOST_AUTO_TEST_CASE(a_decision_changes_the_state_of_its_finding_but_not_what_was_found) {
    SampleStore store;
    const model::Finding finding = store.finding("P1", 1);
    const auto decision = store.decision(finding, model::Verdict::refused);
    BOOST_CHECK(cadran::store::state(finding, {}) != cadran::store::state(finding, {decision}));
    BOOST_CHECK(cadran::store::state(finding, {decision}).at("found") == cadran::store::state(finding));
}

BOOST_AUTO_TEST_CASE(subjects_name_each_kind_of_thing) {
    BOOST_TEST(subject(model::Account{
                   .name = "a", .person = {}, .roles = {}, .handler_codes = {}, .system_user = {}}) ==
               "account/a");
    model::DefinitionVersion version;
    version.name = "pay-benefits";
    version.number = 2;
    BOOST_TEST(subject(version) == "process/pay-benefits/2");
    model::Cycle cycle;
    cycle.process = "pay-benefits";
    BOOST_TEST(subject(cycle) == "cycle/pay-benefits/1");
}

BOOST_AUTO_TEST_SUITE_END()
