// SPDX-License-Identifier: Apache-2.0
#include "app/audit_programme.h"

#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

Cell audit_cell(std::int64_t number) {
    return number == 0 ? Cell{"–", {}} : Cell{model::audit_name(number), Json(number)};
}

// `major residual risk (3), never audited (2)`; a list for programs.
Cell reasons_cell(const Output& output, const std::vector<audit::Weight>& weights) {
    std::vector<std::string> words;
    Json::Array reasons;
    for (const audit::Weight& weight : weights) {
        const std::string reason = output.catalogue().text(weight.reason);
        words.push_back(fmt::format("{} ({})", reason, weight.points));
        reasons.push_back(Json::Object{{"points", weight.points}, {"reason", reason}});
    }
    if (words.empty()) words.push_back(output.catalogue().text(Message{"cli.nothing_weighs"}));
    const std::string all = fmt::format("{}", fmt::join(words, ", "));
    return {all, output.format() == Format::json ? Json(std::move(reasons)) : Json(all)};
}

Table lines_of(const Output& output, const audit::Programme& programme) {
    Table table{{{"subject", {"cli.kind"}},
                 {"auditee", {"cli.auditee"}},
                 {"points", {"cli.weight"}, true},
                 {"months", {"cli.every_months"}, true},
                 {"last_held", {"cli.last_audited"}},
                 {"due_by", {"cli.due_by"}},
                 {"coverage", {"cli.state"}},
                 {"audit", {"cli.audit"}},
                 {"reasons", {"cli.reasons"}}},
                {}};
    for (const audit::ProgrammeLine& line : programme.lines) {
        table.rows.push_back(
            {titled(output, model::audit_subject_title(line.subject),
                    model::audit_subject_name(line.subject)),
             titled(output, line.title, line.id), output.cell(std::int64_t{line.points()}),
             output.cell(std::int64_t{line.months}), output.cell(line.last_held), output.cell(line.due_by),
             titled(output, audit::coverage_title(line.coverage), audit::coverage_name(line.coverage)),
             audit_cell(line.audit), reasons_cell(output, line.weights)});
    }
    return table;
}

Table clashes_of(const Output& output, const audit::Programme& programme) {
    Table table{{{"first", {"cli.audit"}},
                 {"second", {"cli.other_audit"}},
                 {"who", {"cli.in_both"}},
                 {"as", {"cli.as"}},
                 {"from", {"cli.from"}},
                 {"to", {"cli.to"}}},
                {}};
    for (const audit::Clash& clash : programme.clashes) {
        const Message as{clash.is_auditor ? "cli.as_auditor" : "cli.as_auditee"};
        table.rows.push_back(
            {audit_cell(clash.first), audit_cell(clash.second), output.cell(clash.who),
             Cell{output.catalogue().text(as), Json(clash.is_auditor ? "auditor" : "auditee")},
             output.cell(clash.from), output.cell(clash.to)});
    }
    return table;
}

Table certificate_of(const Output& output, const audit::Programme& programme) {
    Table table{{{"step", {"cli.certificate_audit"}},
                 {"on", {"cli.date"}},
                 {"process", {"cli.process"}},
                 {"pilot", {"cli.pilot"}},
                 {"mock_by", {"cli.mock_audit_by"}},
                 {"audit", {"cli.audit"}}},
                {}};
    for (const audit::CertificateStep& step : programme.certificate) {
        const Cell kind = titled(output, audit::certificate_audit_title(step.kind),
                                 audit::certificate_audit_name(step.kind));
        const Cell none{"–", {}};
        if (step.mocks.empty()) table.rows.push_back({kind, output.cell(step.on), none, none, none, none});
        for (const audit::MockAudit& mock : step.mocks)
            table.rows.push_back({kind, output.cell(step.on), titled(output, mock.title, mock.process),
                                  output.cell(mock.pilot), output.cell(mock.due_by), audit_cell(mock.audit)});
    }
    return table;
}

Json objects_of(const Table& table) {
    Json::Array objects;
    for (const std::vector<Cell>& row : table.rows) {
        Json::Object object;
        for (std::size_t i = 0; i < row.size(); ++i) object[table.headings[i].key] = row[i].value;
        objects.push_back(std::move(object));
    }
    return objects;
}

// Programs get all three at once, a spreadsheet the lines.
void print(Output& output, const audit::Programme& programme) {
    const Table lines = lines_of(output, programme), clashes = clashes_of(output, programme),
                certificate = certificate_of(output, programme);
    if (output.format() == Format::json) {
        output.record(
            {{{"lines", {"cli.audit"}}, {"clashes", {"cli.other_audit"}}, {"certificate", {"cli.date"}}},
             {{{"", objects_of(lines)}, {"", objects_of(clashes)}, {"", objects_of(certificate)}}}});
        return;
    }
    output.table(lines);
    if (output.format() != Format::table) return;
    if (!clashes.rows.empty()) {
        output.say({"cli.audits_clash"});
        output.table(clashes);
    }
    if (!certificate.rows.empty()) {
        output.say({"cli.certificate_cycle"});
        output.table(certificate);
    }
}

}  // namespace

Result<int> audit_programme(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto year = arguments.period("year");
    if (!year) return tl::unexpected(year.error());
    const auto certified = arguments.optional_date("certified");
    if (!certified) return tl::unexpected(certified.error());
    const auto programme = app::audit_programme(invocation.session(), {*year, *certified});
    if (!programme) return tl::unexpected(programme.error());
    Output& output = invocation.output();
    print(output, *programme);
    if (output.format() == Format::table && programme->has_gaps()) output.say({"cli.programme_has_gaps"});
    return programme->has_gaps() ? exit_found : exit_fine;
}

}  // namespace cadran::cli
