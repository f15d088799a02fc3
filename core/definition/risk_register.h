// SPDX-License-Identifier: Apache-2.0
// Registers of risks as organisations keep them, in spreadsheets with headings of their own.
#pragma once

#include <string>
#include <vector>

#include "definition/register_table.h"
#include "model/risk.h"

namespace cadran::definition {

struct RegisterRow {
    std::string process;  // as the register names it: id or title
    Place process_place;
    bool opportunity = false;
    // `id` is empty where the register gives none; English texts where it has none. Of an opportunity,
    // `inherent` is its rating; treatment and residual mean nothing.
    model::Risk risk;
    Place place;                // of the title
    Place english_title_place;  // of the English title, or else of the title
    Place english_response_place;
    bool same_residual = false;  // the register does not say what remains: it is what was before
};

struct RiskRegister {
    RegisterColumns columns;  // as they were read
    std::vector<RegisterRow> rows;
};

// The fields are `process`, `id`, `title`, `nature`, `title-en`, `likelihood`, `impact`, `treatment`, `response`,
// `response-en`, `residual-likelihood`, `residual-impact`. Without a nature it is a risk; opportunities need no
// treatment. Fails with all that is missing or means nothing, by cell; scores are numbers, or words of the
// scale.
Result<RiskRegister> read_risk_register(const std::vector<Table>& tables, const std::string& file_name,
                                        const RegisterWishes& wishes, const model::RiskScale& scale);

}  // namespace cadran::definition
