// SPDX-License-Identifier: Apache-2.0
#include "cli/definitions.h"

#include "base/text.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

using model::DefinitionKind;
using model::DefinitionVersion;

std::string name_of(const Invocation& invocation, DefinitionKind kind) {
    switch (kind) {
        case DefinitionKind::workspace: return "workspace";
        case DefinitionKind::process: return invocation.arguments().get("PROCESS");
        case DefinitionKind::plugin: break;
    }
    return invocation.arguments().get("PLUGIN");
}

Cell number_cell(const Output& output, const std::optional<DefinitionVersion>& version) {
    return version ? output.cell(std::int64_t{version->number}) : Cell{};
}

Cell from_cell(const Output& output, const std::optional<DefinitionVersion>& version) {
    return version && version->acceptance ? output.cell(version->acceptance->from) : Cell{};
}

// `--from 2`, `--to draft`.
Result<app::WhichVersion> side(const Arguments& arguments, std::string_view option,
                               const app::WhichVersion& otherwise) {
    const auto value = arguments.find(option);
    if (!value) return otherwise;
    if (*value == "draft") return app::WhichVersion{.draft = true};
    const auto number = parse_integer(*value);
    if (number && *number > 0 && *number < 1'000'000)
        return app::WhichVersion{.number = static_cast<int>(*number)};
    return invalid(
        Message{"cli.no_version_number", {{"argument", "--" + std::string(option)}, {"value", *value}}},
        Message{"cli.version_form"});
}

// Sentences for people; for programs the values beside them.
void print_changes(Output& output, const app::Comparison& comparison) {
    Table table{{{"path", {"cli.part"}},
                 {"change", {"cli.change"}},
                 {"before", {"cli.before"}},
                 {"after", {"cli.after"}}},
                {}};
    std::string sentences;
    for (const model::Change& change : comparison.changes) {
        table.rows.push_back({output.cell(change.path), output.cell(change.text), output.cell(change.before),
                              output.cell(change.after)});
        sentences += change.text + "\n";
    }
    if (output.format() == Format::table)
        output.text(sentences);
    else
        output.table(table);
    if (comparison.changes.empty())
        output.say(comparison.same_files ? Message{"cli.same_content"} : Message{"cli.same_meaning"});
}

// What an acceptance from that date changes; nothing is said of a first one.
void announce(Invocation& invocation, DefinitionKind kind, const std::string& name, Date from) {
    app::Session& session = invocation.session();
    const auto versions = app::history(session, kind, name);
    if (!versions || versions->back().version.acceptance) return;
    const int draft = versions->back().version.number;
    const auto comparison = app::compare(session, kind, name, {.on = from}, {.number = draft});
    if (!comparison) return;
    for (const model::Change& change : comparison->changes)
        invocation.output().say({"cli.accepted_change", {{"change", change.text}}});
    if (comparison->changes.empty()) invocation.output().say({"cli.same_meaning"});
}

}  // namespace

Cell version_cell(const Output& output, const std::optional<DefinitionVersion>& version) {
    return version ? output.cell(std::int64_t{version->number})
                   : Cell{output.catalogue().text(Message{"cli.draft"}), {}};
}

Cell in_force_cell(const Output& output, const std::optional<DefinitionVersion>& version) {
    return from_cell(output, version);
}

Result<app::WhichVersion> which_version(const Arguments& arguments) {
    const int given = arguments.has("version") + arguments.has("on") + arguments.has("draft");
    if (given > 1) return invalid(Message{"cli.several_versions"}, Message{"cli.give_one_version"});
    auto which = side(arguments, "version", {});
    if (!which) return which;
    which->draft = which->draft || arguments.has("draft");
    if (!arguments.has("on")) return which;
    const auto date = arguments.date("on");
    if (!date) return tl::unexpected(date.error());
    return app::WhichVersion{.on = *date};
}

Result<int> draft_definition(Invocation& invocation, DefinitionKind kind) {
    return print_draft(invocation,
                       app::draft_definition(invocation.session(), kind, name_of(invocation, kind)));
}

Result<int> print_draft(Invocation& invocation, const Result<model::DefinitionVersion>& draft) {
    if (!draft) return tl::unexpected(draft.error());
    invocation.output().say(
        {"cli.handed_in", {{"name", draft->name}, {"version", std::int64_t{draft->number}}}});
    return exit_fine;
}

Result<int> accept_definition(Invocation& invocation, DefinitionKind kind) {
    const Arguments& arguments = invocation.arguments();
    const auto from = arguments.date("from");
    if (!from) return tl::unexpected(from.error());
    const std::string name = name_of(invocation, kind);
    announce(invocation, kind, name, *from);
    const auto accepted =
        app::accept_definition(invocation.session(), kind, {name, *from, arguments.get("reason")});
    if (!accepted) return tl::unexpected(accepted.error());
    invocation.output().say(
        {"cli.accepted",
         {{"name", accepted->name}, {"version", std::int64_t{accepted->number}}, {"date", *from}}});
    invocation.output().say({"cli.accepted_digest", {{"digest", accepted->hash.hex()}}});
    return exit_fine;
}

Result<int> list_definitions(Invocation& invocation, DefinitionKind kind) {
    const auto standings = app::list_definitions(invocation.session(), kind);
    if (!standings) return tl::unexpected(standings.error());
    Output& output = invocation.output();
    Table table{{{"name", {"cli.name"}},
                 {"version", {"cli.version_in_force"}, true},
                 {"from", {"cli.in_force_from"}},
                 {"next", {"cli.next_version"}, true},
                 {"next_from", {"cli.next_from"}},
                 {"handed_in", {"cli.to_accept"}, true},
                 {"edited", {"cli.edited"}}},
                {}};
    for (const app::Standing& standing : *standings) {
        table.rows.push_back(
            {output.cell(standing.name),
             number_cell(output, standing.in_force),
             from_cell(output, standing.in_force),
             number_cell(output, standing.next),
             from_cell(output, standing.next),
             number_cell(output, standing.handed_in),
             {standing.edited ? output.catalogue().text(Message{"cli.yes"}) : "", standing.edited}});
    }
    output.table(table);
    return exit_fine;
}

Result<int> show_history(Invocation& invocation, DefinitionKind kind) {
    const auto versions = app::history(invocation.session(), kind, name_of(invocation, kind));
    if (!versions) return tl::unexpected(versions.error());
    Output& output = invocation.output();
    Table table{{{"version", {"cli.version"}, true},
                 {"from", {"cli.in_force_from"}},
                 {"last", {"cli.in_force_to"}},
                 {"author", {"cli.author"}},
                 {"handed_in", {"cli.handed_in_at"}},
                 {"approver", {"cli.approver"}},
                 {"accepted", {"cli.accepted_at"}},
                 {"reason", {"cli.reason"}},
                 {"sha256", {"cli.digest"}},
                 {"review", {"cli.asked_by_review"}}},
                {}};
    for (const auto& [version, last] : *versions) {
        const auto& acceptance = version.acceptance;
        const std::string hex = version.hash.hex();
        table.rows.push_back({output.cell(std::int64_t{version.number}),
                              acceptance ? output.cell(acceptance->from)
                                         : Cell{output.catalogue().text(Message{"cli.draft"}), {}},
                              last ? output.cell(*last) : Cell{},
                              output.cell(version.author),
                              output.cell(iso_text(version.drafted_at)),
                              acceptance ? output.cell(acceptance->approver) : Cell{},
                              acceptance ? output.cell(iso_text(acceptance->at)) : Cell{},
                              acceptance ? output.cell(acceptance->reason) : Cell{},
                              {hex.substr(0, 12), hex},
                              output.cell(version.review)});
    }
    output.table(table);
    return exit_fine;
}

Result<int> compare_versions(Invocation& invocation, DefinitionKind kind) {
    const auto before = side(invocation.arguments(), "from", {});
    if (!before) return tl::unexpected(before.error());
    const auto after = side(invocation.arguments(), "to", {.draft = true});
    if (!after) return tl::unexpected(after.error());
    const auto comparison =
        app::compare(invocation.session(), kind, name_of(invocation, kind), *before, *after);
    if (!comparison) return tl::unexpected(comparison.error());
    print_changes(invocation.output(), *comparison);
    return comparison->changes.empty() ? exit_fine : exit_found;
}

Result<int> export_version(Invocation& invocation, DefinitionKind kind) {
    const auto which = which_version(invocation.arguments());
    if (!which) return tl::unexpected(which.error());
    const Done exported = app::export_version(invocation.session(), kind, name_of(invocation, kind), *which,
                                              invocation.path("to"));
    if (!exported) return tl::unexpected(exported.error());
    invocation.output().say({"cli.version_exported", {{"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
