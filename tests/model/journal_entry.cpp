// SPDX-License-Identifier: Apache-2.0
#include "model/journal_entry.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::model;

namespace {

JournalEntry sample_entry() {
    return {
        .number = 7,
        .time = parse_instant("2026-07-31T17:00:00.000042Z").value(),
        .actor = "claire.vasseur",
        .channel = "cli",
        .act = "worklist.decide",
        .subject = "finding/F-0123456789abcdef",
        .before = {},
        .after = sha256("after"),
        .previous = sha256("previous"),
    };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(journal_entry)

// The hash chain of every workspace is made of this text: it must never change.
BOOST_AUTO_TEST_CASE(has_the_same_text_for_ever) {
    BOOST_TEST(sample_entry().canonical_text() ==
               R"({"act":"worklist.decide","actor":"claire.vasseur","after":")" + sha256("after").hex() +
                   R"(","before":null,"channel":"cli","number":7,"previous":")" + sha256("previous").hex() +
                   R"(","subject":"finding/F-0123456789abcdef","time":"2026-07-31T17:00:00.000042Z"})");
    BOOST_CHECK(sample_entry().hash() == sha256(sample_entry().canonical_text()));
}

BOOST_AUTO_TEST_CASE(is_read_as_it_was_written) {
    const std::string text = sample_entry().canonical_text();
    const auto entry = JournalEntry::parse(text);
    BOOST_REQUIRE(entry.has_value());
    BOOST_TEST(entry->canonical_text() == text);
    BOOST_CHECK(entry->hash() == sample_entry().hash());
    BOOST_CHECK(!entry->before);
}

BOOST_AUTO_TEST_CASE(is_refused_where_a_member_is_missing_or_wrong) {
    const Json whole = Json::parse(sample_entry().canonical_text()).value();
    for (const auto& [name, value] : whole.object()) {
        Json::Object lacking = whole.object();
        lacking.erase(name);
        BOOST_TEST(!JournalEntry::parse(Json(lacking).canonical_text()), name);
        Json::Object wrong = whole.object();
        wrong[name] = true;
        BOOST_TEST(!JournalEntry::parse(Json(wrong).canonical_text()), name);
    }
    for (const std::string_view faulty : {"", "[]", "7", "null", "{}"})
        BOOST_TEST(!JournalEntry::parse(faulty), faulty);
}

BOOST_AUTO_TEST_CASE(is_refused_where_a_digest_or_the_time_is_malformed) {
    for (const std::string_view name : {"after", "previous", "time"}) {
        Json::Object wrong = Json::parse(sample_entry().canonical_text())->object();
        wrong[std::string(name)] = "0123";
        const auto entry = JournalEntry::parse(Json(wrong).canonical_text());
        BOOST_REQUIRE(!entry);
        BOOST_TEST(entry.error().diagnostics.front().what.id == "model.not_a_journal_entry");
    }
}

BOOST_AUTO_TEST_SUITE_END()
