// SPDX-License-Identifier: Apache-2.0
#include "expression/batch_sieve.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <stdexcept>

#include "base/keyed_hashes.h"
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

// Of the fields of each of those rows; equal for equal values, for any two batches.
void fingerprint_groups(const RecordBatch& batch, std::span<const std::uint16_t> rows,
                        const std::vector<Operand>& fields, std::span<std::uint32_t> fingerprints) {
    std::vector<std::uint64_t> mixtures(rows.size());
    const auto mix_in = [&](const auto& part) {
        for (std::size_t i = 0; i < rows.size(); ++i) mixtures[i] = mixed(mixtures[i] + part(rows[i]));
    };
    for (const Operand& operand : fields) {
        const auto& values = batch.columns[std::get<FieldOperand>(operand.what).field].values;
        if (const auto* numbers = std::get_if<column::Numbers>(&values))
            mix_in([&](std::size_t row) { return static_cast<std::uint64_t>((*numbers)[row]); });
        else if (const auto* texts = std::get_if<column::Texts>(&values))
            mix_in([&](std::size_t row) { return TextMark::of(texts->at(row)).hash(); });
        else
            mix_in([&, &codes = std::get<column::Codes>(values)](std::size_t row) {
                return std::uint64_t{codes[row]};
            });
    }
    std::ranges::transform(mixtures, fingerprints.begin(),
                           [](std::uint64_t mixture) { return static_cast<std::uint32_t>(mixture >> 32); });
}

bool has_all(const RecordBatch& batch, std::size_t row, const std::vector<Operand>& fields) {
    return std::ranges::all_of(fields, [&](const Operand& operand) {
        return batch.has(row, std::get<FieldOperand>(operand.what).field);
    });
}

// Whether some row does.
bool lacks_some(const RecordBatch& batch, const std::vector<Operand>& fields) {
    return std::ranges::any_of(fields, [&](const Operand& operand) {
        const auto& present = batch.columns[std::get<FieldOperand>(operand.what).field].present;
        return std::ranges::find(present, std::uint8_t{0}) != present.end();
    });
}

// A stratum keeps the records that its sample needs so far, and more besides than chance ever moves the last
// of them: by so many times the square root of their number, and so many.
constexpr std::size_t spare_deviations = 8;
constexpr std::size_t spare_records = 64;

// The same bytes for equal keys alone.
std::string identity_of(const std::vector<column::Scalar>& keys) {
    std::string identity;
    for (const column::Scalar& key : keys) {
        const std::string part = expression::identity(value_of(key));
        identity += std::to_string(part.size()) + ":" + part;
    }
    return identity;
}

// Most fingerprints are told by so many of their bits not to repeat.
constexpr int filter_bits = 20;

template <typename Bits>
void append_bits(std::string& text, Bits bits) {
    char bytes[sizeof bits];
    std::memcpy(bytes, &bits, sizeof bits);
    text.append(bytes, sizeof bits);
}

}  // namespace

BatchSieve::BatchSieve(const Evaluator& evaluator, std::size_t key, const HashKey& seed, Unchecked unchecked)
    : evaluator_(std::make_unique<Evaluator>(evaluator)),
      key_(key),
      seed_(seed),
      single_ones_are_out_(single_ones_are_out(evaluator)),
      asked_(unchecked) {
    const Plan& plan = evaluator_->query().plan();
    draws_ = plan.sample && !plan.group && plan.windows.empty() && are_of_the_record(plan.sample->by);
}

void BatchSieve::start_over(bool prunes) {
    prunes_ = prunes;
    unchecked_ = 0;
    waiting_ = {};
    forget_batches();
    populations_ = {};
    met_ = {};
}

void BatchSieve::forget_batches() {
    batches_ = {};
    room_ = {};
}

std::span<std::uint32_t> BatchSieve::Room::take(std::size_t count) {
    static_assert(size_of_piece >= RecordBatch::greatest_rows);
    if (left_.size() < count) {
        pieces_.push_back(std::make_unique_for_overwrite<std::uint32_t[]>(size_of_piece));
        left_ = {pieces_.back().get(), size_of_piece};
    }
    const std::span<std::uint32_t> taken = left_.first(count);
    left_ = left_.subspan(count);
    return taken;
}

void BatchSieve::add(std::uint32_t number, const RecordBatch& batch, std::span<const Part> parts,
                     JoinLookups& lookups) {
    const std::span<const Verdict> verdicts = conditions_.where(batch, lookups);
    const Plan& plan = evaluator_->query().plan();
    const std::vector<Operand>* keys = draws_                 ? &plan.sample->by
                                       : single_ones_are_out_ ? &*plan.group
                                                              : nullptr;
    const bool some_lack = keys != nullptr && lacks_some(batch, *keys);
    OfBatch sieved{number};
    find_rows(parts, verdicts);
    drawn_rows_.clear();
    for (const std::uint16_t row : rows_) {
        const bool kept = verdicts[row] == Verdict::yes, in_period = parts[row] == Part::in_the_period;
        const bool lacks = some_lack && kept && !has_all(batch, row, *keys);
        if (asked_ == Unchecked::counted && (lacks || verdicts[row] == Verdict::unknown)) {
            if (in_period) ++unchecked_;
            continue;
        }
        if (draws_ && kept && !lacks) {
            if (in_period) drawn_rows_.push_back(row);
            continue;
        }
        sieved.rows.push_back(row);
        sieved.stances.push_back({parts[row], kept, lacks});
    }
    if (!drawn_rows_.empty()) draw(number, batch);
    if (sieved.rows.empty()) return;
    if (single_ones_are_out_) {
        const std::span<std::uint32_t> fingerprints = room_.take(sieved.rows.size());
        fingerprint_groups(batch, sieved.rows, *plan.group, fingerprints);
        sieved.fingerprints = fingerprints;
    }
    sieved.tighten();
    (single_ones_are_out_ ? waiting_.perhaps : waiting_.certain) += sieved.count;
    batches_.push_back(std::move(sieved));
}

void BatchSieve::OfBatch::tighten() {
    count = static_cast<std::uint32_t>(rows.size());
    if (rows.back() + std::size_t{1} == rows.size()) rows.clear();  // they ascend
    if (std::ranges::count(stances, stances.front()) == std::ssize(stances)) stances.resize(1);
    rows.shrink_to_fit();
    stances.shrink_to_fit();
}

// Those that take part and that the condition does not leave out.
void BatchSieve::find_rows(std::span<const Part> parts, std::span<const Verdict> verdicts) {
    rows_.resize(parts.size());
    std::size_t count = 0;
    for (std::size_t row = 0; row < parts.size(); ++row) {
        rows_[count] = static_cast<std::uint16_t>(row);
        count += static_cast<std::size_t>(parts[row] != Part::none) &
                 static_cast<std::size_t>(verdicts[row] != Verdict::no);
    }
    rows_.resize(count);
}

void BatchSieve::draw(std::uint32_t number, const RecordBatch& batch) {
    const auto& keys = std::get<column::Texts>(batch.columns[key_].values);
    names_.clear();
    for (const std::uint16_t row : drawn_rows_) names_.push_back(keys.at(row));
    chances_.resize(names_.size());
    keyed_hashes(seed_, names_, chances_);
    for (std::size_t i = 0; i < drawn_rows_.size(); ++i) {
        Population& population = population_of(batch, drawn_rows_[i]);
        ++population.count;
        if (chances_[i] > population.bound) continue;
        population.drawables.push_back({chances_[i], {number, drawn_rows_[i]}});
        ++waiting_.drawable;
        if (prunes_ && population.drawables.size() == population.drawables.capacity()) prune(population);
    }
}

BatchSieve::Population& BatchSieve::population_of(const RecordBatch& batch, std::size_t row) {
    const std::string_view stratum = stratum_of(batch, row);
    const TextMark name = TextMark::of(stratum);
    Met& met = met_[name.hash() >> (64 - std::bit_width(met_.size() - 1))];
    if (met.name == name && name.is_certain()) return *met.population;
    auto known = populations_.find(stratum);
    if (known == populations_.end()) {
        Population fresh;
        for (const Operand& operand : evaluator_->query().plan().sample->by)
            fresh.keys.push_back(batch.scalar(row, std::get<FieldOperand>(operand.what).field));
        known = populations_.emplace(stratum, std::move(fresh)).first;
    }
    met = {name, &known->second};
    return known->second;
}

// The same bytes for records of one stratum alone.
std::string_view BatchSieve::stratum_of(const RecordBatch& batch, std::size_t row) {
    const std::vector<Operand>& by = evaluator_->query().plan().sample->by;
    stratum_.clear();
    for (const Operand& operand : by) {
        const auto& values = batch.columns[std::get<FieldOperand>(operand.what).field].values;
        if (const auto* numbers = std::get_if<column::Numbers>(&values)) {
            append_bits(stratum_, (*numbers)[row]);
        } else if (const auto* texts = std::get_if<column::Texts>(&values)) {
            if (by.size() == 1) return texts->at(row);
            append_bits(stratum_, texts->at(row).size());
            stratum_ += texts->at(row);
        } else {
            append_bits(stratum_, std::get<column::Codes>(values)[row]);
        }
    }
    return stratum_;
}

// Lets go of what no sample of the population will come to, however it grows; should one after all, the bound
// tells.
void BatchSieve::prune(Population& population) {
    const SamplePlan& sample = *evaluator_->query().plan().sample;
    const std::size_t size =
        sample_size(sample.rate, sample.size, static_cast<std::size_t>(population.count));
    const std::size_t enough =
        size + spare_deviations * static_cast<std::size_t>(std::sqrt(static_cast<double>(size))) +
        spare_records;
    std::vector<Drawable>& drawables = population.drawables;
    if (enough * 5 > drawables.size() * 4) return;
    const auto last = drawables.begin() + static_cast<std::ptrdiff_t>(enough - 1);
    std::ranges::nth_element(drawables, last, {}, &Drawable::chance);
    population.bound = last->chance;
    waiting_.drawable -= drawables.end() - (last + 1);
    drawables.erase(last + 1, drawables.end());
}

std::vector<const BatchSieve::OfBatch*> BatchSieve::by_number(std::span<BatchSieve> sieves) const {
    std::vector<const OfBatch*> batches;
    for (const BatchSieve& sieve : sieves) {
        for (const OfBatch& batch : sieve.batches_) batches.push_back(&batch);
    }
    std::ranges::sort(batches, {}, &OfBatch::number);
    return batches;
}

// None where records may lack that chance would have taken, or where two have the same: then all are drawn
// that are there.
std::optional<std::vector<Stratum>> BatchSieve::draw_sample(std::span<BatchSieve> sieves,
                                                            std::vector<RowPlace>& drawn) const {
    const SamplePlan& sample = *evaluator_->query().plan().sample;
    std::map<std::string, Population> all;  // in the order of Selector
    for (BatchSieve& sieve : sieves) {
        for (auto& [bytes, part] : sieve.populations_) {
            auto [known, fresh] = all.try_emplace(identity_of(part.keys), part);
            if (fresh) continue;
            Population& whole = known->second;
            whole.count += part.count;
            whole.bound = std::min(whole.bound, part.bound);
            std::ranges::move(part.drawables, std::back_inserter(whole.drawables));
        }
    }
    std::vector<Stratum> strata;
    const auto size_of = [&](const Population& population) {
        return sample_size(sample.rate, sample.size, static_cast<std::size_t>(population.count));
    };
    const bool is_known = std::ranges::all_of(
        all, [&](auto& named) { return tells_first(named.second, size_of(named.second)); });
    for (auto& [name, population] : all) {
        if (is_known) population.drawables.resize(size_of(population));
        for (const Drawable& one : population.drawables) drawn.push_back(one.place);
        strata.push_back({std::move(population.keys), population.count,
                          static_cast<std::int64_t>(population.drawables.size())});
    }
    if (!is_known) return {};
    sort_by_keys(strata);
    return strata;
}

// Brings those of the least chances to the front; false where it cannot tell which they are.
bool BatchSieve::tells_first(Population& population, std::size_t count) {
    std::vector<Drawable>& drawables = population.drawables;
    if (drawables.size() < count) return false;
    const auto end = drawables.begin() + static_cast<std::ptrdiff_t>(count);
    std::ranges::nth_element(drawables, end, {}, &Drawable::chance);
    const std::uint64_t last =
        std::ranges::max_element(drawables.begin(), end, {}, &Drawable::chance)->chance;
    return last <= population.bound && (end == drawables.end() || end->chance > last);
}

std::optional<BatchSieve::Chosen> BatchSieve::choose(std::span<BatchSieve> sieves) {
    const BatchSieve& first = sieves.front();
    Chosen chosen;
    for (const BatchSieve& sieve : sieves) chosen.unchecked += sieve.unchecked_;
    if (!first.draws_) {
        first.choose_rows(first.by_number(sieves), chosen);
        for (BatchSieve& sieve : sieves) sieve.forget_batches();
        return chosen;
    }
    std::vector<RowPlace> drawn;
    chosen.strata = first.draw_sample(sieves, drawn);
    if (!chosen.strata && first.prunes_) return {};
    Chosen others;
    first.choose_rows(first.by_number(sieves), others);
    std::ranges::sort(drawn);
    std::size_t other = 0;
    const auto take_others = [&](const auto& goes_on) {
        for (; other < others.places.size() && goes_on(others.places[other]); ++other)
            chosen.add(others.places[other], others.parts[other], false);
    };
    for (const RowPlace& place : drawn) {
        take_others([&](const RowPlace& one) { return one < place; });
        chosen.add(place, Part::in_the_period, chosen.strata.has_value());
    }
    take_others([](const RowPlace&) { return true; });
    return chosen;
}

// Groups of one record are left out where they are out of the question; records without a key stay, to be
// told.
void BatchSieve::choose_rows(const std::vector<const OfBatch*>& batches, Chosen& chosen) const {
    const std::vector<std::uint32_t> repeats = repeated_fingerprints(batches);
    std::vector<bool> may_repeat(std::size_t{1} << filter_bits);
    for (const std::uint32_t one : repeats) may_repeat[one >> (32 - filter_bits)] = true;
    const auto is_repeated = [&](std::uint32_t one) {
        return may_repeat[one >> (32 - filter_bits)] && std::ranges::binary_search(repeats, one);
    };
    for (const OfBatch* batch : batches) {
        for (std::size_t i = 0; i < batch->count; ++i) {
            const Stance& stance = batch->stance(i);
            const bool is_single =
                single_ones_are_out_ && stance.kept && !stance.lacks && !is_repeated(batch->fingerprints[i]);
            if (!is_single) chosen.add({batch->number, batch->row(i)}, stance.part, false);
        }
    }
}

std::vector<std::uint32_t> BatchSieve::repeated_fingerprints(const std::vector<const OfBatch*>& batches) {
    std::vector<std::span<const std::uint32_t>> all;
    for (const OfBatch* batch : batches) all.push_back(batch->fingerprints);
    return repeated(all);
}

void BatchSieve::Chosen::add(RowPlace place, Part part, bool by_chance) {
    places.push_back(place);
    parts.push_back(part);
    drawn.push_back(by_chance ? 1 : 0);
}

Selected BatchSieve::select(Chosen chosen, std::vector<RecordPlace> records) const {
    Selected selected{std::move(records), {}, chosen.unchecked};
    Selector selector(*evaluator_, key_, seed_);
    // Of those that chance took, all is known but what the query adds to them.
    if (chosen.strata && evaluator_->query().joined_fields().empty())
        selected.drawn = std::move(chosen.drawn);
    selector.reserve(selected.records.size() -
                     static_cast<std::size_t>(std::ranges::count(selected.drawn, std::uint8_t{1})));
    for (std::size_t i = 0; i < selected.records.size(); ++i) {
        if (!selected.is_drawn(i))
            selector.add(selected.records[i].first, selected.records[i].second,
                         chosen.parts[i] == Part::in_the_period);
    }
    selected.selection = chosen.strata ? selector.finish_drawn(std::move(*chosen.strata)) : selector.finish();
    return selected;
}

}  // namespace cadran::expression
