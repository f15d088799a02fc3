// SPDX-License-Identifier: Apache-2.0
#include "app/retention.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "app/definitions.h"
#include "app/nearest.h"
#include "app/purge_holds.h"
#include "calendar/deadline.h"
#include "record/reader.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"
#include "store/import_repository.h"

namespace cadran::app {

namespace {

using Keys = std::unordered_set<std::string>;

// What the plugins in force today say of a type.
struct Declared {
    std::optional<model::Retention> retention;
    int plugin_version = 0;
};

// The keys of the records of an import, as its type was declared when it came.
class KeyReader {
  public:
    using Take = std::function<void(std::string_view)>;

    explicit KeyReader(Session& session) : session_(session) {}

    // False where its file is not what it was, or not there.
    bool read(const model::Import& import, const Take& take) {
        const model::RecordType* type = type_of(import);
        const auto dialect = record::Dialect::parse(import.dialect);
        const auto file = session_.workspace.archive().find(import.archived);
        if (type == nullptr || !dialect || !file || !session_.workspace.archive().is_sound(import.archived))
            return false;
        constexpr HashKey no_key{};
        const auto add = [&](const std::shared_ptr<const column::RecordBatch>& batch) {
            const auto& keys = std::get<column::Texts>(batch->columns[type->key].values);
            for (std::size_t row = 0; row < batch->rows; ++row) take(keys.at(row));
        };
        const auto read = record::read_records(*file, {.type = *type,
                                                       .dialect = *dialect,
                                                       .secrets = no_key,
                                                       .import = import.number,
                                                       .accept = add,
                                                       .progress = &session_.progress,
                                                       .step = {"app.reading_keys"},
                                                       .cancellation = session_.cancellation});
        return read && read->accepted == import.accepted;
    }

  private:
    const model::RecordType* type_of(const model::Import& import) {
        const auto [known, fresh] = types_.try_emplace({import.type, import.plugin_version});
        if (!fresh) return known->second ? &*known->second : nullptr;
        store::DefinitionRepository definitions(session_.workspace.database());
        for (const auto& version : definitions.list(model::DefinitionKind::plugin)) {
            if (version.number != import.plugin_version || !version.acceptance) continue;
            const auto content = plugin_of(session_.workspace, version);
            if (!content) continue;
            if (const auto* type = content->plugin.find_record(import.type)) known->second = *type;
        }
        return known->second ? &*known->second : nullptr;
    }

    Session& session_;
    std::map<std::pair<std::string, int>, std::optional<model::RecordType>> types_;
};

const std::vector<model::Role> confidants(model::confidants.begin(), model::confidants.end());

// The imports of one type: which of them can go, and what goes with them.
class TypeAssessment {
  public:
    TypeAssessment(Session& session, KeyReader& reader, PurgeHolds& holds, std::vector<DueImport> due)
        : reader_(reader), holds_(holds), due_(std::move(due)), keys_(due_.size()) {
        const std::string& type = due_.front().import.type;
        for (model::Import& import : store::ImportRepository(session.workspace.database()).list(type)) {
            if (!import.purged) imports_.push_back(std::move(import));
        }
        store::Database& database = session.workspace.database();
        add_findings(store::FindingRepository(database, store::Sight::common()), type, findings_);
        add_findings(store::FindingRepository(database, store::Sight(false, confidants)), type, confided_);
    }

    std::vector<DueImport> assess() {
        read_keys();
        for (std::size_t i = 0; i < due_.size(); ++i) {
            hold(i);
            if (!due_[i].held_by.empty()) stay(i);
        }
        for (std::size_t i = 0; i < due_.size(); ++i) {
            if (!due_[i].held_by.empty()) continue;
            const auto findings = findings_on(i, findings_);
            due_[i].findings.assign(findings.begin(), findings.end());
            const auto confided = findings_on(i, confided_);
            due_[i].confided.assign(confided.begin(), confided.end());
        }
        return std::move(due_);
    }

  private:
    using ByKey = std::map<std::string, std::vector<std::string>, std::less<>>;

    static void add_findings(store::FindingRepository findings, const std::string& type, ByKey& by_key) {
        for (auto& [key, finding] : findings.keys_of_type(type)) by_key[key].push_back(finding);
    }

    // Where one of them cannot be read, nobody knows which records are in no other.
    void read_keys() {
        for (const model::Import& import : imports_) {
            if (reader_.read(import, taker(import))) continue;
            for (DueImport& due : due_) {
                due.held_by.push_back(
                    {"app.held_by_damage", {{"import", import.number}, {"sha256", import.archived.hex()}}});
            }
        }
    }

    // Of imports that are not due, earlier ones matter as their versions would come back, later ones only for
    // what findings are about.
    KeyReader::Take taker(const model::Import& import) {
        const std::int64_t number = import.number;
        const auto due =
            std::ranges::find(due_, number, [](const DueImport& one) { return one.import.number; });
        if (due != due_.end()) {
            Keys& keys = keys_[static_cast<std::size_t>(due - due_.begin())];
            return [&keys](std::string_view key) { keys.emplace(key); };
        }
        const bool earlier = number < due_.back().import.number;
        return [this, number, earlier](std::string_view key) {
            if (earlier || findings_.contains(key) || confided_.contains(key))
                stays(std::string(key), number);
        };
    }

    void stays(const std::string& key, std::int64_t number) {
        std::int64_t& first = staying_.try_emplace(key, number).first->second;
        first = std::min(first, number);
    }

    void hold(std::size_t index) {
        DueImport& due = due_[index];
        const auto add = [&](std::vector<Message> holds) {
            std::ranges::move(holds, std::back_inserter(due.held_by));
        };
        if (const auto earlier = corrected_by(index))
            due.held_by.push_back({"app.held_by_import", {{"import", *earlier}}});
        add(holds_.of_periods(due.import));
        add(holds_.of_findings(findings_on(index, findings_)));
    }

    // The first earlier import that stays and of which this one has later versions: without these, the
    // outdated ones would count again.
    std::optional<std::int64_t> corrected_by(std::size_t index) const {
        std::optional<std::int64_t> first;
        for (const std::string& key : keys_[index]) {
            const auto staying = staying_.find(key);
            if (staying == staying_.end() || staying->second > due_[index].import.number) continue;
            first = std::min(first.value_or(staying->second), staying->second);
        }
        return first;
    }

    void stay(std::size_t index) {
        for (const std::string& key : keys_[index]) stays(key, due_[index].import.number);
    }

    // On records that no import would have any more.
    std::set<std::string> findings_on(std::size_t index, const ByKey& by_key) const {
        std::set<std::string> found;
        for (const auto& [key, findings] : by_key) {
            if (keys_[index].contains(key) && !staying_.contains(key))
                found.insert(findings.begin(), findings.end());
        }
        return found;
    }

    KeyReader& reader_;
    PurgeHolds& holds_;
    std::vector<DueImport> due_;          // in order
    std::vector<Keys> keys_;              // of these
    std::vector<model::Import> imports_;  // of the type that are not purged, in order
    ByKey findings_;
    ByKey confided_;  // that are kept for confidants: were they to hold an import, that would tell of them
    std::map<std::string, std::int64_t, std::less<>> staying_;  // key → the first import that keeps it
};

Result<std::map<std::string, Declared>> declared_types(Session& session, Date today) {
    const auto plugins = plugins_in_force(session.workspace, today);
    if (!plugins) return tl::unexpected(plugins.error());
    std::map<std::string, Declared> types;
    for (const auto& plugin : *plugins) {
        for (const model::RecordType& type : plugin.value.plugin.records)
            types[type.name] = {type.retention, plugin.version.number};
    }
    return types;
}

// The first day on which it is not kept any more; none beyond the calendar.
std::optional<Date> due_since(const model::Import& import, const model::Retention& retention,
                              const calendar::Locality& locality) {
    const Date imported = locality.zone.date_of(import.at);
    const Date start =
        retention.start == model::RetentionStart::event ? import.last_event.value_or(imported) : imported;
    const auto last = calendar::add(start, retention.length, locality.region);
    if (!last) return {};
    return Date{std::chrono::sys_days{*last} + std::chrono::days{1}};
}

bool passes(const model::Import& import, const DueFilter& filter) {
    if (!filter.type.empty() && import.type != filter.type) return false;
    return !filter.period || (import.last_event && filter.period->contains(*import.last_event));
}

Done check_type(const DueFilter& filter, const std::map<std::string, Declared>& declared,
                const std::vector<model::Import>& imports) {
    if (filter.type.empty() || declared.contains(filter.type)) return {};
    if (std::ranges::find(imports, filter.type, &model::Import::type) != imports.end()) return {};
    std::vector<std::string> known;
    for (const auto& [name, type] : declared) known.push_back(name);
    return not_found({"app.no_record_type", {{"type", filter.type}}}, nearest_hint(filter.type, known));
}

}  // namespace

Result<Due> find_due(Session& session, const DueFilter& filter) {
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    const Date now = locality->zone.date_of(session.clock.now());
    const auto declared = declared_types(session, now);
    if (!declared) return tl::unexpected(declared.error());
    const auto imports = store::ImportRepository(session.workspace.database()).list();
    if (const Done known = check_type(filter, *declared, imports); !known)
        return tl::unexpected(known.error());
    std::map<std::string, std::vector<DueImport>> by_type;
    std::set<std::string> without_limit;
    for (const model::Import& import : imports) {
        if (import.purged || !passes(import, filter)) continue;
        const auto type = declared->find(import.type);
        if (type == declared->end() || !type->second.retention) {
            without_limit.insert(import.type);
            continue;
        }
        const auto since = due_since(import, *type->second.retention, *locality);
        if (since && *since <= now)
            by_type[import.type].push_back(
                {import, *type->second.retention, type->second.plugin_version, *since});
    }
    Due due{{}, {without_limit.begin(), without_limit.end()}};
    KeyReader reader(session);
    PurgeHolds holds(session, now);
    for (auto& [type, of_type] : by_type) {
        auto assessed = TypeAssessment(session, reader, holds, std::move(of_type)).assess();
        std::ranges::move(assessed, std::back_inserter(due.imports));
    }
    return due;
}

}  // namespace cadran::app
