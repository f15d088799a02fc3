// SPDX-License-Identifier: Apache-2.0
// What somebody looks for, in whatever they may see.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "app/session.h"

namespace cadran::app {

enum class SearchKind { finding, action, process, indicator, control, risk, nonconformity, audit, account };

inline constexpr std::array all_search_kinds{
    SearchKind::finding,   SearchKind::action,  SearchKind::process,
    SearchKind::indicator, SearchKind::control, SearchKind::nonconformity,
    SearchKind::risk,      SearchKind::audit,   SearchKind::account};

struct SearchHit {
    std::string id;            // of its kind: `F-…`, `pay-benefits`, `12`
    std::string process = {};  // to which it belongs; empty: to none in particular
    std::string title;         // in the session's language
    std::string context = {};  // what tells it from others: an owner, a date
};

struct SearchGroup {
    SearchKind kind;
    std::vector<SearchHit> hits;  // at most `hits_shown`; what is called by the very words comes first
    std::int64_t left_out = 0;
};

inline constexpr std::size_t hits_shown = 12;
inline constexpr std::size_t longest_search = 200;  // bytes

// Groups with at least one hit, in the order of `all_search_kinds`. Every word must be found, whatever its
// accents and capitals. Of each kind only what the actor may see elsewhere: nothing else is found, nor
// counted. A finding is found by its identifier or the whole key of a record that it concerns, and the
// journal says so of one that is kept for a confidant. Invalid where there is no word of two letters.
Result<std::vector<SearchGroup>> search(Session& session, const std::string& words);

}  // namespace cadran::app
