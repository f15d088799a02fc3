// SPDX-License-Identifier: Apache-2.0
// The review of a process as pages for people and as data for programs.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "base/json.h"
#include "calendar/zone.h"
#include "model/review.h"

namespace cadran::report {

// One HTML file that needs nothing else: styles and pictures inside, no script, no reference to the outside;
// well-formed XML too. It knows no clock: the same dossier gives the same bytes. Moments are shown in the
// zone's civil time.
std::string review_html(const model::Dossier& dossier, const Catalogue& catalogue,
                        const calendar::Zone& zone);

// What the page shows, in words of the catalogue's language; pictures are SVG. Every form of it for people is
// made of this.
Json review_view(const model::Dossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone);

// Tagged A4 pages with contents, outline and vector charts. It knows no clock: the same dossier gives the
// same bytes with the same fonts.
std::string review_pdf(const model::Dossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone);

// A workbook that people filter and print: a sheet each for the summary, the indicators with their charts,
// the actions, nonconformities, controls, risks and decisions. The same dossier gives the same bytes.
std::string review_book(const model::Dossier& dossier, const Catalogue& catalogue,
                        const calendar::Zone& zone);

// The whole dossier. Decimals are strings, instants are UTC, what is not known is null. The names of the
// members are a promise: they are added to, never changed.
Json review_json(const model::Dossier& dossier);

}  // namespace cadran::report
