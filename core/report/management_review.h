// SPDX-License-Identifier: Apache-2.0
// The management review as pages for people and as data for programs.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "base/json.h"
#include "calendar/zone.h"
#include "model/management_dossier.h"

namespace cadran::report {

// One HTML file that needs nothing else, as review_html: a section an input, each on a page of its own when
// printed.
std::string management_review_html(const model::ManagementDossier& dossier, const Catalogue& catalogue,
                                   const calendar::Zone& zone);

// What the page shows, in words of the catalogue's language; pictures are SVG. Every form of it for people is
// made of this.
Json management_view(const model::ManagementDossier& dossier, const Catalogue& catalogue,
                     const calendar::Zone& zone);

// Tagged A4 pages with contents, outline and vector charts, as review_pdf: an input a page, where it fits.
std::string management_review_pdf(const model::ManagementDossier& dossier, const Catalogue& catalogue,
                                  const calendar::Zone& zone);

// The whole dossier. Decimals are strings, instants are UTC, what is not known is null. The names of the
// members are a promise: they are added to, never changed.
Json management_review_json(const model::ManagementDossier& dossier);

}  // namespace cadran::report
