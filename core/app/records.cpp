// SPDX-License-Identifier: Apache-2.0
#include "app/records.h"

#include <set>

#include "app/memory.h"
#include "base/memory.h"
#include "record/reader.h"
#include "store/finding_repository.h"
#include "store/import_repository.h"

namespace cadran::app {

namespace {

bool overlaps(const model::Import& import, Date first, Date last) {
    return import.first_event && *import.first_event <= last && *import.last_event >= first;
}

tl::unexpected<Failure> were_purged(const model::Import& import) {
    return conflict({"app.records_purged",
                     {{"import", import.number},
                      {"type", import.type},
                      {"first", *import.first_event},
                      {"last", *import.last_event}}},
                    Message{"app.purged_is_not_replayed"});
}

// Watches over the memory that records take while they are read.
class Loading {
  public:
    // Of so many records that may come.
    Loading(const Session& session, std::int64_t records)
        : session_(session), records_(records), relay_(session.cancellation, Stop{&stop_}) {}

    void take(std::int64_t records) {
        read_ += records;
        if (resident_memory() <= memory_limit(session_)) return;
        is_too_much_ = true;
        stop_.request_stop();
    }
    std::stop_token cancellation() const { return stop_.get_token(); }
    bool is_too_much() const { return is_too_much_; }
    // As if the rest of the records took as much as those that came.
    tl::unexpected<Failure> refusal() const {
        const double had = static_cast<double>(resident_memory() - before_);
        const double all =
            had * static_cast<double>(records_) / static_cast<double>(std::max<std::int64_t>(read_, 1));
        return refuse_memory(session_, memory_limit(session_) - before_, static_cast<std::int64_t>(all));
    }

  private:
    struct Stop {
        std::stop_source* source;
        void operator()() const { source->request_stop(); }
    };

    const Session& session_;
    std::int64_t records_;
    std::int64_t before_ = resident_memory();
    std::int64_t read_ = 0;
    bool is_too_much_ = false;
    std::stop_source stop_;
    std::stop_callback<Stop> relay_;
};

}  // namespace

void RecordSource::note_purged(const model::Import& import) {
    if (!import.last_event) return;
    Date& last = purged_.try_emplace(import.type, *import.last_event).first->second;
    last = std::max(last, *import.last_event);
}

// Imports before the first that touches the period hold none of its records; later ones may replace some.
Result<Records> RecordSource::load(const model::RecordType& type, bool period_only) {
    Workspace& workspace = session_.workspace;
    Records records{record::Dataset(type), {}};
    const auto imports = store::ImportRepository(workspace.database()).list(type.name);
    std::int64_t expected = 0;
    for (const model::Import& import : imports) expected += import.purged ? 0 : import.accepted;
    Loading loading(session_, expected);
    for (const model::Import& import : imports) {
        const bool touches = overlaps(import, first_, last_);
        if (period_only && !touches && records.imports.empty()) continue;
        if (import.purged && touches) return were_purged(import);
        if (import.purged) {
            note_purged(import);
            continue;
        }
        if (touches) records.imports.push_back(import.number);
        const auto file = workspace.archive().find(import.archived);
        if (!file) return tl::unexpected(file.error());
        const auto dialect = record::Dialect::parse(import.dialect);
        if (!dialect) return tl::unexpected(dialect.error());
        // What is archived holds no secret any more.
        constexpr HashKey no_key{};
        const auto read =
            record::read_records(*file, {.type = type,
                                         .dialect = *dialect,
                                         .secrets = no_key,
                                         .import = import.number,
                                         .accept =
                                             [&](auto batch) {
                                                 loading.take(static_cast<std::int64_t>(batch->rows));
                                                 records.dataset.add(std::move(batch));
                                             },
                                         .progress = &session_.progress,
                                         .step = {"app.importing"},
                                         .cancellation = loading.cancellation()});
        if (loading.is_too_much()) return loading.refusal();
        if (!read) return tl::unexpected(read.error());
        if (read->accepted != import.accepted) {
            return conflict({"app.records_unreadable",
                             {{"import", import.number}, {"count", import.accepted - read->accepted}}},
                            Message{"app.keep_old_fields"});
        }
    }
    return records;
}

Result<const Records*> RecordSource::records(const script::Plugin& plugin, const Digest& version,
                                             const std::string& type, bool with_earlier) {
    const auto known = loaded_.find({version, type, with_earlier});
    if (known != loaded_.end()) return &known->second;
    const model::RecordType* declared = plugin.find_record(type);
    if (declared == nullptr) return not_found({"app.no_record_type", {{"type", type}}});
    auto records = load(*declared, !with_earlier);
    if (!records) return tl::unexpected(records.error());
    return &loaded_.emplace(std::tuple(version, type, with_earlier), std::move(*records)).first->second;
}

Result<const record::Dataset*> RecordSource::all_records(const model::RecordType& type) {
    auto known = joined_.find(type.schema.get());
    if (known == joined_.end()) {
        auto records = load(type, false);
        if (!records) return tl::unexpected(records.error());
        known = joined_.emplace(type.schema.get(), std::move(*records)).first;
    }
    return &known->second.dataset;
}

std::vector<std::int64_t> RecordSource::imports() const {
    std::set<std::int64_t> numbers;
    for (const auto& [declared, records] : loaded_)
        numbers.insert(records.imports.begin(), records.imports.end());
    return {numbers.begin(), numbers.end()};
}

std::shared_ptr<const column::RecordBatch> RecordSource::decisions() {
    const model::RecordType type = model::decision_record_type();
    auto batch = std::make_shared<column::RecordBatch>(type.schema);
    std::int64_t line = 0;
    for (const auto& record :
         store::FindingRepository(session_.workspace.database(), store::Sight::common()).decided_records()) {
        batch->append({record.control, record.key, std::string(model::verdict_name(record.decision.verdict)),
                       record.decision.at},
                      ++line);
    }
    return batch;
}

std::shared_ptr<const column::RecordBatch> RecordSource::suspended() {
    auto batch = std::make_shared<column::RecordBatch>(model::suspended_record_type().schema);
    std::int64_t line = 0;
    for (const model::Finding& finding :
         store::FindingRepository(session_.workspace.database(), store::Sight::common()).suspended()) {
        for (const model::Subject& subject : finding.subjects)
            batch->append({finding.control.id, subject.key, finding.event_date}, ++line);
    }
    return batch;
}

Done RecordSource::for_each(const script::Plugin& plugin, const std::string& type,
                            const record::Dataset::Take& take) {
    if (type == model::decision_record_type().name || type == model::suspended_record_type().name) {
        const auto batch = type == model::decision_record_type().name ? decisions() : suspended();
        for (std::size_t row = 0; row < batch->rows; ++row) take(batch, row);
        return {};
    }
    const model::RecordType* declared = plugin.find_record(type);
    if (declared == nullptr) return not_found({"app.no_record_type", {{"type", type}}});
    const auto all = all_records(*declared);
    if (!all) return tl::unexpected(all.error());
    (*all)->for_each(take);
    return {};
}

Result<std::vector<std::shared_ptr<const expression::JoinTable>>> RecordSource::tables(
    const script::Plugin& plugin, const expression::Query& query) {
    std::vector<std::shared_ptr<const expression::JoinTable>> tables;
    for (std::size_t join = 0; join < query.joins().size(); ++join) {
        const auto known =
            std::ranges::find_if(tables_, [&](const auto& table) { return table->serves(query, join); });
        if (known != tables_.end()) {
            tables.push_back(*known);
            continue;
        }
        auto table = std::make_shared<expression::JoinTable>(query, join);
        const auto add = [&](const auto& batch, std::size_t row) { table->add(batch, row); };
        if (const Done read = for_each(plugin, query.joins()[join].type, add); !read)
            return tl::unexpected(read.error());
        tables.push_back(tables_.emplace_back(std::move(table)));
    }
    return tables;
}

Result<std::vector<std::shared_ptr<const expression::ValueSet>>> RecordSource::sets(
    const script::Plugin& plugin, const std::vector<expression::SemiJoin>& semi_joins) {
    std::vector<std::shared_ptr<const expression::ValueSet>> sets;
    for (const expression::SemiJoin& semi_join : semi_joins) {
        auto set = std::make_shared<expression::ValueSet>(semi_join);
        const auto add = [&](const auto& batch, std::size_t row) { set->add(*batch, row); };
        if (const Done read = for_each(plugin, semi_join.type, add); !read)
            return tl::unexpected(read.error());
        sets.push_back(std::move(set));
    }
    return sets;
}

}  // namespace cadran::app
