// SPDX-License-Identifier: Apache-2.0
#include "expression/selection.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "base/text.h"
#include "calendar/deadline.h"
#include "expression/aggregate.h"
#include "expression/names.h"
#include "expression/plan.h"
#include "expression/reckoning.h"
#include "expression/sample.h"

namespace cadran::expression {

// A record, and what `where` says of it.
struct Record {
    std::shared_ptr<const column::RecordBatch> batch;
    std::size_t row = 0;
    bool in_period = true;
    bool kept = false;
};

// Names of what records lack: those that lack the same share them.
class Lacks {
  public:
    Choice not_checked(std::vector<std::string> lacking) {
        auto& shared = shared_[lacking];
        if (!shared) shared = std::make_shared<const std::vector<std::string>>(std::move(lacking));
        return {.standing = Standing::not_checked, .lacking = shared};
    }

  private:
    std::map<std::vector<std::string>, std::shared_ptr<const std::vector<std::string>>> shared_;
};

namespace {

Choice error(Diagnostic fault) {
    return {Standing::error, std::make_shared<const Diagnostic>(std::move(fault))};
}

Choice overflowed() {
    return error({{}, {"expression.overflow"}, Message{"expression.check_the_numbers"}});
}

// Of a value over thousands of records, nobody reads more.
constexpr std::size_t most_named = 5;

// Works on the records that `where` kept and says what becomes of them.
class Selecting {
  public:
    Selecting(Evaluator& evaluator, std::size_t key, const HashKey& seed, std::vector<Record>& records,
              std::vector<Choice>& choices, Lacks& lacks)
        : evaluator_(evaluator),
          plan_(evaluator.query().plan()),
          key_(key),
          seed_(seed),
          records_(records),
          choices_(choices),
          lacks_(lacks) {}

    Selection select(std::optional<std::vector<Stratum>> drawn) {
        if (plan_.group)
            select_groups();
        else if (!plan_.windows.empty())
            select_by_windows();
        else
            select_all();
        if (plan_.sample) draw_sample(std::move(drawn));
        for (Candidate& candidate : candidates_) {
            settle(candidate.members, {Standing::selected});
            if (!plan_.group) add_further(candidate);
        }
        Selection selection;
        selection.choices = std::move(choices_);
        if (plan_.group) selection.groups = groups();
        selection.strata = std::move(strata_);
        return selection;
    }

  private:
    using Members = std::vector<std::size_t>;

    // A record, or the records of a group.
    struct Candidate {
        Members members;
        std::vector<column::Scalar> aggregates = {};  // or the windows of a record
    };

    // Records of earlier periods keep no standing of their own.
    void settle(const Members& members, const Choice& choice) {
        for (const std::size_t member : members) {
            if (records_[member].in_period) choices_[member] = choice;
        }
    }

    void add_further(Candidate& candidate) {
        const std::size_t record = candidate.members.front();
        stand_on(record);
        std::vector<column::Scalar>& further = choices_[record].further;
        for (const FieldOperand& operand : joined_fields_)
            further.push_back(evaluator_.joined(operand.source - 1, operand.field));
        std::ranges::move(candidate.aggregates, std::back_inserter(further));
    }

    void stand_on(std::size_t record) { evaluator_.return_to(*records_[record].batch, records_[record].row); }

    // The same bytes for records with equal fields; none where one of them is missing.
    std::optional<std::string> key_of(std::size_t record, const std::vector<Operand>& fields) {
        stand_on(record);
        std::string key;
        for (const Operand& field : fields) {
            const Value value = evaluator_.value(field);
            if (!value.present) return {};
            const std::string part = identity(value);
            key += std::to_string(part.size()) + ":" + part;
        }
        return key;
    }

    std::vector<std::string> lacking(std::size_t record, const std::vector<Operand>& values) {
        stand_on(record);
        std::vector<std::string> names;
        for (const Operand& value : values)
            std::ranges::move(evaluator_.lacking(value), std::back_inserter(names));
        return names;
    }

    // Kept records by their fields; those without one of them are not checked.
    std::map<std::string, Members> partitioned(const std::vector<Operand>& fields) {
        std::map<std::string, Members> parts;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (!records_[i].kept) continue;
            if (const auto key = key_of(i, fields)) {
                parts[*key].push_back(i);
            } else {
                records_[i].kept = false;
                settle({i}, lacks_.not_checked(lacking(i, fields)));
            }
        }
        return parts;
    }

    // What keeps an aggregate over these records from having a value, with the key of the record.
    void add_lacking(const Aggregate& aggregate, const Members& members, std::vector<std::string>& names) {
        if (!aggregate.argument) return;
        for (const std::size_t member : members) {
            if (names.size() >= most_named) return;
            for (const std::string& name : lacking(member, {*aggregate.argument})) {
                std::string of_record = fmt::format("{}: {}", key_text(member), name);
                if (std::ranges::find(names, of_record) == names.end()) names.push_back(std::move(of_record));
            }
        }
    }

    std::string key_text(std::size_t record) const {
        return column::plain_text(records_[record].batch->scalar(records_[record].row, key_));
    }

    Value aggregated_over(const Aggregate& aggregate, const Members& members) {
        std::vector<Value> values;
        for (const std::size_t member : members) {
            stand_on(member);
            values.push_back(aggregate.argument ? evaluator_.exact_value(*aggregate.argument) : Value{true});
        }
        return aggregated(aggregate.aggregation, std::move(values));
    }

    static column::Scalar shown_value(const Value& value, const Aggregate& aggregate) {
        return scalar_of(value, aggregate.type, aggregate.currency, aggregate.unit);
    }

    bool touches_period(const Members& members) const {
        return std::ranges::any_of(members, [&](std::size_t member) { return records_[member].in_period; });
    }

    // What `having` says at that record of values over several.
    Truth having(std::size_t record, std::span<const Value> derived) {
        if (!plan_.having) return Truth::yes;
        stand_on(record);
        return evaluator_.truth(*plan_.having, derived);
    }

    void take_group(Truth having, Candidate candidate) {
        if (having == Truth::unknown) {
            std::vector<std::string> names;
            for (const Aggregate& aggregate : plan_.aggregates)
                add_lacking(aggregate, candidate.members, names);
            settle(candidate.members, lacks_.not_checked(std::move(names)));
        }
        if (having == Truth::yes) candidates_.push_back(std::move(candidate));
    }

    void select_all() {
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (records_[i].kept && records_[i].in_period) candidates_.push_back({{i}});
        }
    }

    void select_groups() {
        for (auto& [key, members] : partitioned(*plan_.group)) {
            if (!touches_period(members)) continue;
            sort_by_key(members);
            try {
                std::vector<Value> derived;
                std::vector<column::Scalar> shown;
                for (const Aggregate& aggregate : plan_.aggregates) {
                    derived.push_back(aggregated_over(aggregate, members));
                    shown.push_back(shown_value(derived.back(), aggregate));
                }
                take_group(having(members.front(), derived), {members, std::move(shown)});
            } catch (const std::overflow_error&) {
                settle(members, overflowed());
            }
        }
    }

    void sort_by_key(Members& members) const {
        std::ranges::sort(members, {},
                          [&](std::size_t member) { return std::pair(key_text(member), member); });
    }

    struct Dated {
        Date date;
        std::size_t record;
        std::optional<Value> value;  // of the aggregate's argument; none where it does not fit
    };
    // Records of the same key. All of one date have the same window, so that its value is worked out once.
    struct Part {
        std::vector<Dated> dated = {};      // in order of their dates
        std::map<Date, Value> values = {};  // at dates of several records
    };
    // Of one window.
    struct Parts {
        std::vector<Part> parts = {};
        std::vector<std::size_t> of_records = {};  // the part of each record that is kept

        Part& of(std::size_t record) { return parts[of_records[record]]; }
        const Part& of(std::size_t record) const { return parts[of_records[record]]; }
    };

    // Those without a key or a date are not checked, and outside.
    void leave_out_lacking(const Window& window) {
        std::vector<Operand> fields = window.by;
        fields.push_back(window.ordered_by);
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (!records_[i].kept) continue;
            stand_on(i);
            const auto has = [&](const Operand& field) { return evaluator_.value(field).present; };
            if (std::ranges::all_of(fields, has)) continue;
            records_[i].kept = false;
            settle({i}, lacks_.not_checked(lacking(i, fields)));
        }
    }

    Parts parts_of(const Window& window) {
        Parts parts{{}, std::vector<std::size_t>(records_.size())};
        std::unordered_map<std::string, std::size_t> by_key;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (!records_[i].kept) continue;
            const auto [known, fresh] = by_key.try_emplace(*key_of(i, window.by), parts.parts.size());
            if (fresh) parts.parts.emplace_back();
            parts.of_records[i] = known->second;
            parts.of(i).dated.push_back({date_of(window), i, argument_of(window.aggregate)});
        }
        for (Part& part : parts.parts) std::ranges::stable_sort(part.dated, {}, &Dated::date);
        return parts;
    }

    // Of the record it stands on, as the following.
    Date date_of(const Window& window) const {
        const std::int64_t day = evaluator_.value(window.ordered_by).number.rounded();
        return Date{std::chrono::sys_days{std::chrono::days{day}}};
    }

    std::optional<Value> argument_of(const Aggregate& aggregate) const {
        try {
            return aggregate.argument ? evaluator_.exact_value(*aggregate.argument) : Value{true};
        } catch (const std::overflow_error&) {
            return {};
        }
    }

    Value value_at(const Window& window, Part& part, Date end) {
        const auto known = part.values.find(end);
        if (known != part.values.end()) return known->second;
        std::vector<Value> values;
        for (const Dated* dated : in_window(window, part, end)) {
            if (!dated->value) throw std::overflow_error("a value that does not fit");
            values.push_back(*dated->value);
        }
        const Value value = aggregated(window.aggregate.aggregation, std::move(values));
        const bool is_shared = std::ranges::equal_range(part.dated, end, {}, &Dated::date).size() > 1;
        if (is_shared) part.values.emplace(end, value);
        return value;
    }

    // The records whose dates lie in the window that ends on that date.
    std::vector<const Dated*> in_window(const Window& window, const Part& part, Date end) const {
        Duration back = length_of(window.length, evaluator_.parameters());
        back.count = -back.count;
        const auto before = calendar::add(end, back, evaluator_.locality().region);
        if (!before) throw std::overflow_error("a window that begins outside the calendar");
        const auto first = std::ranges::upper_bound(part.dated, *before, {}, &Dated::date);
        const auto behind = std::ranges::upper_bound(part.dated, end, {}, &Dated::date);
        std::vector<const Dated*> members;
        for (auto dated = first; dated < behind; ++dated) members.push_back(&*dated);
        return members;
    }

    void select_by_windows() {
        // A record that lacks a key of one window is outside all of them.
        for (const Window& window : plan_.windows) leave_out_lacking(window);
        std::vector<Parts> parts;
        for (const Window& window : plan_.windows) parts.push_back(parts_of(window));
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (!records_[i].kept || !records_[i].in_period) continue;
            try {
                std::vector<Value> derived;
                std::vector<column::Scalar> shown;
                for (std::size_t w = 0; w < plan_.windows.size(); ++w) {
                    const Window& window = plan_.windows[w];
                    stand_on(i);
                    derived.push_back(value_at(window, parts[w].of(i), date_of(window)));
                    shown.push_back(shown_value(derived.back(), window.aggregate));
                }
                take_record(having(i, derived), {{i}, std::move(shown)}, parts);
            } catch (const std::overflow_error&) {
                settle({i}, overflowed());
            }
        }
    }

    void take_record(Truth having, Candidate candidate, const std::vector<Parts>& parts) {
        const std::size_t record = candidate.members.front();
        if (having == Truth::unknown) {
            std::vector<std::string> names;
            for (std::size_t w = 0; w < plan_.windows.size(); ++w) {
                const Window& window = plan_.windows[w];
                stand_on(record);
                Members members;
                for (const Dated* dated : in_window(window, parts[w].of(record), date_of(window)))
                    members.push_back(dated->record);
                add_lacking(window.aggregate, members, names);
            }
            settle({record}, lacks_.not_checked(std::move(names)));
        }
        if (having == Truth::yes) candidates_.push_back(std::move(candidate));
    }

    // What names a candidate, whatever the order of the records.
    std::string name_of(const Candidate& candidate) {
        if (plan_.group) return *key_of(candidate.members.front(), *plan_.group);
        return key_text(candidate.members.front());
    }

    // Of candidates that were drawn before, in those strata, all are taken that have a stratum.
    void draw_sample(std::optional<std::vector<Stratum>> drawn) {
        const SamplePlan& sample = *plan_.sample;
        std::map<std::string, std::vector<Candidate>> by_stratum;
        for (Candidate& candidate : candidates_) {
            if (const auto stratum = key_of(candidate.members.front(), sample.by))
                by_stratum[*stratum].push_back(std::move(candidate));
            else
                settle(candidate.members, lacks_.not_checked(lacking(candidate.members.front(), sample.by)));
        }
        candidates_.clear();
        for (auto& [stratum, population] : by_stratum) {
            std::vector<std::string> names;
            for (const Candidate& candidate : population) names.push_back(name_of(candidate));
            const std::vector<std::size_t> taken = sample_of(
                names, drawn ? names.size() : sample_size(sample.rate, sample.size, names.size()), seed_);
            strata_.push_back({scalars(population.front().members.front(), sample.by),
                               static_cast<std::int64_t>(population.size()),
                               static_cast<std::int64_t>(taken.size())});
            for (const std::size_t index : taken) candidates_.push_back(std::move(population[index]));
        }
        if (drawn) strata_ = std::move(*drawn);
        sort_by_keys(strata_);
    }

    std::vector<column::Scalar> scalars(std::size_t record, const std::vector<Operand>& fields) {
        stand_on(record);
        std::vector<column::Scalar> values;
        for (const Operand& field : fields) {
            const auto& operand = std::get<FieldOperand>(field.what);
            const Record& at = records_[record];
            values.push_back(operand.source == 0 ? at.batch->scalar(at.row, operand.field)
                                                 : evaluator_.joined(operand.source - 1, operand.field));
        }
        return values;
    }

    std::vector<Group> groups() {
        std::vector<Group> groups;
        for (Candidate& candidate : candidates_) {
            auto keys = scalars(candidate.members.front(), *plan_.group);
            groups.push_back(
                {std::move(keys), std::move(candidate.aggregates), std::move(candidate.members)});
        }
        std::ranges::stable_sort(groups, {}, [](const Group& group) { return order_of(group.keys); });
        return groups;
    }

    Evaluator& evaluator_;
    const Plan& plan_;
    std::size_t key_;
    const HashKey& seed_;
    std::vector<Record>& records_;
    std::vector<Choice>& choices_;
    Lacks& lacks_;
    std::vector<Candidate> candidates_;
    std::vector<Stratum> strata_;
    std::vector<FieldOperand> joined_fields_ = evaluator_.query().joined_fields();
};

}  // namespace

// By the texts of the keys, one after the other, each of which ends with what is less than any byte of it; of
// secrets, which are told by one word, by their hashes besides.
std::string order_of(const std::vector<column::Scalar>& keys) {
    std::string order, hashes;
    for (const column::Scalar& key : keys) {
        for (const char byte : column::plain_text(key)) {
            order += byte;
            if (byte == '\0') order += '\1';
        }
        order.append(2, '\0');
        if (const auto* secret = std::get_if<column::Secret>(&key)) append_ordered(hashes, secret->hash);
    }
    return order + hashes;
}

void sort_by_keys(std::vector<Stratum>& strata) {
    std::ranges::stable_sort(strata, {}, [](const Stratum& stratum) { return order_of(stratum.keys); });
}

std::int64_t Selection::count(Standing standing) const {
    return std::ranges::count(choices, standing, &Choice::standing);
}

Selector::Selector(Evaluator& evaluator, std::size_t key, const HashKey& seed)
    : evaluator_(evaluator), key_(key), seed_(seed), lacks_(std::make_unique<Lacks>()) {}
Selector::~Selector() = default;

void Selector::reserve(std::size_t count) {
    records_.reserve(count);
    choices_.reserve(count);
}

void Selector::add(std::shared_ptr<const column::RecordBatch> batch, std::size_t row, bool in_period) {
    Record record{std::move(batch), row, in_period};
    Choice choice;
    if (const Done there = evaluator_.go_to(*record.batch, row); !there) {
        if (in_period) choice = error(there.error().diagnostics.front());
    } else if (const Truth where = evaluator_.where(); where == Truth::unknown) {
        if (in_period) choice = lacks_->not_checked(evaluator_.lacking());
    } else {
        record.kept = where == Truth::yes;
    }
    records_.push_back(std::move(record));
    choices_.push_back(std::move(choice));
}

Selection Selector::finish() {
    return selection({});
}

Selection Selector::finish_drawn(std::vector<Stratum> strata) {
    return selection(std::move(strata));
}

Selection Selector::selection(std::optional<std::vector<Stratum>> drawn) {
    return Selecting(evaluator_, key_, seed_, records_, choices_, *lacks_).select(std::move(drawn));
}

}  // namespace cadran::expression
