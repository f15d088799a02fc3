// SPDX-License-Identifier: Apache-2.0
// Archived records, brought back as datasets and join tables for one evaluation.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/definitions.h"
#include "app/session.h"
#include "expression/evaluator.h"
#include "record/dataset.h"

namespace cadran::app {

struct Records {
    record::Dataset dataset;
    std::vector<std::int64_t> imports;  // that brought records of the period
};

// Reads each type once and keeps it for further controls of the same evaluation.
class RecordSource {
  public:
    RecordSource(Session& session, calendar::Period period) : session_(session), period_(period) {}

    // The records of that type in the period, as that version of the plugin declares it.
    Result<const Records*> records(const script::Plugin& plugin, const Digest& version,
                                   const std::string& type);
    // A table for each join of the query: of decisions, or of all records of the type whatever their date.
    Result<std::vector<std::shared_ptr<const expression::JoinTable>>> tables(const script::Plugin& plugin,
                                                                             const expression::Query& query);

    // Of all records read so far that lie in the period, in order.
    std::vector<std::int64_t> imports() const;

  private:
    Result<Records> load(const model::RecordType& type, bool period_only);
    std::shared_ptr<const column::RecordBatch> decisions();

    Session& session_;
    calendar::Period period_;
    std::map<std::pair<Digest, std::string>, Records> loaded_;  // by version and type
};

}  // namespace cadran::app
