// SPDX-License-Identifier: Apache-2.0
// The share of a control's files that people found to conform: how a sample of work becomes an indicator.
#pragma once

#include "app/session.h"
#include "model/measurement.h"

namespace cadran::app {

// Counts the findings of the indicator's control whose event lies in the measurement's period: dismissed
// ones, released among them, of those decided; what is open is excluded. Where a sample would show the work
// of one handler alone, all of it is excluded: a rate of one person is nobody else's business. Fails as
// not_found where no version of the plugin in force in the period offers the control.
Done count_decided(Session& session, const model::Indicator& indicator, model::Measurement& measurement);

}  // namespace cadran::app
