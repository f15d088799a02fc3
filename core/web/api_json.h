// SPDX-License-Identifier: Apache-2.0
// What there is, as programs read it: texts in the caller's language, numbers with all their digits as text.
// The schemas stand in openapi.json; members are added, never changed.
#pragma once

#include "app/action.h"
#include "app/audit.h"
#include "app/due.h"
#include "app/indicator_standing.h"
#include "app/journal.h"
#include "app/work_item.h"
#include "base/json.h"
#include "model/import.h"
#include "model/nonconformity.h"
#include "model/process.h"

namespace cadran::web {

Json json_of(const model::Account& account);
Json json_of(const app::DueItem& item, const Catalogue& catalogue);
Json json_of(const model::Process& process, const Catalogue& catalogue);
Json json_of(const app::IndicatorStanding& standing, const Catalogue& catalogue);
Json json_of(const app::WorkItem& item, const Catalogue& catalogue);
Json json_of(const app::ListedAction& action);
Json json_of(const model::Nonconformity& nonconformity);
Json json_of(const app::ListedAudit& listed, const Catalogue& catalogue);
Json json_of(const model::Import& import);
Json json_of(const app::ListedEntry& listed);

}  // namespace cadran::web
