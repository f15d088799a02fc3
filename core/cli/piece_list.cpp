// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

// Its place in the list, which the names of delivered files may begin with.
std::int64_t place_of(const model::Audit& audit, const std::string& item) {
    return std::ranges::find(audit.pieces, item, &model::Piece::item) - audit.pieces.begin() + 1;
}

std::vector<Cell> row_of(const Output& output, const model::AuditDossier& dossier,
                         const model::AuditedItem& one) {
    const model::Piece& piece = *one.piece;
    const bool is_late = piece.is_late(dossier.date);
    const model::Delivery* last = piece.deliveries.empty() ? nullptr : &piece.deliveries.back();
    const auto days = piece.days_late();
    const LocalText title = model::piece_state_title(piece.state);
    const std::string state = is_late ? output.catalogue().text(Message{"cli.piece_late", {{"state", title}}})
                                      : output.catalogue().text(title);
    return {output.cell(place_of(dossier.audit, piece.item)),
            output.cell(piece.item),
            output.cell(one.item.title),
            output.cell(piece.due),
            last == nullptr ? Cell{"–", {}} : output.cell(last->received),
            days ? output.cell(*days) : Cell{"", {}},
            output.cell(std::ssize(piece.deliveries)),
            output.cell(last == nullptr ? std::nullopt : last->effective),
            {state, Json(model::piece_state_name(piece.state))},
            output.cell(piece.reason)};
}

}  // namespace

Result<int> piece_list(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto dossier = app::show_audit(invocation.session(), *number);
    if (!dossier) return tl::unexpected(dossier.error());
    Output& output = invocation.output();
    Table table{{{"number", {"cli.number"}, true},
                 {"piece", {"cli.piece"}},
                 {"title", {"cli.title"}},
                 {"due", {"cli.due"}},
                 {"received", {"cli.received"}},
                 {"days_late", {"cli.days_late"}, true},
                 {"version", {"cli.version"}, true},
                 {"effective", {"cli.effective"}},
                 {"state", {"cli.state"}},
                 {"reason", {"cli.reason"}}},
                {}};
    std::int64_t late = 0;
    for (const model::AuditedItem& one : dossier->items) {
        if (!one.piece) continue;
        const bool is_late = one.piece->is_late(dossier->date);
        late += is_late ? 1 : 0;
        if (is_late || !arguments.has("late")) table.rows.push_back(row_of(output, *dossier, one));
    }
    output.table(table);
    if (late == 0) return exit_fine;
    output.say({"cli.pieces_late", {{"count", late}}});
    return exit_found;
}

}  // namespace cadran::cli
