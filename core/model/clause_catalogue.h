// SPDX-License-Identifier: Apache-2.0
// The clauses of a standard as data, and how two editions of it correspond.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace cadran::model {

struct Clause {
    std::string number;  // `8.5.1`
    LocalText title;     // in our own words

    friend bool operator==(const Clause&, const Clause&) = default;
};

enum class ClauseChange { same, reworded, extended, added, removed, unknown };

std::string_view clause_change_name(ClauseChange change);
std::optional<ClauseChange> parse_clause_change(std::string_view name);
LocalText clause_change_title(ClauseChange change);

// One clause of this edition and the clause of the earlier one that it follows.
struct ClauseMapping {
    std::string clause;  // empty where it was removed
    std::string from;    // empty where it was added
    ClauseChange change = ClauseChange::same;
    LocalText note = {};

    friend bool operator==(const ClauseMapping&, const ClauseMapping&) = default;
};

struct ClauseCatalogue {
    std::string id;  // `iso-9001-2015`
    LocalText title;
    LocalText status;  // how far it can be relied upon, with the source
    std::vector<Clause> clauses;
    std::string earlier = {};  // id of the catalogue that the mappings start from; empty: no mapping
    std::vector<ClauseMapping> mappings = {};

    const Clause* find(std::string_view number) const;

    friend bool operator==(const ClauseCatalogue&, const ClauseCatalogue&) = default;
};

}  // namespace cadran::model
