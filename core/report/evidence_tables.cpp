// SPDX-License-Identifier: Apache-2.0
#include "report/evidence_tables.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/markup.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using namespace model;

constexpr std::size_t shown_at_once = 3;

std::string base_name(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

class EvidenceTables {
  public:
    EvidenceTables(const EvidenceDossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone)
        : dossier_(dossier), catalogue_(catalogue), zone_(zone) {}

    std::vector<SectionTable> of(EvidenceStep step) const {
        switch (step) {
            case EvidenceStep::method: return {sheets(), sources()};
            case EvidenceStep::result: return {measurements(), runs()};
            case EvidenceStep::conclusion: return {reviews(), management_reviews(), audits()};
            case EvidenceStep::action: return {actions(), nonconformities()};
            case EvidenceStep::proof: break;
        }
        return {findings(), audit_findings(), pieces()};
    }

  private:
    std::string words(const Message& message) const { return catalogue_.text(message); }
    struct Column {
        Message title;
        const char* kind = "";
    };
    SectionTable table(const Message& caption, const std::vector<Column>& columns) const {
        SectionTable table(words(caption));
        for (const Column& column : columns) table.column(words(column.title), column.kind);
        return table;
    }
    std::string title_of(const std::string& process) const {
        const auto known = dossier_.processes.find(process);
        return known == dossier_.processes.end() ? process : catalogue_.text(known->second);
    }
    TableCell day(const std::optional<Date>& date) const {
        return {date ? catalogue_.date(*date) : no_value};
    }
    TableCell day(const std::optional<Mark>& mark) const {
        return day(mark ? std::optional(zone_.date_of(mark->at)) : std::nullopt);
    }
    TableCell number(std::int64_t value) const { return {catalogue_.number(value), "number"}; }
    // The page that people read in their language first; where there are many, the others fold away.
    TableCell files(std::vector<std::string> paths) const {
        if (paths.empty()) return {no_value};
        const std::string own = fmt::format(".{}.html", language_tag(catalogue_.language()));
        std::ranges::stable_partition(paths, [&](const std::string& path) {
            return path.ends_with(own) || path.ends_with("/sheet.html");
        });
        std::string markup = evidence_link(paths.front(), base_name(paths.front()));
        std::string others;
        for (std::size_t i = 1; i < paths.size(); ++i)
            others += "<li>" + evidence_link(paths[i], base_name(paths[i])) + "</li>";
        if (others.empty()) return {"", "files", markup};
        const bool few = paths.size() <= shown_at_once;
        const std::string count = words({"report.evidence_other_files", {{"count", std::ssize(paths) - 1}}});
        markup += few ? "<ul>" + others + "</ul>"
                      : "<details><summary>" + escaped(count) + "</summary><ul>" + others + "</ul></details>";
        return {"", "files", markup};
    }

    SectionTable sheets() const {
        SectionTable table = this->table({"report.evidence_sheets"}, {{{"report.process"}},
                                                                      {{"report.evidence_version"}, "number"},
                                                                      {{"report.evidence_in_force"}},
                                                                      {{"report.evidence_files"}}});
        for (const EvidencedSheet& one : dossier_.sheets) {
            const Date from = one.version.acceptance ? one.version.acceptance->from : one.first;
            const Message days = one.last < dossier_.last
                                     ? Message{"report.evidence_days", {{"first", from}, {"last", one.last}}}
                                     : Message{"report.evidence_since", {{"first", from}}};
            table.row(catalogue_.text(one.process.title),
                      {number(one.version.number), {words(days)}, files(one.files)});
        }
        return table;
    }

    SectionTable sources() const {
        SectionTable table =
            this->table({"report.evidence_sources"}, {{{"report.evidence_source"}},
                                                      {{"report.evidence_plugin_version"}, "number"},
                                                      {{"report.evidence_in_force"}},
                                                      {{"report.evidence_files"}}});
        for (const EvidencedSource& one : dossier_.sources) {
            table.row(catalogue_.text(one.title),
                      {number(one.version),
                       {words({"report.evidence_since", {{"first", one.from}}})},
                       files({one.file})},
                      one.id);
        }
        return table;
    }

    SectionTable measurements() const {
        SectionTable table =
            this->table({"report.evidence_measurements"}, {{{"report.indicator"}},
                                                           {{"report.period"}},
                                                           {{"report.value"}, "number"},
                                                           {{"report.target"}},
                                                           {{"report.evidence_result"}},
                                                           {{"report.evidence_measured_on"}}});
        std::string process;
        for (const Measurement& one : dossier_.measurements) {
            if (one.process != process) table.group(title_of(one.process));
            process = one.process;
            const auto title = dossier_.indicators.find(one.process + "/" + one.indicator);
            const bool missed =
                one.attainment() == Attainment::missed || one.attainment() == Attainment::alert;
            table.row(title == dossier_.indicators.end() ? one.indicator : catalogue_.text(title->second),
                      {{period_words(one.period, catalogue_)},
                       {figure_words(one, catalogue_), "number"},
                       {target_words(one, catalogue_)},
                       {attainment_words(one, catalogue_), missed ? "missed" : "none"},
                       day(zone_.date_of(one.at))});
        }
        return table;
    }

    SectionTable runs() const {
        SectionTable table =
            this->table({"report.evidence_runs"}, {{{"report.evidence_control"}},
                                                   {{"report.period"}},
                                                   {{"report.evidence_run_on"}},
                                                   {{"report.evidence_population"}, "number"},
                                                   {{"report.evidence_selected"}, "number"},
                                                   {{"report.evidence_failed"}, "number"},
                                                   {{"report.evidence_errors"}, "number"}});
        for (auto at = dossier_.runs.begin(); at != dossier_.runs.end(); ++at) {
            const Run& run = *at;
            // A period is run again while its records come in; the data hold every run.
            if (std::any_of(std::next(at), dossier_.runs.end(), [&](const Run& later) {
                    return later.process == run.process && later.period == run.period;
                }))
                continue;
            for (const ControlResult& one : run.results) {
                table.row(one.control.id, {{period_words(run.period, catalogue_)},
                                           day(zone_.date_of(run.at)),
                                           number(one.population),
                                           number(one.selected),
                                           number(one.failed),
                                           number(one.errors)});
            }
        }
        return table;
    }

    SectionTable reviews() const {
        SectionTable table = this->table({"report.evidence_reviews"}, {{{"report.process"}},
                                                                       {{"report.period"}},
                                                                       {{"report.register_state"}},
                                                                       {{"report.evidence_signed_on"}},
                                                                       {{"report.evidence_files"}}});
        for (const EvidencedReview& one : dossier_.reviews) {
            table.row(title_of(one.review.process), {{period_words(one.review.period, catalogue_)},
                                                     {catalogue_.text(review_state_title(one.review.state))},
                                                     day(one.review.signed_off),
                                                     files(one.files)});
        }
        return table;
    }

    SectionTable management_reviews() const {
        SectionTable table =
            this->table({"report.evidence_management_reviews"}, {{{"report.period"}},
                                                                 {{"report.register_state"}},
                                                                 {{"report.evidence_signed_on"}},
                                                                 {{"report.evidence_files"}}});
        for (const EvidencedManagementReview& one : dossier_.management_reviews) {
            table.row(period_words(one.review.period, catalogue_),
                      {{catalogue_.text(review_state_title(one.review.state))},
                       day(one.review.signed_off),
                       files(one.files)});
        }
        return table;
    }

    SectionTable audits() const {
        SectionTable table = this->table({"report.evidence_audits"}, {{{"report.evidence_audit"}},
                                                                      {{"report.register_state"}},
                                                                      {{"report.evidence_final_on"}},
                                                                      {{"report.evidence_files"}}});
        for (const EvidencedAudit& one : dossier_.audits) {
            table.row(
                audit_name(one.audit) + " – " + catalogue_.text(one.auditee),
                {{catalogue_.text(audit_state_title(one.audit.state))}, day(one.finished), files(one.files)});
        }
        return table;
    }

    SectionTable actions() const {
        SectionTable table = this->table({"report.evidence_actions"}, {{{"report.plan_action"}},
                                                                       {{"report.process"}},
                                                                       {{"report.plan_kind"}},
                                                                       {{"report.plan_due"}},
                                                                       {{"report.plan_state"}}});
        for (const ReviewedAction& one : dossier_.actions) {
            const Action& action = one.action;
            table.row(action.text,
                      {{title_of(action.process)},
                       {catalogue_.text(action_kind_title(action.kind))},
                       day(action.due),
                       {catalogue_.text(action_state_title(action.state)), one.overdue ? "missed" : "none"}},
                      action_name(action));
        }
        return table;
    }

    SectionTable nonconformities() const {
        SectionTable table =
            this->table({"report.evidence_nonconformities"}, {{{"report.evidence_nonconformity"}},
                                                              {{"report.process"}},
                                                              {{"report.register_stated_on"}},
                                                              {{"report.register_findings"}, "number"},
                                                              {{"report.register_state"}}});
        for (const EvidencedNonconformity& one : dossier_.nonconformities) {
            const bool over = one.follow_up.dealt_with();
            table.row(one.nonconformity.title,
                      {{title_of(one.nonconformity.process)},
                       day(one.stated),
                       number(std::ssize(one.nonconformity.findings)),
                       {words(over ? Message{"report.evidence_dealt_with"}
                                   : Message{"report.evidence_not_dealt_with"}),
                        over ? "met" : "none"}},
                      one.nonconformity.requirement);
        }
        return table;
    }

    SectionTable findings() const {
        SectionTable table =
            this->table({"report.evidence_findings"}, {{{"report.evidence_control"}},
                                                       {{"report.evidence_confirmed"}, "number"},
                                                       {{"report.evidence_dismissed"}, "number"},
                                                       {{"report.evidence_open"}, "number"}});
        std::map<std::string, std::map<FindingState, std::int64_t>> counts;
        for (const EvidencedFinding& one : dossier_.findings)
            ++counts[one.finding.control.id][one.finding.state];
        for (auto& [control, by_state] : counts) {
            table.row(control,
                      {number(by_state[FindingState::confirmed]), number(by_state[FindingState::dismissed]),
                       number(by_state[FindingState::open])});
        }
        return table;
    }

    SectionTable audit_findings() const {
        SectionTable table = this->table({"report.evidence_audit_findings"}, {{{"report.evidence_finding"}},
                                                                              {{"report.evidence_kind"}},
                                                                              {{"report.evidence_reference"}},
                                                                              {{"report.plan_due"}},
                                                                              {{"report.register_state"}}});
        for (const EvidencedAudit& audit : dossier_.audits) {
            if (!audit.findings.empty())
                table.group(audit_name(audit.audit) + " – " + catalogue_.text(audit.auditee));
            for (const AuditFinding& one : audit.findings) {
                const std::string kind = catalogue_.text(audit_finding_kind_title(one.kind));
                const std::string level =
                    one.level ? " – " + catalogue_.text(severity_title(*one.level)) : "";
                table.row(audit_finding_name(one), {{kind + level},
                                                    {one.reference.empty() ? no_value : one.reference},
                                                    day(one.expected_on),
                                                    {catalogue_.text(audit_finding_state_title(one.state))}});
            }
        }
        return table;
    }

    SectionTable pieces() const {
        SectionTable table = this->table(
            {"report.evidence_pieces"},
            {{"report.evidence_piece"}, {"report.evidence_received_on"}, {"report.evidence_files"}});
        for (const EvidencedManagementReview& one : dossier_.management_reviews) {
            if (!one.documents.empty())
                table.group(words({"report.evidence_supplied_to",
                                   {{"period", period_words(one.review.period, catalogue_)}}}));
            for (const auto& [input, path] : one.documents) {
                const InputAnswer* answer = one.review.answer_to(input);
                table.row(catalogue_.text(review_input_title(input)),
                          {day(answer == nullptr ? std::optional<Mark>() : std::optional(answer->mark)),
                           files({path})});
            }
        }
        for (const EvidencedAudit& audit : dossier_.audits) {
            if (!audit.pieces.empty())
                table.group(audit_name(audit.audit) + " – " + catalogue_.text(audit.auditee));
            for (const EvidencedPiece& one : audit.pieces)
                table.row(catalogue_.text(one.title), {day(one.received), files({one.file})},
                          one.original_name);
        }
        return table;
    }

    const EvidenceDossier& dossier_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
};

}  // namespace

std::vector<SectionTable> evidence_tables(const EvidenceDossier& dossier, EvidenceStep step,
                                          const Catalogue& catalogue, const calendar::Zone& zone) {
    std::vector<SectionTable> tables = EvidenceTables(dossier, catalogue, zone).of(step);
    std::erase_if(tables, &SectionTable::is_empty);
    return tables;
}

std::string evidence_link(const std::string& path, const std::string& words) {
    return "<a href=\"" + escaped(path) + "\">" + escaped(words) + "</a>";
}

}  // namespace cadran::report
