// SPDX-License-Identifier: Apache-2.0
// How the value of an indicator is written for people.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "model/indicator.h"

namespace cadran::model {

// `97,4 %`, `12 min`, `2,5 jours`, `1 250,00 €`, with the digits that the value has; an amount has two. A
// space that must not break stands between figure and unit.
std::string figure_text(const Decimal& value, Unit unit, const Catalogue& catalogue,
                        const Currency& currency = {});

// `au moins 95 %`, `au plus 3 jours`, `de 1 à 4 min`.
std::string target_text(const Target& target, Direction direction, Unit unit, const Catalogue& catalogue,
                        const Currency& currency = {});

}  // namespace cadran::model
