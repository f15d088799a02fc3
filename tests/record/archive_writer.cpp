// SPDX-License-Identifier: Apache-2.0
#include "record/archive_writer.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

namespace {

std::string archived(const Outcome& outcome) {
    ArchiveWriter writer(*claim_type().schema);
    std::string text = writer.header();
    for (const auto& batch : outcome.batches) text += writer.write(*batch);
    return text;
}

template <typename Value>
rc::Gen<column::Scalar> maybe(rc::Gen<Value> value) {
    return rc::gen::oneOf(rc::gen::just(column::Scalar{}),
                          rc::gen::map(std::move(value), [](Value v) { return column::Scalar{v}; }));
}

template <typename Value>
rc::Gen<column::Scalar> always(rc::Gen<Value> value) {
    return rc::gen::map(std::move(value), [](Value v) { return column::Scalar{v}; });
}

rc::Gen<Date> any_date() {
    return rc::gen::map(rc::gen::inRange(-25'567, 84'371),
                        [](int day) { return Date{std::chrono::sys_days{std::chrono::days{day}}}; });
}

rc::Gen<std::string> any_text() {
    const auto character = rc::gen::element<std::string>("a", "Z", "é", "€", "\U0001F3E0", ",", ";", "\"",
                                                         "'", "=", "-", "x y", "x\ny", "x\r\ny");
    return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(character)),
                        [](const auto& parts) { return fmt::format("{}", fmt::join(parts, "")); });
}

// A scalar for each field of claim_type(), but for the key.
rc::Gen<std::vector<column::Scalar>> any_record() {
    return rc::gen::exec([] {
        const auto instant = rc::gen::map(
            rc::gen::inRange<std::int64_t>(-2'000'000'000, 7'000'000'000), [](std::int64_t seconds) {
                return Instant{std::chrono::microseconds{seconds * 1'000'000 +
                                                         seconds % 1'000'000 * (seconds < 0 ? -1 : 1)}};
            });
        return std::vector<column::Scalar>{
            {},
            *always(rc::gen::element<std::string>("consultation", "hospital-stay", "optical")),
            *always(any_date()),
            *always(rc::gen::map(rc::gen::arbitrary<std::int64_t>(),
                                 [](std::int64_t cents) {
                                     return Money{cents, {}};
                                 })),
            *maybe(rc::gen::map(rc::gen::arbitrary<std::uint64_t>(),
                                [](std::uint64_t hash) { return column::Secret{hash}; })),
            *maybe(rc::gen::arbitrary<std::int64_t>()),
            *maybe(rc::gen::arbitrary<bool>()),
            *maybe(instant),
            *maybe(any_text()),
        };
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(archive_writer)

BOOST_AUTO_TEST_CASE(what_is_archived_reads_back_the_same_with_its_lines_and_without_secrets) {
    const Outcome received =
        read(std::string(claim_columns) +
             "C1;optical;31/07/2026;1 234,56 €;FR14 2004;12;oui;;\"Ève,\nRoux\"\nC2;bad;;;;;;;\n\n"
             "C3;optical;01/07/2026;-1;;;;;\n");
    BOOST_TEST(received.rows.size() == 2);
    const std::string text = archived(received);
    BOOST_TEST(text ==
               fmt::format("line,number,act,received_on,amount,iban,visits,urgent,seen_at,beneficiary\r\n"
                           "2,C1,optical,2026-07-31,1234.56,{:016x},12,true,,\"Ève,\nRoux\"\r\n"
                           "6,C3,optical,2026-07-01,-1.00,,,,,\r\n",
                           keyed_hash(test_key, "FR142004")));
    const Outcome again = read(text, archived_dialect());
    BOOST_TEST(again.rows == received.rows, boost::test_tools::per_element());
    BOOST_TEST(again.rejects.empty());
    BOOST_TEST(again.summary->ignored_columns.empty());
    BOOST_TEST((again.summary->last_event == received.summary->last_event));
    BOOST_TEST(archived(again) == text);
}

BOOST_AUTO_TEST_CASE(any_batch_comes_back_from_what_was_written) {
    BOOST_TEST(rc::check("write then read", [] {
        auto records =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<column::Scalar>>>(any_record()));
        column::RecordBatch batch(claim_type().schema);
        std::int64_t line = 1;
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i][0] = fmt::format("{} {}", i, *rc::gen::element<std::string>("é,", "\"", "-"));
            line += *rc::gen::inRange(1, 1000);
            batch.append(records[i], line);
        }
        ArchiveWriter writer(*batch.schema);
        const Outcome outcome = read(writer.write(batch), archived_dialect());
        RC_ASSERT(outcome.rejects.empty());
        RC_ASSERT(outcome.rows.size() == batch.rows);
        for (std::size_t row = 0; row < batch.rows; ++row)
            RC_ASSERT(outcome.rows[row] == row_text(batch, row));
    }));
}

BOOST_AUTO_TEST_CASE(reads_an_import_whose_lines_were_all_rejected_as_no_records) {
    const Outcome outcome = read(ArchiveWriter(*claim_type().schema).header(), archived_dialect());
    BOOST_REQUIRE(outcome.summary.has_value());
    BOOST_TEST(outcome.summary->accepted == 0);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_in_the_form_of_the_archive) {
    const auto first_fault = [](std::string_view text) {
        return read(text, archived_dialect()).summary.error().diagnostics.front().what.id;
    };
    BOOST_TEST(first_fault("number,act,received_on,amount\nC1,optical,2026-07-01,1\n") ==
               "record.not_archived");
    BOOST_TEST(first_fault("line,number,act\n2,C1,optical\n") == "record.column_missing");
    const Outcome outcome = read(
        "line,number,act,received_on,amount,iban\n2,C1,optical,2026-07-01,1,0123456789abcdef\n"
        "2,C2,optical,2026-07-01,1,\nx,C3,optical,2026-07-01,1,\n9,C4,optical,2026-07-01,1,FR14\n",
        archived_dialect());
    BOOST_TEST(fmt::format("{}", fmt::join(outcome.rejects, ", ")) ==
               "3  record.bad_line_number, 4  record.bad_line_number, 9 iban record.not_a_hash");
    BOOST_TEST(outcome.rows.front() == "2: C1|optical|2026-07-01|1.00 EUR|0123456789abcdef||||");
    BOOST_TEST(outcome.reasons.back().value == "(secret)");
}

BOOST_AUTO_TEST_SUITE_END()
