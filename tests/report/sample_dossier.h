// SPDX-License-Identifier: Apache-2.0
// An invented review to be reported on.
#pragma once

#include <string>

#include "calendar/zone.h"
#include "model/review.h"

namespace cadran::report {

calendar::Zone paris();

// A point of the sample's indicator: `numerator` of `denominator` payments decided in time, the others named.
model::Measurement point(const std::string& period, std::int64_t numerator, std::int64_t denominator);

// Those points against a target of 100 %, and their whole.
model::IndicatorSummary indicator_of(std::vector<model::Measurement> points);

// The third quarter of 2026: 57 of 60 payments decided in time, so that the target is missed; an action in
// progress is overdue; the review is signed.
model::Dossier sample_dossier();

// The same with a changed sheet, risks, a nonconformity, counts of quality, a proposal and a decision taken
// in it.
model::Dossier full_dossier();

// A review in preparation of a process that has nothing to show yet.
model::Dossier bare_dossier();

// The sample with every text a hostile one: markup, quotes, template tags, control characters.
model::Dossier hostile_dossier();

}  // namespace cadran::report
