// SPDX-License-Identifier: Apache-2.0
// Records in words, for a register that people read: serious incidents, not the claims of members.
#pragma once

#include <string>
#include <vector>

#include "app/chosen_records.h"

namespace cadran::app {

struct RecordList {
    LocalText title;                             // of the type
    std::vector<std::string> fields;             // names: the key, then in the order of the declaration
    std::vector<LocalText> headings;             // likewise
    std::vector<std::vector<std::string>> rows;  // likewise; in the session's language, empty where missing
    std::int64_t left_out = 0;                   // beyond `records_listed`
};

inline constexpr std::size_t records_listed = 500;

// As choose_records, the newest first; secrets are not in it.
Result<RecordList> list_records(Session& session, const RecordChoice& choice);

}  // namespace cadran::app
