// SPDX-License-Identifier: Apache-2.0
#include "app/data_sample.h"

#include <algorithm>

#include "statistics/monetary_unit.h"
#include "store/journal_repository.h"

namespace cadran::app {

namespace {

Result<HashKey> drawing_seed(Session& session, const std::optional<std::string>& given) {
    if (given) {
        if (const auto seed = parse_hash_key(*given)) return *seed;
        return invalid(Message{"app.not_a_seed", {{"value", *given}}});
    }
    return store::JournalRepository(session.workspace.database()).seed();
}

// The amounts that can be drawn, by the keys of their records, whatever their order of arrival; and of those
// that cannot, how many.
struct Drawable {
    std::vector<std::pair<std::string, std::int64_t>> amounts;
    std::int64_t total = 0;
    std::int64_t not_positive = 0;
    std::int64_t missing = 0;
};

Result<Drawable> drawable(const ChosenRecords& records, std::size_t place) {
    Drawable drawable;
    for (const control::RecordRow& record : records.population) {
        const auto amount = record.number(place);
        if (!amount) ++drawable.missing;
        if (amount && *amount <= 0) ++drawable.not_positive;
        if (!amount || *amount <= 0) continue;
        if (__builtin_add_overflow(drawable.total, *amount, &drawable.total))
            return invalid(Message{"app.total_too_great"});
        drawable.amounts.emplace_back(column::plain_text(record.scalar(records.type.key)), *amount);
    }
    std::ranges::sort(drawable.amounts);
    return drawable;
}

Result<std::int64_t> size_of(const SampleAmounts& command, const column::Field& field, std::int64_t total) {
    const auto precision = units_of(command.precision, field, "--precision");
    if (!precision) return precision;
    const auto expected = units_of(command.expected.value_or("0"), field, "--expected");
    if (!expected) return expected;
    const double confidence = as_double(command.confidence) / 100;
    if (confidence <= 0 || confidence >= 1) return invalid(Message{"app.confidence_beyond"});
    if (*precision <= 0 || *precision >= total || *expected < 0)
        return invalid(Message{"app.precision_beyond"});
    const auto size = statistics::monetary_unit_size(
        static_cast<double>(*precision) / static_cast<double>(total),
        static_cast<double>(*expected) / static_cast<double>(total), confidence);
    if (size) return *size;
    return invalid(Message{"app.expected_too_near"});
}

}  // namespace

Result<Analysis> sample_amounts(Session& session, const SampleAmounts& command) {
    const auto records = choose_records(session, command.records);
    if (!records) return tl::unexpected(records.error());
    const auto place = number_field_of(records->type, command.by);
    if (!place) return tl::unexpected(place.error());
    const column::Schema& schema = *records->type.schema;
    const column::Field& field = schema.field(*place);
    const auto all = drawable(*records, *place);
    if (!all) return tl::unexpected(all.error());
    if (all->amounts.empty()) return invalid(Message{"app.nothing_to_draw", {{"field", field.title}}});
    const auto size = size_of(command, field, all->total);
    if (!size) return tl::unexpected(size.error());
    const auto seed = drawing_seed(session, command.seed);
    if (!seed) return tl::unexpected(seed.error());

    const std::int64_t interval = std::max<std::int64_t>(1, all->total / *size);
    const std::uint64_t chance = keyed_hash(*seed, command.by) % static_cast<std::uint64_t>(interval);
    std::vector<std::int64_t> amounts;
    for (const auto& [key, amount] : all->amounts) amounts.push_back(amount);
    Analysis analysis;
    analysis.columns = {column_of(schema.field(records->type.key)),
                        {"book", {"app.book_value"}, true},
                        {"hits", {"app.sample_hits"}, true},
                        {"audited", {"app.audited_value"}, true}};
    for (const statistics::Hits& one :
         statistics::fixed_intervals(amounts, interval, static_cast<std::int64_t>(chance) + 1)) {
        const auto& [key, amount] = all->amounts[one.item];
        analysis.rows.push_back({cell_of(key), units_cell(field, amount), cell_of(one.hits), {}});
    }
    remark_on(*records, analysis);
    const auto figure = [&](std::int64_t units) {
        return std::get<Argument>(units_cell(field, units).value);
    };
    analysis.remarks.push_back({"app.amounts_drawn",
                                {{"count", std::ssize(analysis.rows)},
                                 {"size", *size},
                                 {"total", figure(all->total)},
                                 {"interval", figure(interval)},
                                 {"seed", hex_text(*seed)}}});
    if (all->not_positive > 0)
        analysis.remarks.push_back({"app.amounts_not_positive", {{"count", all->not_positive}}});
    remark_on_missing(all->missing, field, analysis);
    return analysis;
}

}  // namespace cadran::app
