// SPDX-License-Identifier: Apache-2.0
// Judges the records that a control's conditions selected.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "column/record_batch.h"
#include "model/finding.h"
#include "script/budget.h"
#include "script/line_coverage.h"
#include "script/plugin.h"
#include "script/worker.h"

namespace cadran::script {

// A group of records as a judge sees it.
struct GroupSubject {
    std::vector<std::string> names;  // of the keys, then of the aggregates: `beneficiary`, `count()`
    std::vector<column::Scalar> values;
    std::vector<std::pair<const column::RecordBatch*, std::size_t>> records;
};

struct Judgement {
    model::Outcome outcome = model::Outcome::fail;
    std::optional<model::Severity> severity = {};  // chosen by the judge; none: the control's own
    std::optional<model::Effect> effect = {};      // likewise; never stronger than the control's
    std::optional<std::string> message = {};  // id of one of the control's further messages; none: its own
    std::optional<Diagnostic> fault = {};     // of outcome error: what went wrong in the judge
};

// Copies what it needs, so that nothing given to it must stay alive. One for each thread.
class Judge {
  public:
    // The control is one of the plugin's; `values` are in the order of its parameters. Throws
    // std::out_of_range on another control, std::invalid_argument on another number of values.
    Judge(const PluginFiles& files, const Plugin& plugin, const std::string& control,
          std::vector<column::Scalar> values, const Limits& limits = {});

    // From now on takes down which lines of the control's file run while it judges.
    void take_down(LineCoverage& lines) { lines_ = &lines; }

    // From now on takes what it uses from that budget, which several may share, instead of one of its own.
    void spend(Budget& budget) { shared_ = &budget; }

    // From now on has its script run there, unless that is null, and no more in this process: what it says
    // and what it uses are the same.
    void run_in(std::shared_ptr<Worker> worker) { worker_ = std::move(worker); }

    // Depends on the record and the parameters alone, wherever and in whichever order records are judged;
    // only the wall time of limits may differ. Without a judge every record fails. The batch is of the
    // control's record type. `further` is what the query adds to the record, under those names.
    Judgement judge(const column::RecordBatch& batch, std::size_t row,
                    std::span<const std::string> further_names = {},
                    std::span<const column::Scalar> further = {});
    // The same of a group: the script is given its keys and aggregates, the parameters, and its records.
    Judgement judge(const GroupSubject& group);

  private:
    // Of a record alone, or of a group with its records. `name` tells the author which one it was.
    using Naming = std::function<std::string()>;
    Judgement judged(const Row& subject, const std::vector<Row>* records, const Naming& name);

    std::string control_;
    std::string record_type_;
    std::size_t key_ = 0;  // field of the record type
    bool has_judge_ = false;
    Place place_;
    JudgeScript script_;
    std::vector<std::string> parameter_names_;
    std::vector<column::Scalar> values_;
    Limits limits_;
    std::shared_ptr<Worker> worker_;
    LineCoverage* lines_ = nullptr;
    Budget own_;
    Budget* shared_ = nullptr;
};

}  // namespace cadran::script
