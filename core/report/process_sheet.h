// SPDX-License-Identifier: Apache-2.0
// The sheet of a process as people read it, on a screen and on paper.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/catalogue.h"
#include "base/money.h"
#include "model/appearance.h"
#include "model/definition_version.h"
#include "model/process.h"

namespace cadran::report {

struct ProcessSheet {
    std::string organisation;
    model::Appearance appearance = {};
    bool simulated = false;
    model::Process process;
    std::optional<model::DefinitionVersion> version = {};  // accepted; none: a draft
    Date on{};                                             // targets are those of that day
    Currency currency = {};
    model::RiskScale scale = {};
    LocalText standard = {};  // the edition that clauses are numbered after; empty where there is none
    // How people call what the sheet names by id; what is not in here is shown by its id.
    std::map<std::string, std::string> people = {};     // by account
    std::map<std::string, std::string> locations = {};  // of documents
    std::map<std::string, LocalText> processes = {};
    std::map<std::string, LocalText> stakes = {};
    std::map<std::string, LocalText> parties = {};
    std::map<std::string, LocalText> clauses = {};
    std::map<std::string, LocalText> controls = {};
    std::map<std::string, LocalText> measures = {};
    std::map<std::string, LocalText> record_types = {};
};

// One self-contained page in the catalogue's language; no script, nothing fetched.
std::string process_sheet_html(const ProcessSheet& sheet, const Catalogue& catalogue);

// A tagged PDF of A4 pages in the catalogue's language; as many pages as the sheet needs. The same sheet
// gives the same bytes with the same fonts.
std::string process_sheet_pdf(const ProcessSheet& sheet, const Catalogue& catalogue);

}  // namespace cadran::report
