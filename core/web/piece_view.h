// SPDX-License-Identifier: Apache-2.0
// The pieces of an audit as tables show them.
#pragma once

#include "web/audit_desk.h"

namespace cadran::web {

// Accepted, rejected, late and so on, as of the day of the dossier; a piece that was not asked for yet: null.
Json piece_badge(const model::Piece* piece, const AuditDesk& desk, const Catalogue& catalogue);

// Which pieces a list is of.
enum class PieceChoice { all, awaited, late, to_examine };

bool is_chosen(const model::AuditedItem& one, PieceChoice choice, Date today);

// Domain after domain, those without a piece left out.
Json::Array piece_domains(const AuditDesk& desk, PieceChoice choice, const Catalogue& catalogue);

// The place in the list, which the names of delivered files may begin with: `04`.
std::string piece_number(const AuditDesk& desk, std::string_view item);

}  // namespace cadran::web
