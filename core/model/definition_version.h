// SPDX-License-Identifier: Apache-2.0
// One content of a definition: first a draft, in force once somebody other than its author accepted it.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/hash.h"
#include "base/message.h"

namespace cadran::model {

enum class DefinitionKind { workspace, process, plugin };

std::string_view definition_kind_name(DefinitionKind kind);

struct Acceptance {
    std::string approver;  // account
    Instant at;
    Date from;           // in force for records and events of that date and later
    std::string reason;  // required where `from` lies before the day of acceptance
};

struct DefinitionVersion {
    DefinitionKind kind = DefinitionKind::process;
    std::string name;  // of the process or plugin; `workspace`
    int number = 0;    // counts from 1 for each kind and name
    Digest hash;       // of the manifest: relative path and SHA-256 of every file, in the archive
    std::string author;
    Instant drafted_at;
    std::optional<Acceptance> acceptance = {};
    std::string review = {};  // `2026-Q3`: the review of the process that asked for it; empty where none did
};

}  // namespace cadran::model
