// SPDX-License-Identifier: Apache-2.0
#include "model/control.h"

namespace cadran::model {

std::string_view effect_name(Effect effect) {
    switch (effect) {
        case Effect::hold: return "hold";
        case Effect::check: return "check";
        case Effect::flag: break;
    }
    return "flag";
}

std::optional<Effect> parse_effect(std::string_view name) {
    for (const Effect effect : {Effect::hold, Effect::check, Effect::flag}) {
        if (effect_name(effect) == name) return effect;
    }
    return {};
}

LocalText effect_title(Effect effect) {
    switch (effect) {
        case Effect::hold: return {"suspendre le paiement", "hold the payment"};
        case Effect::check: return {"contrôler", "check"};
        case Effect::flag: break;
    }
    return {"signaler", "flag"};
}

}  // namespace cadran::model
