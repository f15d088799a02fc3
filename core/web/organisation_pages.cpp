// SPDX-License-Identifier: Apache-2.0
#include "web/organisation_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/people.h"
#include "app/rights.h"
#include "app/workspace_definition.h"
#include "report/view.h"
#include "report/words.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using model::DefinitionKind;

constexpr const char* definition_name = "workspace";

constexpr std::array organisation_labels{
    "web.versions",     "web.draft",        "web.policy",      "web.system_scope", "web.exclusions",
    "web.context",      "web.what_counts",  "web.parties",     "web.party",        "web.expectations",
    "web.risk_scale",   "web.departments",  "web.department",  "web.line_manager", "web.people",
    "web.providers",    "web.provider",     "web.provides",    "web.kind",         "web.documents_see",
    "web.civil_time",   "web.holidays_of",  "web.money",       "web.standard",     "web.mail_server",
    "web.clauses_kept", "web.nobody_named", "web.draft_edited"};

constexpr std::array organisation_draft_labels{
    "web.versions",      "web.draft_changes", "web.no_draft_change",     "web.hand_in",
    "web.hand_in_words", "web.draft_on_disk", "web.waits_for_acceptance"};

// Titles, each with what else there is to say of it.
Json titled_line(const LocalText& title, std::string detail, const Catalogue& catalogue) {
    return Json::Object{{"detail", report::unless_empty(detail)}, {"title", catalogue.text(title)}};
}

Json::Array issue_lines(const model::Organisation& organisation, const Catalogue& catalogue) {
    Json::Array lines;
    for (const model::Issue& issue : organisation.issues) {
        const Message where{issue.internal ? "web.issue_inside" : "web.issue_outside"};
        lines.push_back(titled_line(issue.title, catalogue.text(where), catalogue));
    }
    return lines;
}

Json::Array exclusion_lines(const model::Organisation& organisation, const Catalogue& catalogue) {
    Json::Array lines;
    for (const model::Exclusion& exclusion : organisation.exclusions)
        lines.push_back(
            Json::Object{{"detail", catalogue.text(exclusion.reason)}, {"title", exclusion.clause}});
    return lines;
}

Json::Array stake_lines(const model::Organisation& organisation, const Catalogue& catalogue) {
    Json::Array lines;
    for (const model::Stake& stake : organisation.stakes)
        lines.push_back(titled_line(stake.title, "", catalogue));
    return lines;
}

Json::Array scale_lines(const model::RiskScale& scale, const Catalogue& catalogue) {
    Json::Array lines;
    for (const model::RiskScale::Level& level : scale.levels) {
        const Message from{"web.from_score", {{"score", std::int64_t{level.from_score}}}};
        lines.push_back(titled_line(level.title, catalogue.text(from), catalogue));
    }
    return lines;
}

Json::Array party_rows(const model::Organisation& organisation, const Catalogue& catalogue) {
    Json::Array rows;
    for (const model::InterestedParty& party : organisation.parties)
        rows.push_back(titled_line(party.title, catalogue.text(party.expectations), catalogue));
    return rows;
}

Json::Array department_rows(const model::Organisation& organisation, const app::PersonNames& names,
                            const Catalogue& catalogue) {
    Json::Array rows;
    for (const model::Department& department : organisation.departments) {
        Json::Array people;
        for (const model::Member& member : organisation.members) {
            if (member.department == department.id)
                people.push_back(Json::Object{{"job", catalogue.text(member.function)},
                                              {"person", app::person_called(names, member.account)}});
        }
        const bool is_led = !department.manager.empty();
        rows.push_back(Json::Object{{"empty", people.empty()},
                                    {"manager", is_led ? app::person_called(names, department.manager)
                                                       : std::string(report::no_value)},
                                    {"people", std::move(people)},
                                    {"title", catalogue.text(department.title)}});
    }
    return rows;
}

Json::Array provider_rows(const model::Organisation& organisation, const Catalogue& catalogue) {
    Json::Array rows;
    for (const model::Provider& provider : organisation.providers)
        rows.push_back(Json::Object{
            {"kind", catalogue.text(Message{provider.delegate ? "web.is_delegate" : "web.is_supplier"})},
            {"name", provider.name},
            {"provides", catalogue.text(provider.provides)}});
    return rows;
}

Json policy_view(const model::Organisation& organisation, const Catalogue& catalogue) {
    if (!organisation.policy) return false;
    return Json::Object{
        {"since", catalogue.text(Message{"web.policy_since", {{"date", organisation.policy->since}}})},
        {"text", catalogue.text(organisation.policy->text)}};
}

std::string standard_words(const app::ShownWorkspace& shown) {
    return shown.organisation.standard.empty() ? std::string(report::no_value) : shown.organisation.standard;
}

std::optional<app::Standing> standing_of_organisation(app::Session& session) {
    const auto all = app::list_definitions(session, DefinitionKind::workspace);
    if (!all || all->empty()) return {};
    return all->front();
}

Json waiting_organisation(const std::optional<app::Standing>& standing, app::Session& session) {
    if (!standing || !standing->handed_in) return false;
    const model::DefinitionVersion& version = *standing->handed_in;
    const Message words{"web.version_by",
                        {{"version", std::int64_t{version.number}},
                         {"author", app::person_called(app::person_names(session), version.author)}}};
    return Json::Object{{"place", fmt::format("/organisation/versions/{}", version.number)},
                        {"words", session.catalogue.text(words)}};
}

Json::Object organisation_view(const app::ShownWorkspace& shown, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const model::Organisation& organisation = shown.organisation;
    const app::PersonNames names = app::person_names(session);
    const auto exclusions = exclusion_lines(organisation, catalogue);
    const auto issues = issue_lines(organisation, catalogue);
    const auto stakes = stake_lines(organisation, catalogue);
    const auto parties = party_rows(organisation, catalogue);
    const auto scale = scale_lines(organisation.scale, catalogue);
    const auto departments = department_rows(organisation, names, catalogue);
    const auto providers = provider_rows(organisation, catalogue);
    return {{"catalogues", fmt::format("{}", fmt::join(shown.catalogues, ", "))},
            {"currency", organisation.currency.code},
            {"departments", departments},
            {"exclusions", exclusions},
            {"has_departments", !departments.empty()},
            {"has_exclusions", !exclusions.empty()},
            {"has_issues", !issues.empty()},
            {"has_parties", !parties.empty()},
            {"has_providers", !providers.empty()},
            {"has_scale", !scale.empty()},
            {"has_stakes", !stakes.empty()},
            {"issues", issues},
            {"mail", organisation.mail ? organisation.mail->host : std::string(report::no_value)},
            {"parties", parties},
            {"policy", policy_view(organisation, catalogue)},
            {"providers", providers},
            {"region", catalogue.text(calendar::region_title(organisation.region))},
            {"scale", scale},
            {"scope", report::unless_empty(catalogue.text(organisation.scope))},
            {"stakes", stakes},
            {"standard", standard_words(shown)},
            {"zone", organisation.zone}};
}

std::string edition_words(const std::optional<model::DefinitionVersion>& version,
                          const Catalogue& catalogue) {
    if (!version || !version->acceptance) return catalogue.text(Message{"web.no_version_in_force"});
    return catalogue.text(
        Message{"web.version_in_force",
                {{"version", std::int64_t{version->number}}, {"from", version->acceptance->from}}});
}

Result<Response> shown_organisation_draft(const Failure* failure, const Request& request,
                                          app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto content =
        app::content_of(session, DefinitionKind::workspace, definition_name, {.draft = true});
    if (!content) return tl::unexpected(content.error());
    const auto comparison =
        app::compare(session, DefinitionKind::workspace, definition_name, {}, {.draft = true});
    const Failure* wrong = failure != nullptr ? failure : comparison ? nullptr : &comparison.error();
    Json::Array changes;
    if (comparison) {
        for (const model::Change& change : comparison->changes) changes.push_back(change.text);
    }
    const auto standing = standing_of_organisation(session);
    const bool may = app::scope_of(session.actor, app::UseCase::draft_workspace) != app::Scope::none;
    const auto in_force = app::show_workspace(session);
    const std::string called = in_force ? in_force->organisation.name : std::string(definition_name);
    const std::string title = catalogue.text(Message{"web.draft_of", {{"title", called}}});
    Json::Object view;
    view["called"] = called;
    view["changes"] = changes;
    view["faults"] = faults_above(wrong, catalogue);
    view["form_token"] = request.form_token;
    view["has_changes"] = !changes.empty();
    view["is_same"] = comparison && changes.empty();
    view["label"] = report::labels(organisation_draft_labels, catalogue);
    view["may_hand_in"] = may && standing && standing->edited;
    view["revision"] = app::manifest_digest(content->files).hex();
    view["title"] = title;
    view["waiting"] = waiting_organisation(standing, session);
    return framed({.title = title,
                   .place = "/organisation",
                   .body = filled_template("organisation_draft", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

}  // namespace

Result<Response> organisation_page(const Request& request, app::Session& session) {
    const auto shown = app::show_workspace(session);
    if (!shown) return tl::unexpected(shown.error());
    const auto standing = standing_of_organisation(session);
    Json::Object view = organisation_view(*shown, session);
    view["edited"] = standing && standing->edited;
    view["edition"] = edition_words(shown->version, session.catalogue);
    view["label"] = report::labels(organisation_labels, session.catalogue);
    view["title"] = shown->organisation.name;
    view["waiting"] = waiting_organisation(standing, session);
    view["waiting_words"] = session.catalogue.text(Message{"web.waits_for_acceptance"});
    return framed({.title = shown->organisation.name,
                   .place = "/organisation",
                   .body = filled_template("organisation", view)},
                  request, session);
}

Result<Response> organisation_draft_page(const Request& request, app::Session& session) {
    return shown_organisation_draft(nullptr, request, session);
}

Result<Response> hand_in_organisation_form(const Request& request, app::Session& session) {
    const Digest seen = Digest::from_hex(request.form.get("revision")).value_or(Digest{});
    const auto version = app::draft_workspace(session, seen);
    if (version) return see_other(fmt::format("/organisation/versions/{}?done=handed_in", version->number));
    auto page = shown_organisation_draft(&version.error(), request, session);
    return page ? std::move(page) : tl::unexpected(version.error());
}

}  // namespace cadran::web
