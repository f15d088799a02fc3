// SPDX-License-Identifier: Apache-2.0
// Gathers everything that a review looks at.
#pragma once

#include "app/definitions.h"
#include "app/session.h"
#include "model/review.h"

namespace cadran::app {

// As the store stands now; `review` and `cycle` are taken as given.
Result<model::Dossier> gather_dossier(Session& session, const InForce<model::Process>& process,
                                      const model::Cycle& cycle, const model::Review& review);

// What the sheet says of the objective that the indicator judges; empty where it judges none.
LocalText objective_judged_by(const model::Process& process, const model::Indicator& indicator);

// Whether controls that keep what they find for a confidant are counted, too. They are where that is said
// once and for ever: figures that move would tell whoever adds a record what is thought of it.
enum class Confided { counted, left_out };

// What became of the controls of a process in a period, in the order of its sheet.
Result<std::vector<model::ControlSummary>> control_summaries(Session& session, const model::Process& process,
                                                             const calendar::Period& period,
                                                             Confided confided);

// What is open or waits for its judgement, and what was judged since the period began; of one process or,
// without a name, of all; in order.
Result<std::vector<model::ReviewedAction>> reviewed_actions(Session& session, const std::string& process,
                                                            const calendar::Period& period);

}  // namespace cadran::app
