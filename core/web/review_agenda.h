// SPDX-License-Identifier: Apache-2.0
// The topics of the review of a process, and what their pages show.
#pragma once

#include "app/review.h"
#include "web/meeting.h"

namespace cadran::web {

// The last topic, where it is concluded.
inline constexpr std::string_view conclusion_topic = "conclusion";

// Before the id of the indicator that a topic shows.
inline constexpr std::string_view of_indicator = "indicator-";

// `view` is that of report::review_view.
Meeting review_agenda(const model::Dossier& dossier, const Json& view, const std::string& place,
                      const Catalogue& catalogue);

// Markup of the figures of that topic; empty for the conclusion, which is made of forms.
std::string topic_content(const model::Dossier& dossier, const Json& view, const Meeting& meeting,
                          std::size_t topic, const Catalogue& catalogue);

}  // namespace cadran::web
