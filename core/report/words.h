// SPDX-License-Identifier: Apache-2.0
// How reports put periods, moments and results in words.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/catalogue.h"
#include "base/json.h"
#include "calendar/zone.h"
#include "model/measurement.h"

namespace cadran::report {

// Stands where there is nothing to show.
inline constexpr const char* no_value = "–";

// The messages of these ids, `report.summary`, each by the name behind the point: the fixed words of a page,
// which its template calls `label.summary`.
Json::Object labels(std::span<const char* const> ids, const Catalogue& catalogue);

// `juillet 2026`, `3e trimestre 2026`, `2026`.
std::string period_words(const calendar::Period& period, const Catalogue& catalogue);
// Without its year, for axes: `juil.`, `T3`; a year as it is.
std::string short_period_words(const calendar::Period& period, const Catalogue& catalogue);
std::string year_words(const calendar::Period& period);

// `30/09/2026 à 17:00`, the civil time of the zone.
std::string moment_words(Instant instant, const Catalogue& catalogue, const calendar::Zone& zone);

// `94,2 %`, `12 min`; a dash where there was nothing to measure.
std::string figure_words(const model::Measurement& measurement, const Catalogue& catalogue);
// `au moins 100 %`; a dash where there is no target.
std::string target_words(const model::Measurement& measurement, const Catalogue& catalogue);
// `atteint`, `non atteint`, `rien à mesurer`; `sans cible` where there was no target to attain.
std::string attainment_words(const model::Measurement& measurement, const Catalogue& catalogue);
// At 95 % after Wilson, in per cent with one digit, of a share out of a sample; none of too small a sample.
struct ShareInterval {
    Decimal low;
    Decimal high;
};
std::optional<ShareInterval> interval_of(const model::Measurement& measurement);
// `entre 86,3 % et 98,3 %`, at 95 % after Wilson, of a share out of a sample; of too small a sample, that it
// is too small; empty of what is no sample.
std::string interval_words(const model::Measurement& measurement, const Catalogue& catalogue);
// `57 sur 60, soit 95,0 % ; objectif non atteint (au moins 100 %)`.
std::string result_words(const model::Measurement& measurement, const Catalogue& catalogue);

}  // namespace cadran::report
