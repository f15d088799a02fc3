// SPDX-License-Identifier: Apache-2.0
#include "cli/audits.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "base/text.h"

namespace cadran::cli {

namespace {

Result<std::int64_t> number_of(const Arguments& arguments, std::string_view operand,
                               std::string_view prefix) {
    const std::string value = arguments.get(operand);
    if (const auto number = number_behind(value, prefix); number && *number > 0) return *number;
    return invalid(Message{"cli.unknown_value", {{"argument", std::string(operand)}, {"value", value}}},
                   Message{"cli.number_is", {{"example", std::string(prefix) + "3"}}});
}

}  // namespace

std::optional<std::int64_t> number_behind(std::string_view text, std::string_view prefix) {
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
    return parse_integer(text);
}

Result<std::int64_t> audit_number(const Arguments& arguments, std::string_view operand) {
    return number_of(arguments, operand, "AU-");
}

Result<std::int64_t> audit_finding_number(const Arguments& arguments) {
    return number_of(arguments, "NUMBER", "R-");
}

Result<std::optional<model::Severity>> optional_level(const Arguments& arguments) {
    if (!arguments.has("level")) return std::nullopt;
    std::string name = arguments.get("level");
    std::ranges::replace(name, '-', ' ');
    if (const auto level = model::parse_severity(name)) return *level;
    return invalid(
        Message{"cli.unknown_value",
                {{"argument", std::string("--level")}, {"value", arguments.get("level")}}},
        Message{"cli.known_names", {{"names", std::string("very-low, low, medium, high, major")}}});
}

Result<std::map<std::string, std::string>> pairs(const Arguments& arguments, std::string_view option) {
    std::map<std::string, std::string> values;
    Diagnostics faults;
    for (const std::string& text : arguments.all(option)) {
        const auto equals = text.find('=');
        const bool is_pair = equals != std::string::npos && equals > 0 && equals + 1 < text.size();
        if (is_pair && values.emplace(text.substr(0, equals), text.substr(equals + 1)).second) continue;
        faults.push_back({{},
                          {"cli.unknown_value", {{"argument", "--" + std::string(option)}, {"value", text}}},
                          Message{"cli.pair_is"}});
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return values;
}

Cell titled(const Output& output, const LocalText& title, std::string_view name) {
    return {output.catalogue().text(title), Json(name)};
}

Cell level_cell(const Output& output, const std::optional<model::Severity>& level) {
    if (!level) return {"–", {}};
    return {output.catalogue().text(model::severity_title(*level)), Json(model::severity_name(*level))};
}

void print_audit_findings(Output& output, const std::vector<app::ListedAuditFinding>& findings) {
    const Catalogue& catalogue = output.catalogue();
    Table table{{{"number", {"cli.number"}, true},
                 {"audit", {"cli.audit"}, true},
                 {"auditee", {"cli.auditee"}},
                 {"kind", {"cli.kind"}},
                 {"level", {"cli.level"}},
                 {"finding", {"cli.finding_text"}},
                 {"items", {"cli.items"}},
                 {"owner", {"cli.owner"}},
                 {"expected", {"cli.expected"}},
                 {"times", {"cli.times"}, true},
                 {"state", {"cli.state"}},
                 {"overdue", {"cli.overdue"}}},
                {}};
    for (const auto& [finding, auditee, overdue] : findings) {
        table.rows.push_back({{model::audit_finding_name(finding), Json(finding.number)},
                              {model::audit_name(finding.audit), Json(finding.audit)},
                              output.cell(auditee),
                              {catalogue.text(model::audit_finding_kind_title(finding.kind)),
                               Json(model::audit_finding_kind_name(finding.kind))},
                              level_cell(output, finding.level),
                              output.cell(finding.text),
                              output.cell(fmt::format("{}", fmt::join(finding.items, ", "))),
                              output.cell(finding.owner),
                              output.cell(finding.expected_on),
                              output.cell(finding.times),
                              {catalogue.text(model::audit_finding_state_title(finding.state)),
                               Json(model::audit_finding_state_name(finding.state))},
                              {overdue ? catalogue.text(Message{"cli.yes"}) : "", Json(overdue)}});
    }
    output.table(table);
}

void say_state(Output& output, const model::Audit& audit) {
    output.say({"cli.audit_state",
                {{"audit", model::audit_name(audit)}, {"state", model::audit_state_title(audit.state)}}});
}

void say_piece_state(Output& output, const model::Audit& audit, const std::string& item) {
    output.say({"cli.piece_state",
                {{"piece", item}, {"state", model::piece_state_title(audit.piece(item)->state)}}});
}

void say_state(Output& output, const model::AuditFinding& finding) {
    output.say({"cli.audit_finding_state",
                {{"finding", model::audit_finding_name(finding)},
                 {"state", model::audit_finding_state_title(finding.state)}}});
}

}  // namespace cadran::cli
