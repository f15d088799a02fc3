// SPDX-License-Identifier: Apache-2.0
#include "web/piece_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/piece.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/audit_item_view.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/piece_view.h"

namespace cadran::web {

namespace {

using model::AuditState;

constexpr std::array pieces_labels{"web.number",          "web.piece",
                                   "web.by_when",         "web.delivered_on",
                                   "web.state",           "web.filter",
                                   "web.which_pieces",    "web.pieces_awaited",
                                   "web.pieces_too_late", "web.pieces_to_examine",
                                   "web.every_piece",     "web.no_piece_here",
                                   "web.deliver_several", "web.deliver_several_hint",
                                   "web.files",           "web.deliver"};
constexpr std::array piece_labels{
    "web.what_is_expected", "web.rule",           "web.deliveries",     "web.file_name",   "web.received_on",
    "web.effective_on",     "web.delivered_by",   "web.rejected_for",   "web.no_delivery", "web.deliver_this",
    "web.piece_file",       "web.effective_date", "web.effective_hint", "web.deliver",     "web.examine_this",
    "web.accept_piece",     "web.reject_piece",   "web.reject_reason",  "web.reject_hint", "web.by_when"};

struct NamedChoice {
    const char* name;
    PieceChoice choice;
    const char* title;
};
constexpr std::array piece_choices{
    NamedChoice{"awaited", PieceChoice::awaited, "web.pieces_awaited"},
    NamedChoice{"late", PieceChoice::late, "web.pieces_too_late"},
    NamedChoice{"received", PieceChoice::to_examine, "web.pieces_to_examine"},
};

PieceChoice asked_pieces(const Request& request) {
    const std::string asked = request.query.get("show");
    for (const NamedChoice& one : piece_choices) {
        if (asked == one.name) return one.choice;
    }
    return PieceChoice::all;
}

bool takes_pieces(const AuditDesk& desk) {
    const AuditState state = desk.audit().state;
    return state == AuditState::requested || state == AuditState::fieldwork;
}

std::string listed_words(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

// What came of several files: how many were taken in, and which were not.
std::string taken_words(const app::ReceivedFolder& taken, const Catalogue& catalogue) {
    std::string words = catalogue.text(Message{"web.pieces_taken", {{"count", std::ssize(taken.received)}}});
    const auto add = [&](const char* id, const std::vector<std::string>& files) {
        if (!files.empty())
            words += " " + catalogue.text(
                               Message{id, {{"count", std::ssize(files)}, {"files", listed_words(files)}}});
    };
    add("web.files_unchanged", taken.unchanged);
    add("web.files_unknown", taken.unknown);
    return words;
}

Response shown_pieces(const AuditDesk& desk, const std::string& taken, const Failure* failure,
                      const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Json::Array criteria, choices;
    // What was found of them is nothing for the auditee before the report.
    if (desk.sees_findings()) {
        for (const model::Criterion& one : desk.dossier.criteria)
            criteria.push_back(catalogue.text(one.title));
    }
    for (const NamedChoice& one : piece_choices)
        choices.push_back(option(one.name, catalogue.text(Message{one.title}), request.query.get("show")));
    const Json::Array domains = piece_domains(desk, asked_pieces(request), catalogue);
    Json::Object view{{"choices", choices},
                      {"criteria", criteria},
                      {"domains", domains},
                      {"empty", domains.empty()},
                      {"faults", faults_above(failure, catalogue)},
                      {"form_token", request.form_token},
                      {"label", report::labels(pieces_labels, catalogue)},
                      {"may_deliver", desk.delivers && takes_pieces(desk)},
                      {"place", desk.place("/pieces")},
                      {"sees_criteria", !criteria.empty()},
                      {"taken", report::unless_empty(taken)}};
    return framed_audit(desk,
                        {.tab = AuditTab::pieces,
                         .body = filled_template("pieces", view),
                         .status = failure == nullptr ? 200 : status_of(*failure)},
                        request, session);
}

Json::Array delivery_rows(const model::Piece& piece, const AuditDesk& desk, const std::string& place,
                          const Catalogue& catalogue) {
    Json::Array rows;
    for (std::size_t i = piece.deliveries.size(); i-- > 0;) {
        const model::Delivery& one = piece.deliveries[i];
        rows.push_back(Json::Object{
            {"by", desk.dossier.person(one.mark.by)},
            {"effective", date_or_dash(one.effective, catalogue)},
            {"name", one.file.name},
            {"place", fmt::format("{}/{}", place, i + 1)},
            {"received", catalogue.date(one.received)},
            {"version",
             catalogue.text(Message{"web.version", {{"number", static_cast<std::int64_t>(i + 1)}}})}});
    }
    return rows;
}

Response shown_piece(const AuditDesk& desk, const model::AuditedItem& one, const Failure* failure,
                     const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const model::Piece* piece = one.piece ? &*one.piece : nullptr;
    const std::string place = desk.place("/pieces/" + percent_encoded(one.item.id));
    const bool came = piece != nullptr && !piece->deliveries.empty();
    const bool is_open = piece != nullptr && piece->state != model::PieceState::accepted;
    Json::Object view;
    view["badge"] = piece_badge(piece, desk, catalogue);
    view["block"] = desk.sees_checklist() && piece != nullptr
                        ? Json(audit_item_block(desk, one, {.is_on_its_page = true}, request, session))
                        : Json(false);
    view["came"] = came;
    view["deliveries"] = came ? delivery_rows(*piece, desk, place, catalogue) : Json::Array{};
    view["due"] = piece == nullptr ? std::string(report::no_value) : catalogue.date(piece->due);
    view["effective_value"] = request.form.get("effective");
    view["faults"] = faults_above(failure, catalogue);
    view["form_token"] = request.form_token;
    view["guidance"] = catalogue.text(one.item.guidance);
    view["label"] = report::labels(piece_labels, catalogue);
    view["may_deliver"] = desk.delivers && takes_pieces(desk) && is_open;
    view["may_examine"] = desk.conducts && takes_pieces(desk) && piece != nullptr &&
                          piece->state == model::PieceState::received;
    view["place"] = place;
    view["reason"] = report::unless_empty(piece == nullptr ? std::string() : piece->reason);
    view["reason_value"] = request.form.get("reason");
    view["rule"] = report::unless_empty(catalogue.text(one.item.rule));
    return framed_audit(
        desk,
        {.tab = AuditTab::pieces,
         .title = fmt::format("{} – {}", piece_number(desk, one.item.id), catalogue.text(one.item.title)),
         .body = filled_template("piece", view),
         .status = failure == nullptr ? 200 : status_of(*failure)},
        request, session);
}

// Of the piece that the path names; a failure, where there is one, stands above.
Result<Response> piece_again(const Failure* failure, const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session);
    if (!desk) return tl::unexpected(desk.error());
    const std::string item = request.parameter("item");
    for (const model::AuditedItem& one : desk->dossier.items) {
        if (one.item.id == item && one.item.is_piece)
            return shown_piece(*desk, one, failure, request, session);
    }
    return not_found({"web.no_such_piece", {{"piece", item}}});
}

template <typename Step>
Result<Response> stepped_piece(const Request& request, app::Session& session, app::UseCase use_case,
                               Step step) {
    const auto before = audit_desk(request, session, use_case);
    if (!before) return tl::unexpected(before.error());
    const std::string item = request.parameter("item");
    const Result<model::Audit> done = step(before->audit().number, item);
    if (done)
        return see_other(
            fmt::format("{}?done=action#piece-{}", before->place("/pieces"), percent_encoded(item)));
    auto again = piece_again(&done.error(), request, session);
    if (!again) return tl::unexpected(done.error());
    return again;
}

}  // namespace

Result<Response> pieces_page(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session);
    if (!desk) return tl::unexpected(desk.error());
    return shown_pieces(*desk, "", nullptr, request, session);
}

Result<Response> deliver_pieces_form(const Request& request, app::Session& session) {
    const auto before = audit_desk(request, session, app::UseCase::deliver_piece);
    if (!before) return tl::unexpected(before.error());
    std::vector<std::filesystem::path> files;
    for (const Upload& upload : request.uploads) files.push_back(upload.file);
    const auto taken = app::receive_files(session, before->audit().number, files, {});
    const auto now = audit_desk(request, session);
    if (!now) return tl::unexpected(taken ? now.error() : taken.error());
    if (!taken) return shown_pieces(*now, "", &taken.error(), request, session);
    return shown_pieces(*now, taken_words(*taken, session.catalogue), nullptr, request, session);
}

Result<Response> piece_page(const Request& request, app::Session& session) {
    return piece_again(nullptr, request, session);
}

Result<Response> deliver_piece_form(const Request& request, app::Session& session) {
    return stepped_piece(request, session, app::UseCase::deliver_piece,
                         [&](std::int64_t number, const std::string& item) -> Result<model::Audit> {
                             Diagnostics faults;
                             const auto effective = date_field(request, "effective", faults);
                             const Upload* upload = request.upload("file");
                             if (upload == nullptr) faults.push_back({{}, {"web.choose_a_file"}, {}});
                             if (!faults.empty()) return invalid(std::move(faults));
                             return app::receive_piece(session, {number, item, upload->file, effective});
                         });
}

Result<Response> accept_piece_form(const Request& request, app::Session& session) {
    return stepped_piece(request, session, app::UseCase::conduct_audit,
                         [&](std::int64_t number, const std::string& item) {
                             return app::accept_piece(session, number, item);
                         });
}

Result<Response> reject_piece_form(const Request& request, app::Session& session) {
    return stepped_piece(request, session, app::UseCase::conduct_audit,
                         [&](std::int64_t number, const std::string& item) {
                             return app::reject_piece(session, number, item, typed_text(request, "reason"));
                         });
}

Result<Response> piece_file(const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "audit"), version = number_parameter(request, "delivery");
    if (!number) return tl::unexpected(number.error());
    if (!version) return tl::unexpected(version.error());
    auto piece = app::read_piece(session, *number, request.parameter("item"), static_cast<int>(*version));
    if (!piece) return tl::unexpected(piece.error());
    return attachment(piece->name, "application/octet-stream", std::move(piece->bytes));
}

}  // namespace cadran::web
