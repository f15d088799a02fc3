// SPDX-License-Identifier: Apache-2.0
// One item of a checklist as a block: what is asked, what was found, and the forms to say so.
#pragma once

#include <string>

#include "app/audit_finding.h"
#include "web/audit_desk.h"

namespace cadran::web {

struct ItemBlock {
    const Failure* failure = nullptr;  // of the form that came back
    bool came_back = false;            // what the request has was typed into this one
    const app::ProposedLevel* proposed = nullptr;
    bool is_on_its_page = false;  // where what it is about stands already
};

// Markup. To be changed by the team during the examination; for everybody else, words.
std::string audit_item_block(const AuditDesk& desk, const model::AuditedItem& one, const ItemBlock& block,
                             const Request& request, app::Session& session);

// What was found of it, in a line: `✓ conforme, vu sur dix dossiers`; empty where nothing was.
std::string found_words(const model::AuditedItem& one, const AuditDesk& desk, const Catalogue& catalogue);

}  // namespace cadran::web
