// SPDX-License-Identifier: Apache-2.0
// Any text as the clauses of a query over any schema: refused with sentences, or put into words and asked of
// records; the quick way then says what the plain one says. The lines of the input:
//   types of the fields a, b, c …: a letter each (bidmDtxcsu), then what the values are drawn from
//   where / join (alias=…) / group / window (name=…) / having / history / sample, each may be empty
#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "base/text.h"
#include "expression/batch_selector.h"
#include "expression/in_words.h"
#include "fuzz/claim.h"

using namespace cadran;
using namespace cadran::expression;
using column::Field;
using column::Scalar;
using column::Type;

namespace {

constexpr HashKey seed{1, 2, 3};

// The same numbers for the same input.
class Draw {
  public:
    explicit Draw(std::string_view input) : state_(keyed_hash(HashKey{}, input)) {}

    std::uint64_t operator()(std::uint64_t below) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return (state_ >> 33U) % below;
    }

  private:
    std::uint64_t state_;
};

Type type_of(char letter) {
    switch (letter) {
        case 'b': return Type::boolean;
        case 'i': return Type::integer;
        case 'd': return Type::decimal;
        case 'm': return Type::money;
        case 'D': return Type::date;
        case 't': return Type::time;
        case 'c': return Type::code;
        case 's': return Type::secret;
        case 'u': return Type::duration;
        default: return Type::text;
    }
}

std::shared_ptr<const column::Schema> schema_of(std::string_view letters) {
    constexpr std::size_t greatest = 16;
    std::vector<Field> fields{
        {.name = "key", .type = Type::text, .required = true, .title = {"clé", "key"}},
        {.name = "day", .type = Type::date, .required = true, .title = {"jour", "day"}}};
    for (const char letter : letters.substr(0, greatest)) {
        const std::string name(1, static_cast<char>('a' + static_cast<char>(fields.size() - 2)));
        Field field{.name = name, .type = type_of(letter), .title = {name + " (fr)", name + " (en)"}};
        if (field.type == Type::code) field.codes = {{"x", {"x", "x"}}, {"y", {"y", "y"}}};
        if (field.type == Type::decimal) field.decimals = 2;
        fields.push_back(std::move(field));
    }
    return std::make_shared<column::Schema>(std::move(fields));
}

Scope scope_of(std::shared_ptr<const column::Schema> schema) {
    return {"claim",
            schema,
            {{"threshold", Type::money},
             {"limit", Type::integer},
             {"start", Type::date},
             {"prefix", Type::text},
             {"share", Type::decimal},
             {"term", Type::duration, {}, TimeUnit::days},
             {"allowed", Type::list}},
            {{"claim", schema}}};
}

std::vector<Scalar> parameters() {
    using namespace std::chrono;
    return {Money{100, {}},        std::int64_t{3}, Date(2026y / July / 1),
            std::string("x"),      Decimal{95, 2},  Duration{10, TimeUnit::days},
            column::List{"x", "y"}};
}

calendar::Locality paris() {
    static const calendar::Zone zone = calendar::Zone::named("Europe/Paris").value();
    return {zone, calendar::Region::metropole};
}

Scalar any_value(const Field& field, Draw& draw) {
    using namespace std::chrono;
    constexpr std::int64_t great = std::numeric_limits<std::int64_t>::max();
    if (!field.required && draw(5) == 0) return {};
    const auto small = [&] { return static_cast<std::int64_t>(draw(4)) - 1; };
    const auto any = [&] { return draw(8) == 0 ? (draw(2) == 0 ? great : -great) : small(); };
    switch (field.type) {
        case Type::boolean: return draw(2) == 0;
        case Type::integer: return any();
        case Type::decimal: return Decimal{any(), 2};
        case Type::money: return Money{any(), {}};
        case Type::date: return Date(sys_days(2026y / June / 28) + days(draw(6)));
        case Type::time: return Instant(sys_days(2026y / June / 30) + hours(20 + static_cast<int>(draw(6))));
        case Type::code: return std::string(1, static_cast<char>('x' + static_cast<char>(draw(2))));
        case Type::secret: return column::Secret{draw(3)};
        case Type::duration: return Duration{any(), field.unit};
        case Type::text:
        case Type::list: break;
    }
    return std::string(draw(3), static_cast<char>('x' + static_cast<char>(draw(3))));
}

using Batch = std::shared_ptr<const column::RecordBatch>;

std::vector<Batch> any_batches(const std::shared_ptr<const column::Schema>& schema, Draw& draw) {
    std::vector<Batch> batches;
    std::int64_t number = 0;
    for (std::uint64_t count = 1 + draw(3); count > 0; --count) {
        auto batch = std::make_shared<column::RecordBatch>(schema);
        for (std::uint64_t rows = draw(20); rows > 0; --rows) {
            std::vector<Scalar> row;
            for (const Field& field : schema->fields()) row.push_back(any_value(field, draw));
            row[0] = std::string("C").append(std::to_string(++number));
            batch->append(row, number);
        }
        batches.push_back(std::move(batch));
    }
    return batches;
}

std::optional<Clause> clause(std::string_view text) {
    if (text.empty()) return {};
    return Clause{std::string(text), {"input.lua", 1, 1}};
}

NamedClauses named(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return {};
    return {{std::string(text.substr(0, equals)),
             Clause{std::string(text.substr(equals + 1)), {"input.lua", 1, 1}}}};
}

Clauses clauses_of(const std::vector<std::string_view>& lines) {
    const auto line = [&](std::size_t index) {
        return index < lines.size() ? lines[index] : std::string_view();
    };
    Clauses clauses{.joins = named(line(2)), .where = clause(line(1))};
    clauses.group = clause(line(3));
    if (line(4).find('=') != std::string_view::npos) clauses.windows = named(line(4));
    clauses.having = clause(line(5));
    clauses.history = clause(line(6));
    if (!line(7).empty()) clauses.sample = SampleClause{.rate = Decimal{3, 1}, .by = clause(line(7))};
    return clauses;
}

// An evaluator over these batches, which are also what joins and semi-joins look in.
Evaluator evaluator_of(const Query& query, const std::vector<Batch>& batches) {
    std::vector<std::shared_ptr<const JoinTable>> tables;
    for (std::size_t join = 0; join < query.joins().size(); ++join) {
        auto table = std::make_shared<JoinTable>(query, join);
        for (const Batch& batch : batches) table->add(batch);
        tables.push_back(std::move(table));
    }
    std::vector<std::shared_ptr<const ValueSet>> sets;
    for (const SemiJoin& semi_join : query.semi_joins()) {
        auto set = std::make_shared<ValueSet>(semi_join);
        for (const Batch& batch : batches) {
            for (std::size_t row = 0; row < batch->rows; ++row) set->add(*batch, row);
        }
        sets.push_back(std::move(set));
    }
    return Evaluator(query, parameters(), paris(), std::move(tables), std::move(sets));
}

Verdict plain_verdict(Evaluator& evaluator, const column::RecordBatch& batch, std::size_t row) {
    if (!evaluator.go_to(batch, row)) return Verdict::error;
    switch (evaluator.where()) {
        case Truth::no: return Verdict::no;
        case Truth::yes: return Verdict::yes;
        case Truth::unknown: break;
    }
    return Verdict::unknown;
}

void compare_conditions(const Query& query, const std::vector<Batch>& batches) {
    Evaluator plain = evaluator_of(query, batches), borrowed = evaluator_of(query, batches);
    BatchEvaluator quick(borrowed);
    for (const Batch& batch : batches) {
        const std::span<const Verdict> verdicts = quick.where(*batch);
        for (std::size_t row = 0; row < batch->rows; ++row)
            fuzz::claim(verdicts[row] == plain_verdict(plain, *batch, row), "both evaluators agree on a row");
    }
}

std::string text_of(const Selection& selection) {
    std::string text;
    for (const Group& group : selection.groups) {
        for (const Scalar& value : group.keys) text += column::plain_text(value) + "|";
        for (const Scalar& value : group.aggregates) text += column::plain_text(value) + "|";
        text += std::to_string(group.members.size()) + "\n";
    }
    for (const Stratum& stratum : selection.strata)
        text += std::to_string(stratum.size) + " of " + std::to_string(stratum.population) + "\n";
    for (const Standing standing : {Standing::selected, Standing::not_checked, Standing::error})
        text += std::to_string(selection.count(standing)) + "\n";
    return text;
}

std::string text_of(Selected selected) {
    std::vector<Choice> choices;
    selected.for_each([&](std::size_t, const Choice& choice) { choices.push_back(choice); });
    selected.selection.choices = std::move(choices);
    return text_of(selected.selection);
}

std::string selected_plainly(const Query& query, const std::vector<Batch>& batches) {
    Evaluator evaluator = evaluator_of(query, batches);
    Selector selector(evaluator, 0, seed);
    for (const Batch& batch : batches) {
        for (std::size_t row = 0; row < batch->rows; ++row) selector.add(batch, row);
    }
    return text_of(selector.finish());
}

std::vector<Part> all_of(const column::RecordBatch& batch) {
    return std::vector<Part>(batch.rows, Part::in_the_period);
}

std::string selected_quickly(const Query& query, const std::vector<Batch>& batches) {
    BatchSelector selector(evaluator_of(query, batches), 0, seed);
    for (const Batch& batch : batches) selector.add(batch, all_of(*batch));
    return text_of(selector.finish());
}

// As by two threads, each with every other batch; none where only a look at every record can tell.
std::optional<std::string> sieved(const Query& query, const std::vector<Batch>& batches) {
    const Evaluator evaluator = evaluator_of(query, batches);
    std::vector<BatchSieve> sieves;
    for (int i = 0; i < 2; ++i) sieves.emplace_back(evaluator, 0, seed);
    JoinLookups lookups;
    for (std::size_t i = batches.size(); i-- > 0;) {
        lookups.stand_before(*batches[i]);
        sieves[i % 2].add(static_cast<std::uint32_t>(i), *batches[i], all_of(*batches[i]), lookups);
    }
    auto chosen = BatchSieve::choose(sieves);
    if (!chosen) return {};
    std::vector<RecordPlace> records;
    for (const RowPlace& place : chosen->places) records.emplace_back(batches[place.batch], place.row);
    return text_of(sieves.front().select(std::move(*chosen), std::move(records)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Catalogue french(Language::french), english(Language::english);
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (!is_utf8(input)) return 0;  // a file that is not is refused before its clauses are read
    const std::vector<std::string_view> lines = split(input, '\n');
    const auto schema = schema_of(lines.front());
    const auto query = Query::compile(scope_of(schema), clauses_of(lines));
    if (!query) {
        fuzz::claim_told(query.error().diagnostics);
        return 0;
    }
    for (const Catalogue* catalogue : {&french, &english}) {
        in_words(*query, *catalogue);
        in_words(*query, *catalogue, parameters());
    }
    Draw draw(input);
    const std::vector<Batch> batches = any_batches(schema, draw);
    compare_conditions(*query, batches);
    const std::string plain = selected_plainly(*query, batches);
    fuzz::claim(selected_quickly(*query, batches) == plain, "both selectors agree");
    fuzz::claim(sieved(*query, batches).value_or(plain) == plain, "sieves say what the selector says");
    return 0;
}
