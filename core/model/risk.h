// SPDX-License-Identifier: Apache-2.0
// Risks and opportunities of a process, and the scale on which an organisation rates them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "model/severity.h"

namespace cadran::model {

enum class Treatment { avoid, reduce, share, accept };

std::string_view treatment_name(Treatment treatment);
std::optional<Treatment> parse_treatment(std::string_view name);
LocalText treatment_title(Treatment treatment);

// Steps of the scale, from 1.
struct Rating {
    int likelihood = 1;
    int impact = 1;

    int score() const { return likelihood * impact; }
    friend bool operator==(const Rating&, const Rating&) = default;
};

struct Risk {
    std::string id;
    LocalText title;
    Rating inherent;  // before treatment
    Treatment treatment = Treatment::reduce;
    LocalText response;  // what is done about it; of `accept`: why it is borne
    Rating residual;     // after treatment; never above `inherent`

    friend bool operator==(const Risk&, const Risk&) = default;
};

struct Opportunity {
    std::string id;
    LocalText title;
    Rating rating;       // `impact` is the benefit
    LocalText response;  // how it is seized

    friend bool operator==(const Opportunity&, const Opportunity&) = default;
};

struct RiskScale {
    struct Level {
        Severity severity = Severity::very_low;
        LocalText title;     // as the organisation calls it
        int from_score = 1;  // up to that of the next level

        friend bool operator==(const Level&, const Level&) = default;
    };

    std::vector<LocalText> likelihoods;  // of step 1, 2, …
    std::vector<LocalText> impacts;
    std::vector<Level> levels;  // all five, ascending; the first from score 1

    bool holds(const Rating& rating) const;
    const Level& level_of(const Rating& rating) const;

    friend bool operator==(const RiskScale&, const RiskScale&) = default;
};

}  // namespace cadran::model
