// SPDX-License-Identifier: Apache-2.0
#include "web/purge_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/import.h"
#include "app/purge.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/kept_words.h"
#include "web/page_words.h"

namespace cadran::web {

namespace {

constexpr std::array purge_labels{"web.imports",
                                  "web.import",
                                  "web.record_type",
                                  "web.import_period",
                                  "web.accepted",
                                  "web.retention",
                                  "web.due_since",
                                  "web.findings",
                                  "web.state",
                                  "web.every_type",
                                  "web.period",
                                  "web.filter",
                                  "web.nothing_to_purge",
                                  "web.purge_now",
                                  "web.purge_words",
                                  "web.purge_stays",
                                  "web.backups_keep",
                                  "web.reason",
                                  "web.optional",
                                  "web.purge_reason_hint",
                                  "web.confirm_purge",
                                  "web.purge_is_due",
                                  "web.purge_is_held"};

// By what the list was narrowed: of the address, and of the form that keeps it.
Result<app::DueFilter> due_filter(const Fields& fields) {
    app::DueFilter filter{.type = std::string(trimmed(fields.get("type")))};
    const std::string text(trimmed(fields.get("period")));
    if (text.empty()) return filter;
    filter.period = calendar::Period::parse(text);
    if (!filter.period) return invalid(Message{"web.not_a_period", {{"value", text}}});
    return filter;
}

Json due_import_row(const app::DueImport& due, const Catalogue& catalogue) {
    const model::Import& import = due.import;
    Json::Array holds;
    for (const Message& hold : due.held_by) holds.push_back(catalogue.text(on_page(hold)));
    const bool held = !due.held_by.empty();
    const bool dated = import.first_event && import.last_event;
    return Json::Object{
        {"accepted", catalogue.number(import.accepted)},
        {"days", dated ? catalogue.text(Message{
                             "web.from_to", {{"first", *import.first_event}, {"last", *import.last_event}}})
                       : std::string(report::no_value)},
        {"file", import.file_name},
        {"findings", catalogue.number(std::ssize(due.findings))},
        {"held", held},
        {"holds", holds},
        {"number", fmt::format("{}", import.number)},
        {"retention", catalogue.text(model::text_of(due.retention))},
        {"since", catalogue.date(due.since)},
        {"type", import.type}};
}

Json::Array due_types_to_choose(const std::string& chosen, app::Session& session) {
    Json::Array all;
    const auto types = app::list_record_types(session);
    if (!types) return all;
    for (const app::RecordTypeTitle& one : *types)
        all.push_back(option(one.name, session.catalogue.text(one.title), chosen));
    return all;
}

std::string numbers_text(const std::vector<std::int64_t>& numbers) {
    return fmt::format("{}", fmt::join(numbers, ","));
}

// What the form says it showed; none where it says nothing that could be read.
std::optional<std::vector<std::int64_t>> numbers_seen(const std::string& text) {
    std::vector<std::int64_t> numbers;
    if (text.empty()) return numbers;
    for (const std::string_view part : split(text, ',')) {
        const auto number = parse_integer(part);
        if (!number) return {};
        numbers.push_back(*number);
    }
    return numbers;
}

Json::Array kept_for_ever(const app::Due& due, const Catalogue& catalogue) {
    if (due.without_limit.empty()) return {};
    return {catalogue.text(Message{"web.kept_without_limit",
                                   {{"count", std::ssize(due.without_limit)},
                                    {"types", fmt::format("{}", fmt::join(due.without_limit, ", "))}}})};
}

Result<Response> shown_purge(const app::DueFilter& filter, const Failure* failure, const Request& request,
                             app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto due = app::list_purgeable(session, filter);
    if (!due) return tl::unexpected(due.error());
    Json::Array rows;
    for (const app::DueImport& one : due->imports) rows.push_back(due_import_row(one, catalogue));
    const std::vector<std::int64_t> numbers = app::purgeable(*due);
    const std::int64_t held = std::ssize(due->imports) - std::ssize(numbers);
    const std::string title = catalogue.text(Message{"web.purge_due"});
    Json::Object view;
    view["confirmed"] = request.form.has("confirm");
    view["empty"] = rows.empty();
    view["faults"] = faults_above(failure, catalogue) + kept_words(failure, request, catalogue);
    view["for_ever"] = kept_for_ever(*due, catalogue);
    view["form_token"] = request.form_token;
    view["label"] = report::labels(purge_labels, catalogue);
    view["may_purge"] = !numbers.empty();
    view["period"] = filter.period ? filter.period->text() : std::string();
    view["reason"] = request.form.get("reason");
    view["rows"] = rows;
    view["shown"] = numbers_text(numbers);
    view["summary"] =
        catalogue.text(Message{"web.purge_summary", {{"count", std::ssize(numbers)}, {"held", held}}});
    view["title"] = title;
    view["type"] = filter.type;
    view["types"] = due_types_to_choose(filter.type, session);
    return framed({.title = title,
                   .place = "/imports",
                   .body = filled_template("purge", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Result<app::Purged> purge_as_shown(const app::DueFilter& filter, const Request& request,
                                   app::Session& session) {
    if (!request.form.has("confirm")) return invalid(Message{"web.purge_not_confirmed"});
    auto seen = numbers_seen(request.form.get("shown"));
    if (!seen) return invalid(Message{"web.purge_not_confirmed"});
    return app::purge_records(session, {filter, typed_text(request, "reason"), std::move(seen)});
}

}  // namespace

Result<Response> purge_page(const Request& request, app::Session& session) {
    const auto filter = due_filter(request.query);
    if (!filter) return tl::unexpected(filter.error());
    return shown_purge(*filter, nullptr, request, session);
}

Result<Response> purge_form(const Request& request, app::Session& session) {
    if (const Done may = app::authorise(session, app::UseCase::purge_records); !may)
        return tl::unexpected(may.error());
    const auto filter = due_filter(request.form);
    if (!filter) return tl::unexpected(filter.error());
    const auto purged = purge_as_shown(*filter, request, session);
    if (purged) return see_other("/imports/purge?done=purged");
    auto page = shown_purge(*filter, &purged.error(), request, session);
    return page ? std::move(page) : tl::unexpected(purged.error());
}

}  // namespace cadran::web
