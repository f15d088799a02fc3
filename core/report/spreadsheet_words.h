// SPDX-License-Identifier: Apache-2.0
// How spreadsheets show figures and judgements: as numbers in the formats of a language, in words and colour.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/catalogue.h"
#include "format/xlsx_writer.h"
#include "model/appearance.h"
#include "model/measurement.h"

namespace cadran::report {

// The edges of printed pages, the organisation's own footer behind ours, and its accent.
format::XlsxDress dress(const model::Appearance& appearance, std::string header, std::string footer,
                        const Catalogue& catalogue);

// A share is written as a part of one, so that the spreadsheet shows it and calculates with it in per cent.
format::XlsxEntry figure_entry(const std::optional<Decimal>& figure, model::Unit unit,
                               const Currency& currency, const Catalogue& catalogue);

// The format of that figure: `0.0%`, `#,##0.00 €`.
std::string figure_format(const Decimal& figure, model::Unit unit, const Currency& currency,
                          const Catalogue& catalogue);

format::XlsxEntry date_entry(const std::optional<Date>& date, const Catalogue& catalogue);

// A sign, the words and the colour: who prints in black and white reads the same.
format::XlsxEntry attainment_entry(const model::Measurement& measurement, const Catalogue& catalogue);

// What a sheet about that may be called: at most 31 characters, unlike those before it.
std::string sheet_name(std::string_view words, std::set<std::string>& taken);

}  // namespace cadran::report
