// SPDX-License-Identifier: Apache-2.0
#include "model/clause_catalogue.h"

#include <algorithm>

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<ClauseChange> changes[] = {
    {ClauseChange::same, "same", "inchangé", "unchanged"},
    {ClauseChange::reworded, "reworded", "reformulé", "reworded"},
    {ClauseChange::extended, "extended", "étendu", "extended"},
    {ClauseChange::added, "added", "nouveau", "new"},
    {ClauseChange::removed, "removed", "supprimé", "removed"},
    {ClauseChange::unknown, "unknown", "à vérifier", "to be verified"},
};

}  // namespace

std::string_view clause_change_name(ClauseChange change) {
    return named(changes, change).name;
}
std::optional<ClauseChange> parse_clause_change(std::string_view name) {
    return parse_named(changes, name);
}
LocalText clause_change_title(ClauseChange change) {
    return title_of(changes, change);
}

const Clause* ClauseCatalogue::find(std::string_view number) const {
    const auto found = std::ranges::find(clauses, number, &Clause::number);
    return found == clauses.end() ? nullptr : &*found;
}

}  // namespace cadran::model
