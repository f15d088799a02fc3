// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

Cell names(const Output& output, const std::vector<std::string>& list) {
    return output.cell(fmt::format("{}", fmt::join(list, ", ")));
}

// `2 major, 5 high`, the highest first.
Cell levels_cell(const Output& output, const model::AuditDossier& dossier) {
    std::vector<std::string> parts;
    Json::Object json;
    const auto counts = dossier.by_level();
    for (auto one = counts.rbegin(); one != counts.rend(); ++one) {
        json[std::string(model::severity_name(one->first))] = one->second;
        if (one->second == 0) continue;
        parts.push_back(
            fmt::format("{} {}", one->second, output.catalogue().text(dossier.levels.at(one->first))));
    }
    return {fmt::format("{}", fmt::join(parts, ", ")), json};
}

// `Membership files: 15 of 391, 4 nonconforming`
Cell samples_cell(const Output& output, const model::AuditDossier& dossier) {
    std::vector<std::string> parts;
    Json::Array json;
    for (const model::ReportedSampling& one : dossier.samplings) {
        const std::int64_t drawn = std::ssize(one.sampling.drawn);
        const auto& wrong = one.sampling.nonconforming;
        json.push_back(Json::Object{{"drawn", drawn},
                                    {"nonconforming", wrong ? Json(std::ssize(*wrong)) : Json()},
                                    {"population", one.sampling.population},
                                    {"sample", one.sampling.sample}});
        std::vector<std::pair<std::string, Argument>> arguments{
            {"title", one.title}, {"drawn", drawn}, {"population", one.sampling.population}};
        if (wrong) arguments.emplace_back("count", std::ssize(*wrong));
        parts.push_back(output.catalogue().text(
            Message{wrong ? "cli.sample_seen" : "cli.sample_to_examine", std::move(arguments)}));
    }
    return {fmt::format("{}", fmt::join(parts, "; ")), json};
}

void print_summary(Output& output, const model::AuditDossier& dossier) {
    const model::Audit& audit = dossier.audit;
    output.record(
        {{{"audit", {"cli.audit"}},
          {"state", {"cli.state"}},
          {"checklist", {"cli.checklist"}},
          {"auditee", {"cli.auditee"}},
          {"scope", {"cli.audit_scope"}},
          {"references", {"cli.references"}},
          {"from", {"cli.from"}},
          {"to", {"cli.to"}},
          {"team", {"cli.team"}},
          {"contacts", {"cli.contacts"}},
          {"argue_by", {"cli.argue_by"}},
          {"levels", {"cli.recommendations"}},
          {"samples", {"cli.samples"}}},
         {{{model::audit_name(audit), Json(audit.number)},
           titled(output, model::audit_state_title(audit.state), model::audit_state_name(audit.state)),
           titled(output, dossier.checklist, audit.checklist),
           titled(output, dossier.auditee, audit.auditee),
           output.cell(audit.scope),
           output.cell(audit.references),
           output.cell(audit.from),
           output.cell(audit.to),
           names(output, dossier.team),
           names(output, dossier.contacts),
           output.cell(audit.argue_by),
           levels_cell(output, dossier),
           samples_cell(output, dossier)}}});
}

// What is left to be examined comes first to the eye: the verdict of each item.
void print_items(Output& output, const model::AuditDossier& dossier) {
    Table table{{{"item", {"cli.item"}},
                 {"title", {"cli.title"}},
                 {"piece", {"cli.piece"}},
                 {"verdict", {"cli.verdict"}}},
                {}};
    for (const model::AuditedItem& one : dossier.items) {
        const std::string piece =
            one.piece ? output.catalogue().text(model::piece_state_title(one.piece->state)) : "";
        table.rows.push_back({output.cell(one.item.id), output.cell(one.item.title), output.cell(piece),
                              titled(output, model::conformity_title(one.conformity()),
                                     model::conformity_name(one.conformity()))});
    }
    output.table(table);
}

}  // namespace

Result<int> audit_show(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto dossier = app::show_audit(invocation.session(), *number);
    if (!dossier) return tl::unexpected(dossier.error());
    Output& output = invocation.output();
    print_summary(output, *dossier);
    if (output.format() == Format::table) print_items(output, *dossier);
    return exit_fine;
}

}  // namespace cadran::cli
