// SPDX-License-Identifier: Apache-2.0
#include "column/record_batch.h"

#include <limits>
#include <stdexcept>

#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::column;
using namespace std::chrono;

namespace {

constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

// A field of every type, in the order of the types.
std::shared_ptr<const Schema> every_type() {
    return std::make_shared<Schema>(std::vector<Field>{
        {.name = "urgent", .type = Type::boolean},
        {.name = "pages", .type = Type::integer},
        {.name = "amount", .type = Type::money},
        {.name = "care_date", .type = Type::date},
        {.name = "received_at", .type = Type::time},
        {.name = "number", .type = Type::text},
        {.name = "act", .type = Type::code, .codes = {{"optics", {}}, {"dental", {}}}},
        {.name = "iban", .type = Type::secret},
    });
}

std::vector<Scalar> sample_record() {
    return {true,
            std::int64_t{3},
            Money{123456, {}},
            Date{2026y / July / 31},
            Instant{sys_days{2026y / July / 31} + microseconds{1}},
            std::string("C-1"),
            std::string("dental"),
            Secret{0xffff'ffff'ffff'ffff}};
}

std::vector<Scalar> row(const RecordBatch& batch, std::size_t row) {
    std::vector<Scalar> record;
    for (std::size_t field = 0; field < batch.columns.size(); ++field)
        record.push_back(batch.scalar(row, field));
    return record;
}

std::vector<Scalar> any_record() {
    std::vector<Scalar> record{
        *rc::gen::arbitrary<bool>(),
        *rc::gen::arbitrary<std::int64_t>(),
        Money{*rc::gen::arbitrary<std::int64_t>(), {}},
        Date{sys_days{days{*rc::gen::inRange(-719'528, 2'932'897)}}},
        Instant{microseconds{*rc::gen::arbitrary<std::int64_t>()}},
        *rc::gen::arbitrary<std::string>(),
        std::string(*rc::gen::element("optics", "dental")),
        Secret{*rc::gen::arbitrary<std::uint64_t>()},
    };
    for (Scalar& value : record) {
        if (*rc::gen::inRange(0, 4) == 0) value = Missing{};
    }
    return record;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(record_batch)

BOOST_AUTO_TEST_CASE(gives_back_values_of_every_type) {
    RecordBatch batch(every_type());
    batch.append(sample_record(), 2);
    BOOST_CHECK(row(batch, 0) == sample_record());
}

BOOST_AUTO_TEST_CASE(tells_missing_from_empty_and_zero) {
    RecordBatch batch(every_type());
    const std::vector<Scalar> missing(8);
    const std::vector<Scalar> lowest{
        false,     smallest,      Money{smallest, {}},   Date{1970y / January / 1},
        Instant{}, std::string(), std::string("optics"), Secret{0}};
    batch.append(missing, 2);
    batch.append(lowest, 3);
    BOOST_CHECK(row(batch, 0) == missing);
    BOOST_CHECK(row(batch, 1) == lowest);
    for (std::size_t field = 0; field < 8; ++field) {
        BOOST_TEST(!batch.has(0, field));
        BOOST_TEST(batch.has(1, field));
    }
}

BOOST_AUTO_TEST_CASE(gives_back_whatever_was_appended) {
    BOOST_TEST(rc::check("records survive their columns", [] {
        RecordBatch batch(every_type());
        std::vector<std::vector<Scalar>> records;
        for (int rest = *rc::gen::inRange(1, 20); rest > 0; --rest) {
            records.push_back(any_record());
            batch.append(records.back(), 2 + static_cast<std::int64_t>(records.size()));
        }
        RC_ASSERT(batch.rows == records.size());
        for (std::size_t i = 0; i < records.size(); ++i) RC_ASSERT(row(batch, i) == records[i]);
    }));
}

BOOST_AUTO_TEST_CASE(takes_values_in_the_columns_own_form) {
    RecordBatch scalars(every_type());
    RecordBatch slots(every_type());
    scalars.append(sample_record(), 5);
    const auto number = [&](std::size_t field) {
        return std::get<Numbers>(scalars.columns[field].values)[0];
    };
    const std::vector<Slot> record{{true, number(0)}, {true, number(1)}, {true, number(2)},
                                   {true, number(3)}, {true, number(4)}, {true, 0, "C-1"},
                                   {true, 1},         {true, number(7)}};
    slots.append(record, 5);
    slots.append(std::vector<Slot>(8), 6);
    BOOST_CHECK(row(slots, 0) == sample_record());
    BOOST_CHECK(row(slots, 1) == std::vector<Scalar>(8));
    BOOST_TEST(slots.line(1) == 6);
}

BOOST_AUTO_TEST_CASE(knows_the_lines_of_its_records) {
    RecordBatch batch(every_type());
    for (const std::int64_t line : {5'000'000'000, 5'000'000'003, 5'000'000'004})
        batch.append(sample_record(), line);
    BOOST_TEST(batch.first_line == 5'000'000'000);
    BOOST_TEST(batch.line(1) == 5'000'000'003);
    BOOST_TEST(batch.line(2) == 5'000'000'004);
}

BOOST_AUTO_TEST_CASE(refuses_a_value_of_another_type) {
    const std::vector<Scalar> values = sample_record();
    const auto schema = every_type();
    for (std::size_t field = 0; field < values.size(); ++field) {
        for (std::size_t other = 0; other < values.size(); ++other) {
            // Text is refused as a code because the schema does not list it; a code is text.
            if (other == field || (field == 5 && other == 6)) continue;
            RecordBatch batch(schema);
            std::vector<Scalar> record(values.size());
            record[field] = values[other];
            BOOST_TEST_CONTEXT("value " << other << " in field " << field)
            BOOST_CHECK_THROW(batch.append(record, 2), std::invalid_argument);
        }
    }
}

BOOST_AUTO_TEST_CASE(refuses_another_currency_and_another_number_of_values) {
    RecordBatch batch(every_type());
    std::vector<Scalar> record = sample_record();
    record[2] = Money{1, {"CHF"}};
    BOOST_CHECK_THROW(batch.append(record, 2), std::invalid_argument);
    record = sample_record();
    record.pop_back();
    BOOST_CHECK_THROW(RecordBatch(every_type()).append(record, 2), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(is_full_at_65_536_records) {
    RecordBatch batch(std::make_shared<Schema>(std::vector<Field>{{.name = "pages", .type = Type::integer}}));
    for (std::int64_t i = 0; i < 65'536; ++i) batch.append({Scalar{i}}, i + 2);
    BOOST_TEST(batch.rows == RecordBatch::greatest_rows);
    BOOST_CHECK((batch.scalar(65'535, 0) == Scalar{std::int64_t{65'535}}));
    BOOST_CHECK_THROW(batch.append({Scalar{std::int64_t{0}}}, 70'000), std::invalid_argument);
    BOOST_TEST(batch.rows == 65'536u);
}

BOOST_AUTO_TEST_SUITE_END()
