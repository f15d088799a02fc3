// SPDX-License-Identifier: Apache-2.0
#include "app/worklist_sheet.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

using Outcome = app::ImportedRow::Result;

Message title_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::decided: return {"cli.row_decided"};
        case Outcome::already_decided: return {"cli.row_already_decided"};
        case Outcome::conflict: return {"cli.row_conflict"};
        case Outcome::refused: break;
    }
    return {"cli.row_refused"};
}

const char* name_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::decided: return "decided";
        case Outcome::already_decided: return "already decided";
        case Outcome::conflict: return "conflict";
        case Outcome::refused: break;
    }
    return "refused";
}

}  // namespace

Result<int> worklist_import(Invocation& invocation) {
    const auto rows = app::import_worklist(invocation.session(), invocation.path("FILE"));
    if (!rows) return tl::unexpected(rows.error());
    Output& output = invocation.output();
    Table table{{{"finding", {"cli.finding"}}, {"result", {"cli.result"}}, {"place", {"cli.place"}}}, {}};
    Diagnostics reasons;
    int code = exit_fine;
    for (const app::ImportedRow& row : *rows) {
        table.rows.push_back({output.cell(row.finding),
                              {output.catalogue().text(title_of(row.result)), name_of(row.result)},
                              output.cell(row.place.file)});
        reasons.insert(reasons.end(), row.why.begin(), row.why.end());
        if (row.result == Outcome::conflict) code = exit_conflict;
        if (row.result == Outcome::refused && code == exit_fine) code = exit_refused;
    }
    output.table(table);
    output.complain(reasons);
    return code;
}

}  // namespace cadran::cli
