// SPDX-License-Identifier: Apache-2.0
// A process review in a line: of which period, how far it is, by when it is due.
#pragma once

#include "app/review.h"
#include "base/catalogue.h"
#include "base/json.h"

namespace cadran::web {

Json::Object review_facts(const app::ListedReview& review, const Catalogue& catalogue);

}  // namespace cadran::web
