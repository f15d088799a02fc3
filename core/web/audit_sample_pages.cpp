// SPDX-License-Identifier: Apache-2.0
#include "web/audit_sample_pages.h"

#include <algorithm>
#include <array>

#include <fmt/ranges.h>

#include "app/audit_sample.h"
#include "app/definitions.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/audit_desk.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array samples_labels{"web.sample_method", "web.sample_columns",  "web.sample_list",
                                    "web.sample_seed",   "web.draw_sample",     "web.draw_again",
                                    "web.draw_hint",     "web.nonconforming",   "web.sample_to_examine",
                                    "web.conclusion",    "web.examine_sample",  "web.sample_not_drawn",
                                    "web.examine_hint",  "web.no_audit_sample", "web.data_file"};

// As it was ticked last, else as it was examined.
bool is_faulty(const std::string& key, const model::Sampling& sampling, bool typed, const Request& request) {
    const auto holds = [&](const std::vector<std::string>& keys) {
        return std::ranges::find(keys, key) != keys.end();
    };
    if (typed) return holds(request.form.all("nonconforming"));
    return sampling.nonconforming && holds(*sampling.nonconforming);
}

Json drawn_view(const model::Sampling& sampling, bool typed, const Request& request, const AuditDesk& desk,
                const calendar::Zone& zone, const Catalogue& catalogue) {
    Json::Array records;
    for (const std::string& key : sampling.drawn)
        records.push_back(Json::Object{{"faulty", is_faulty(key, sampling, typed, request)}, {"key", key}});
    const auto examined = sampling.examined
                              ? Json(catalogue.text(Message{
                                    "web.sample_examined",
                                    {{"count", std::ssize(*sampling.nonconforming)},
                                     {"by", desk.dossier.person(sampling.examined->by)},
                                     {"at", report::moment_words(sampling.examined->at, catalogue, zone)}}}))
                              : Json(false);
    return Json::Object{
        {"concluded", report::unless_empty(sampling.conclusion)},
        {"conclusion", typed ? request.form.get("conclusion") : sampling.conclusion},
        {"examined", examined},
        {"list", sampling.list.name},
        {"of", catalogue.text(Message{"web.sample_drawn_of",
                                      {{"count", std::ssize(sampling.drawn)},
                                       {"population", sampling.population},
                                       {"records", sampling.records}}})},
        {"records", records},
        {"rejected", sampling.rejected == 0 ? Json(false)
                                            : Json(catalogue.text(Message{"web.sample_rejected",
                                                                          {{"count", sampling.rejected}}}))},
        {"seed", sampling.seed}};
}

Result<Response> shown_samples(const AuditDesk& desk, const Failure* failure, const Request& request,
                               app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    if (!desk.sees_checklist()) return refused({"web.checklist_is_the_teams"});
    const auto samples = app::list_samples(session, desk.audit().number);
    if (!samples) return tl::unexpected(samples.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const auto named = request.parameters.find("sample");
    Json::Array shown;
    for (const app::AuditSample& one : *samples) {
        const bool typed = failure != nullptr && named != request.parameters.end() && named->second == one.id;
        shown.push_back(Json::Object{
            {"drawn",
             one.sampling ? drawn_view(*one.sampling, typed, request, desk, *zone, catalogue) : Json(false)},
            {"fields", fmt::format("{}", fmt::join(one.fields, " ; "))},
            {"id", one.id},
            {"method", one.method},
            {"place", desk.place("/samples/" + percent_encoded(one.id))},
            {"title", catalogue.text(one.title)}});
    }
    const bool is_open = desk.conducts && desk.audit().state == model::AuditState::fieldwork;
    return framed_audit(
        desk,
        {.tab = AuditTab::checklist,
         .title = catalogue.text(Message{"web.audit_samples"}),
         .body = filled_template("audit_samples",
                                 Json::Object{{"empty", shown.empty()},
                                              {"faults", faults_above(failure, catalogue)},
                                              {"form_token", request.form_token},
                                              {"label", report::labels(samples_labels, catalogue)},
                                              {"open", is_open},
                                              {"samples", shown}}),
         .status = failure == nullptr ? 200 : status_of(*failure)},
        request, session);
}

// The page with what is wrong, or the way back to the sample.
template <typename Value>
Result<Response> after_step(const Result<Value>& done, const AuditDesk& before, const Request& request,
                            app::Session& session) {
    if (done)
        return see_other(fmt::format("{}?done=action#sample-{}", before.place("/samples"),
                                     percent_encoded(request.parameter("sample"))));
    auto again = shown_samples(before, &done.error(), request, session);
    if (!again) return tl::unexpected(done.error());
    return again;
}

}  // namespace

Result<Response> audit_samples_page(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session);
    if (!desk) return tl::unexpected(desk.error());
    return shown_samples(*desk, nullptr, request, session);
}

Result<Response> draw_sample_form(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session, app::UseCase::conduct_audit);
    if (!desk) return tl::unexpected(desk.error());
    const Upload* upload = request.upload("file");
    const Result<app::DrawnSample> drawn =
        upload == nullptr
            ? Result<app::DrawnSample>(invalid(Message{"web.choose_a_file"}))
            : app::draw_sample(session, {desk->audit().number, request.parameter("sample"), upload->file});
    return after_step(drawn, *desk, request, session);
}

Result<Response> examine_sample_form(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session, app::UseCase::conduct_audit);
    if (!desk) return tl::unexpected(desk.error());
    const auto examined = app::examine_sample(
        session, desk->audit().number,
        {request.parameter("sample"), request.form.all("nonconforming"), typed_text(request, "conclusion")});
    return after_step(examined, *desk, request, session);
}

}  // namespace cadran::web
