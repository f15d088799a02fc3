// SPDX-License-Identifier: Apache-2.0
// One version of an accepted control over archived records, with its joins and its judge.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/definitions.h"
#include "app/records.h"
#include "control/screening.h"

namespace cadran::app {

struct ControlInForce {
    const model::DefinitionVersion& version;  // of the plugin
    const PluginContent& plugin;
    const script::ControlDeclaration& declaration;
    std::vector<column::Scalar> values;  // of the parameters, in their order
    bool collects_evidence = true;       // as Assignment says, and the next
    expression::Unchecked unchecked = expression::Unchecked::told;
};

// Judges the records of those days; the source's period holds them.
Result<control::Evaluation> evaluate_control(RecordSource& source, const calendar::Locality& locality,
                                             ControlInForce control, Date first, Date last,
                                             const HashKey& seed);

// All that an evaluation needs but the records, so that several can go on at once, each on a thread of its
// own. The plugin must stay.
class PreparedControl {
  public:
    // The source has the records that are joined; what it loads is read here.
    static Result<PreparedControl> prepare(RecordSource& source, const calendar::Locality& locality,
                                           ControlInForce control, Date first, Date last,
                                           const HashKey& seed);

    control::Evaluation evaluate(const record::Dataset& records);

    // The same of records that come by in batches, on so many threads; it must stay as long as what it gives.
    std::unique_ptr<control::Screening> screening(const model::RecordType& type, std::size_t lanes);
    control::Judged finish(control::Screening& screening, std::vector<expression::RecordPlace> records,
                           const control::TakeFinding& take) const;
    std::vector<std::string> fields_read() const { return assignment_.control.query.fields_read(); }

  private:
    void keep_for_confidants(model::Finding& finding) const;
    PreparedControl(control::Assignment assignment, expression::Evaluator conditions, script::Judge judge)
        : assignment_(std::move(assignment)), conditions_(std::move(conditions)), judge_(std::move(judge)) {}

    control::Assignment assignment_;
    expression::Evaluator conditions_;
    script::Judge judge_;
};

}  // namespace cadran::app
