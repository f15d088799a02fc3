// SPDX-License-Identifier: Apache-2.0
#include "web/piece_view.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "report/audit_tables.h"
#include "report/words.h"

namespace cadran::web {

namespace {

using model::PieceState;

Json::Array criterion_cells(const model::AuditedItem& one, const AuditDesk& desk,
                            const Catalogue& catalogue) {
    Json::Array cells;
    for (const model::Criterion& criterion : desk.dossier.criteria) {
        const auto conformity =
            one.assessment ? one.assessment->of(criterion.id) : model::Conformity::not_checked;
        const auto cell = report::conformity_cell(conformity, catalogue);
        // What is as it should be needs no words but for who does not see its sign.
        const bool is_wrong = conformity == model::Conformity::nonconforming;
        const std::string sign = cell.text.substr(0, cell.text.find("\u00a0"));
        cells.push_back(Json::Object{
            {"look", is_wrong ? "missed" : "calm"},
            {"sign", conformity == model::Conformity::not_checked ? std::string(report::no_value) : sign},
            {"title", catalogue.text(criterion.title)},
            {"words", catalogue.text(model::conformity_title(conformity))},
            {"wrong", is_wrong}});
    }
    return cells;
}

Json piece_row(const model::AuditedItem& one, const AuditDesk& desk, const Catalogue& catalogue) {
    const model::Piece* piece = one.piece ? &*one.piece : nullptr;
    const model::Delivery* last =
        piece == nullptr || piece->deliveries.empty() ? nullptr : &piece->deliveries.back();
    const std::int64_t versions = piece == nullptr ? 0 : std::ssize(piece->deliveries);
    return Json::Object{
        {"badge", piece_badge(piece, desk, catalogue)},
        {"cells", criterion_cells(one, desk, catalogue)},
        {"delivered", last == nullptr ? std::string(report::no_value) : catalogue.date(last->received)},
        {"due", piece == nullptr ? std::string(report::no_value) : catalogue.date(piece->due)},
        {"id", "piece-" + one.item.id},
        {"is_late", piece != nullptr && piece->is_late(desk.dossier.date)},
        {"number", piece_number(desk, one.item.id)},
        {"place", desk.place("/pieces/" + percent_encoded(one.item.id))},
        {"reason", piece == nullptr || piece->reason.empty() ? Json(false) : Json(piece->reason)},
        {"title", catalogue.text(one.item.title)},
        {"version",
         versions < 2 ? Json(false) : Json(catalogue.text(Message{"web.version", {{"number", versions}}}))}};
}

}  // namespace

Json piece_badge(const model::Piece* piece, const AuditDesk& desk, const Catalogue& catalogue) {
    if (piece == nullptr) return audit_badge("planned", catalogue.text(Message{"web.not_asked_yet"}));
    const std::string words = catalogue.text(model::piece_state_title(piece->state));
    if (piece->is_late(desk.dossier.date))
        return audit_badge("late", fmt::format("{}, {}", words, catalogue.text(Message{"web.late"})));
    switch (piece->state) {
        case PieceState::accepted: return audit_badge("met", "✓\u00a0" + words);
        case PieceState::rejected: return audit_badge("missed", "✗\u00a0" + words);
        case PieceState::received: return audit_badge("open", words);
        case PieceState::awaited: break;
    }
    return audit_badge("planned", words);
}

bool is_chosen(const model::AuditedItem& one, PieceChoice choice, Date today) {
    if (!one.item.is_piece) return false;
    switch (choice) {
        case PieceChoice::all: return true;
        case PieceChoice::awaited: return !one.piece || !one.piece->is_delivered();
        case PieceChoice::late: return one.piece && one.piece->is_late(today);
        case PieceChoice::to_examine: break;
    }
    return one.piece && one.piece->state == PieceState::received;
}

Json::Array piece_domains(const AuditDesk& desk, PieceChoice choice, const Catalogue& catalogue) {
    Json::Array domains;
    for (const model::ChecklistDomain& domain : desk.dossier.domains) {
        Json::Array rows;
        for (const model::AuditedItem& one : desk.dossier.items) {
            if (one.item.domain == domain.id && is_chosen(one, choice, desk.dossier.date))
                rows.push_back(piece_row(one, desk, catalogue));
        }
        if (!rows.empty())
            domains.push_back(Json::Object{
                {"id", "domain-" + domain.id}, {"rows", rows}, {"title", catalogue.text(domain.title)}});
    }
    return domains;
}

std::string piece_number(const AuditDesk& desk, std::string_view item) {
    int number = 0;
    for (const model::AuditedItem& one : desk.dossier.items) {
        number += one.item.is_piece;
        if (one.item.id == item) break;
    }
    return fmt::format("{:02}", number);
}

}  // namespace cadran::web
