// SPDX-License-Identifier: Apache-2.0
// What a definition may refer to, and whether what it refers to is there.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "definition/clause_file.h"
#include "definition/organisation_file.h"
#include "definition/process_file.h"
#include "model/account.h"
#include "script/plugin.h"

namespace cadran::app {

struct Offer {
    std::vector<model::Control> controls;
    std::vector<model::Measure> measures;
    std::map<std::string, LocalText> record_types;  // titles by reference: `claims/claim`
    std::vector<std::string> unread_plugins;        // faulty ones, of which it is not known what they offer
    std::vector<model::Account> accounts;
    std::vector<std::string> processes;
    model::Organisation organisation;
    std::vector<model::ClauseCatalogue> catalogues;

    void add(const script::Plugin& plugin);
    // The one that the organisation refers to; null where there is none of that id.
    const model::ClauseCatalogue* standard() const;
};

// Each at its place: unknown controls, measures, parameters, accounts, stakes, parties, clauses, documents
// and processes, parameter values that do not fit, risks off the scale, a pilot without the role.
Diagnostics faults_against(const Offer& offer, const definition::ProcessFile& file);
// Unknown accounts and clauses, a standard without its catalogue.
Diagnostics faults_against(const Offer& offer, const definition::OrganisationFile& file);
// A mapping from a catalogue or a clause that is not there.
Diagnostics faults_against(const Offer& offer, const definition::ClauseFile& file);
// Links between processes that only one of both names.
Diagnostics one_sided_links(const std::vector<definition::ProcessFile>& files);

}  // namespace cadran::app
