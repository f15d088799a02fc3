// SPDX-License-Identifier: Apache-2.0
// Archived records, brought back as datasets and join tables for one evaluation.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "app/definitions.h"
#include "app/session.h"
#include "expression/evaluator.h"
#include "model/import.h"
#include "record/dataset.h"

namespace cadran::app {

struct Records {
    record::Dataset dataset;
    std::vector<std::int64_t> imports;  // that brought records of the period
};

// Where records of the period itself were purged, reading fails as a conflict: without them it would say
// something else. Purged ones of other days are left out, as those that were never imported, and remembered.
// Reads each type once and keeps it for further controls of the same evaluation.
class RecordSource {
  public:
    RecordSource(Session& session, const calendar::Period& period)
        : RecordSource(session, period.first(), period.last()) {}
    // The period may be any days, both included.
    RecordSource(Session& session, Date first, Date last) : session_(session), first_(first), last_(last) {}

    // The records of that type in the period and, if wanted, those before it, as that version of the plugin
    // declares it.
    Result<const Records*> records(const script::Plugin& plugin, const Digest& version,
                                   const std::string& type, bool with_earlier = false);
    // Those whatever their date, without what was purged.
    Result<const record::Dataset*> all_records(const model::RecordType& type);
    // A table for each join of the query, which queries share whose joins mean the same: of decisions, or of
    // all records of the type whatever their date.
    Result<std::vector<std::shared_ptr<const expression::JoinTable>>> tables(const script::Plugin& plugin,
                                                                             const expression::Query& query);

    // A set for each semi-join, of the same records.
    Result<std::vector<std::shared_ptr<const expression::ValueSet>>> sets(
        const script::Plugin& plugin, const std::vector<expression::SemiJoin>& semi_joins);

    Workspace& workspace() const { return session_.workspace; }

    // Of all records read so far that lie in the period, in order.
    std::vector<std::int64_t> imports() const;
    // The last event date of the records that were purged and would have been read, by type.
    const std::map<std::string, Date>& purged() const { return purged_; }

  private:
    Result<Records> load(const model::RecordType& type, bool period_only);
    void note_purged(const model::Import& import);
    std::shared_ptr<const column::RecordBatch> decisions();
    std::shared_ptr<const column::RecordBatch> suspended();
    // Every record of the type, whatever its date.
    Done for_each(const script::Plugin& plugin, const std::string& type, const record::Dataset::Take& take);

    Session& session_;
    Date first_;
    Date last_;
    std::map<std::string, Date> purged_;
    std::map<std::tuple<Digest, std::string, bool>, Records>
        loaded_;  // by version, type and whether earlier ones are in it
    std::vector<std::shared_ptr<const expression::JoinTable>> tables_;
    std::map<const column::Schema*, Records> joined_;  // whatever their date, by the schema of their type
};

}  // namespace cadran::app
