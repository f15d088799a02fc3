// SPDX-License-Identifier: Apache-2.0
#include "expression/batch_selector.h"

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>

#include "base/repeats.h"
#include "expression/plan.h"
#include "expression/reckoning.h"
#include "expression/sample.h"

namespace cadran::expression {

using column::RecordBatch;

namespace {

bool are_of_the_record(const std::vector<Operand>& fields) {
    return std::ranges::all_of(
        fields, [](const Operand& field) { return std::get<FieldOperand>(field.what).source == 0; });
}

// What a `having` says of a group of one record, whatever the record: unknown where that depends on it.
class OfOneRecord {
  public:
    OfOneRecord(const Plan& plan, const Evaluator& evaluator)
        : one_(plan.aggregates.size(), Value{true, 1}),
          bindings_{nothing_, 0, {}, evaluator.parameters(), {}, one_, evaluator.locality()} {}

    Truth truth(const Node& node) const {
        if (const auto* junction = std::get_if<Junction>(&node.what)) return truth(*junction, node.negated);
        bool depends = std::holds_alternative<NoMatch>(node.what) ||
                       std::holds_alternative<SemiJoinMembership>(node.what);
        for_each_field(node, [&](const FieldOperand&) { depends = true; });
        if (depends) return Truth::unknown;
        try {
            return truth_of(node, bindings_);
        } catch (const std::overflow_error&) {
            return Truth::unknown;
        }
    }

  private:
    Truth truth(const Junction& junction, bool negated) const {
        const Truth deciding = junction.all ? Truth::no : Truth::yes;
        Truth all = junction.all ? Truth::yes : Truth::no;
        for (const Node& part : junction.parts) {
            const Truth one = truth(part);
            if (one == deciding) all = deciding;
            if (one == Truth::unknown && all != deciding) all = Truth::unknown;
        }
        if (!negated || all == Truth::unknown) return all;
        return all == Truth::yes ? Truth::no : Truth::yes;
    }

    RecordBatch nothing_{std::make_shared<column::Schema>()};
    std::vector<Value> one_;
    Bindings bindings_;
};

// Groups of one record are out of the question where all that is asked is how many records there are.
bool single_ones_are_out(const Evaluator& evaluator) {
    const Plan& plan = evaluator.query().plan();
    const auto counts = [](const Aggregate& aggregate) {
        return aggregate.aggregation == Aggregation::count;
    };
    return plan.group && plan.having && are_of_the_record(*plan.group) &&
           std::ranges::all_of(plan.aggregates, counts) &&
           OfOneRecord(plan, evaluator).truth(*plan.having) == Truth::no;
}

// Equal for equal values, for any two batches.
std::uint64_t fingerprint(const RecordBatch& batch, std::size_t row, const std::vector<Operand>& fields) {
    std::uint64_t fingerprint = 0;
    for (const Operand& operand : fields) {
        const std::size_t field = std::get<FieldOperand>(operand.what).field;
        const auto& values = batch.columns[field].values;
        std::uint64_t part = 0;
        if (const auto* numbers = std::get_if<column::Numbers>(&values))
            part = static_cast<std::uint64_t>((*numbers)[row]);
        else if (const auto* texts = std::get_if<column::Texts>(&values))
            part = std::hash<std::string_view>()(texts->at(row));
        else
            part = std::get<column::Codes>(values)[row];
        fingerprint = mixed(fingerprint + part);
    }
    return fingerprint;
}

bool has_all(const RecordBatch& batch, std::size_t row, const std::vector<Operand>& fields) {
    return std::ranges::all_of(fields, [&](const Operand& operand) {
        return batch.has(row, std::get<FieldOperand>(operand.what).field);
    });
}

}  // namespace

BatchSelector::BatchSelector(Evaluator& evaluator, std::size_t key, const HashKey& seed)
    : evaluator_(evaluator),
      conditions_(evaluator),
      key_(key),
      seed_(seed),
      single_ones_are_out_(expression::single_ones_are_out(evaluator)) {}
BatchSelector::~BatchSelector() = default;

void BatchSelector::add(const std::shared_ptr<const RecordBatch>& batch, std::span<const Part> parts) {
    const std::span<const Verdict> verdicts = conditions_.where(*batch);
    const auto index = static_cast<std::uint32_t>(batches_.size());
    const std::size_t before = rows_.size();
    for (std::size_t row = 0; row < parts.size(); ++row) {
        if (parts[row] == Part::none || verdicts[row] == Verdict::no) continue;
        rows_.push_back({index, static_cast<std::uint32_t>(row), parts[row], verdicts[row] == Verdict::yes});
    }
    if (rows_.size() == before) return;
    batches_.push_back(batch);
    if (!single_ones_are_out_) return;
    for (std::size_t i = before; i < rows_.size(); ++i)
        fingerprints_.push_back(fingerprint(*batch, rows_[i].row, *evaluator_.query().plan().group));
}

BatchSelector::Selected BatchSelector::finish() {
    const Plan& plan = evaluator_.query().plan();
    std::optional<std::vector<Stratum>> strata;
    if (single_ones_are_out_) leave_out_single_ones();
    if (plan.sample && !plan.group && plan.windows.empty() && are_of_the_record(plan.sample->by))
        strata = draw_sample();
    Selected selected;
    for (const Row& row : rows_) selected.records.emplace_back(batches_[row.batch], row.row);
    selected.selection = select(std::move(strata));
    return selected;
}

Selection BatchSelector::select(std::optional<std::vector<Stratum>> strata) {
    Selector selector(evaluator_, key_, seed_);
    for (const Row& row : rows_) selector.add(batches_[row.batch], row.row, row.part == Part::in_the_period);
    return strata ? selector.finish_drawn(std::move(*strata)) : selector.finish();
}

// Those without a key stay, to be told.
void BatchSelector::leave_out_single_ones() {
    const std::vector<Operand>& keys = *evaluator_.query().plan().group;
    const std::vector<std::uint64_t> repeats = repeated(fingerprints_);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row row = rows_[i];
        if (!row.kept || std::ranges::binary_search(repeats, fingerprints_[i]) ||
            !has_all(*batches_[row.batch], row.row, keys))
            rows_[kept++] = row;
    }
    rows_.resize(kept);
}

// Keeps the records that chance takes, and those that have no stratum or are not known to be candidates.
std::vector<Stratum> BatchSelector::draw_sample() {
    const SamplePlan& sample = *evaluator_.query().plan().sample;
    struct Drawable {
        std::uint64_t chance;
        std::size_t row;
    };
    std::map<std::string, std::vector<Drawable>> by_stratum;
    std::vector<std::uint8_t> stays(rows_.size(), 0);
    std::string key;
    const auto text_of = [&](std::size_t i) {
        return value_at(*batches_[rows_[i].batch], rows_[i].row, key_).text;
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        const RecordBatch& batch = *batches_[row.batch];
        stays[i] = !row.kept || !has_all(batch, row.row, sample.by);
        if (stays[i] != 0 || row.part != Part::in_the_period) continue;
        key.clear();
        for (const Operand& operand : sample.by) {
            const std::string part =
                identity(value_at(batch, row.row, std::get<FieldOperand>(operand.what).field));
            key.append(std::to_string(part.size())).append(":").append(part);
        }
        by_stratum[key].push_back({keyed_hash(seed_, text_of(i)), i});
    }
    std::vector<Stratum> strata;
    for (auto& [name, population] : by_stratum) {
        const std::size_t size = sample_size(sample.rate, sample.size, population.size());
        const auto end = population.begin() + static_cast<std::ptrdiff_t>(size);
        std::ranges::nth_element(population, end, [&](const Drawable& left, const Drawable& right) {
            if (left.chance != right.chance) return left.chance < right.chance;
            return text_of(left.row) < text_of(right.row);
        });
        for (auto drawn = population.begin(); drawn != end; ++drawn) stays[drawn->row] = 1;
        const Row& row = rows_[population.front().row];
        std::vector<column::Scalar> keys;
        for (const Operand& operand : sample.by)
            keys.push_back(batches_[row.batch]->scalar(row.row, std::get<FieldOperand>(operand.what).field));
        strata.push_back(
            {std::move(keys), static_cast<std::int64_t>(population.size()), static_cast<std::int64_t>(size)});
    }
    sort_by_keys(strata);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (stays[i] != 0) rows_[kept++] = rows_[i];
    }
    rows_.resize(kept);
    return strata;
}

}  // namespace cadran::expression
