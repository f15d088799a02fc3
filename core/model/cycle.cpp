// SPDX-License-Identifier: Apache-2.0
#include "model/cycle.h"

namespace cadran::model {

std::string_view stage_name(Stage stage) {
    switch (stage) {
        case Stage::plan: return "plan";
        case Stage::execute: return "do";
        case Stage::check: return "check";
        case Stage::act: return "act";
        case Stage::closed: break;
    }
    return "closed";
}

std::optional<Stage> parse_stage(std::string_view name) {
    for (const Stage stage : all_stages) {
        if (stage_name(stage) == name) return stage;
    }
    return {};
}

LocalText stage_title(Stage stage) {
    switch (stage) {
        case Stage::plan: return {"Planifier", "Plan"};
        case Stage::execute: return {"Réaliser", "Do"};
        case Stage::check: return {"Vérifier", "Check"};
        case Stage::act: return {"Agir", "Act"};
        case Stage::closed: break;
    }
    return {"clos", "closed"};
}

std::optional<Stage> stage_after(Stage stage) {
    switch (stage) {
        case Stage::plan: return Stage::execute;
        case Stage::execute: return Stage::check;
        case Stage::check: return Stage::act;
        case Stage::act: return Stage::closed;
        case Stage::closed: break;
    }
    return {};
}

}  // namespace cadran::model
