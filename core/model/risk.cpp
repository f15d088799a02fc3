// SPDX-License-Identifier: Apache-2.0
#include "model/risk.h"

#include <algorithm>

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<Treatment> treatments[] = {
    {Treatment::avoid, "avoid", "éviter", "avoid"},
    {Treatment::reduce, "reduce", "réduire", "reduce"},
    {Treatment::share, "share", "partager", "share"},
    {Treatment::accept, "accept", "accepter", "accept"},
};

}  // namespace

std::string_view treatment_name(Treatment treatment) {
    return named(treatments, treatment).name;
}
std::optional<Treatment> parse_treatment(std::string_view name) {
    return parse_named(treatments, name);
}
LocalText treatment_title(Treatment treatment) {
    return title_of(treatments, treatment);
}

bool RiskScale::holds(const Rating& rating) const {
    return rating.likelihood >= 1 && rating.likelihood <= std::ssize(likelihoods) && rating.impact >= 1 &&
           rating.impact <= std::ssize(impacts);
}

const RiskScale::Level& RiskScale::level_of(const Rating& rating) const {
    const auto above = std::ranges::upper_bound(levels, rating.score(), {}, &Level::from_score);
    return *std::prev(above);
}

}  // namespace cadran::model
