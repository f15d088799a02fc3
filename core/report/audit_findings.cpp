// SPDX-License-Identifier: Apache-2.0
#include "report/audit_findings.h"

#include <algorithm>
#include <ranges>

#include "report/level_bars.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using model::AuditFinding;
using model::AuditFindingKind;
using model::AuditFindingState;
using model::ReportedFinding;

// How a finding is written: a text, and below it lines that begin with what they are about.
class Writing {
  public:
    Writing(const model::AuditDossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone)
        : dossier_(dossier), catalogue_(catalogue), zone_(zone) {}

    Json finding(const ReportedFinding& reported) {
        lines_.clear();
        const AuditFinding& one = reported.finding;
        facts(reported);
        answer(one);
        settlement(one);
        follow_up(one);
        return written(one, one.level ? level_class(*one.level) : "none");
    }

    // What was said on both sides.
    Json argument(const AuditFinding& one) {
        lines_.clear();
        answer(one);
        settlement(one);
        return written(one, "none");
    }

    // A strength.
    Json statement(const AuditFinding& one) {
        lines_.clear();
        line({"report.audit_items"}, items(one));
        line({"report.comment"}, one.comment);
        return written(one, "strength");
    }

  private:
    std::string words(const Message& message) const { return catalogue_.text(message); }
    std::string words(model::Severity level) const { return level_words(level, dossier_, catalogue_); }
    std::string date(Date day) const { return catalogue_.date(day); }

    // Nothing to say, no line.
    void line(const Message& lead, std::string said) {
        if (said.empty()) return;
        lines_.push_back(Json::Object{{"lead", words(lead)}, {"words", std::move(said)}});
    }

    // `Maintenu, le …: parce que`; alone where nothing stands behind.
    std::string with(std::string sentence, const std::string& behind) const {
        if (behind.empty()) return sentence;
        return words({"report.audit_with", {{"words", std::move(sentence)}, {"behind", behind}}});
    }

    // `Accepté par … le …`, and behind it what was said.
    std::string said(std::string id, const model::Mark& mark, const std::string& behind) const {
        std::string sentence =
            words({std::move(id), {{"account", dossier_.person(mark.by)}, {"date", zone_.date_of(mark.at)}}});
        return with(std::move(sentence), behind);
    }

    Json written(const AuditFinding& one, std::string look) const {
        Json::Array badges;
        if (one.times > 1) badges.push_back(words({"report.audit_repeated", {{"number", one.times}}}));
        if (one.is_overdue(dossier_.date)) badges.push_back(words({"report.audit_overdue"}));
        if (one.is_divergence()) badges.push_back(words({"report.audit_divergence"}));
        return Json::Object{
            {"badges", badges},
            {"level", std::move(look)},
            {"lines", lines_},
            {"name", model::audit_finding_name(one)},
            {"state", catalogue_.text(model::audit_finding_state_title(one.state))},
            {"text", one.text},
            {"title",
             one.level ? words(*one.level) : catalogue_.text(model::audit_finding_kind_title(one.kind))},
        };
    }

    std::string items(const AuditFinding& one) const {
        std::string list;
        for (const std::string& id : one.items) {
            const auto found = std::ranges::find_if(
                dossier_.items, [&](const model::AuditedItem& audited) { return audited.item.id == id; });
            list += (list.empty() ? "" : " · ") +
                    (found == dossier_.items.end() ? id : catalogue_.text(found->item.title));
        }
        return list;
    }

    void facts(const ReportedFinding& reported) {
        const AuditFinding& one = reported.finding;
        line({"report.audit_items"}, items(one));
        line({"report.audit_reference"}, one.reference);
        line({"report.comment"}, one.comment);
        line({"report.audit_consequence"}, one.consequence);
        line({"report.audit_cause"}, one.cause);
        line({"report.audit_similar_cases"}, one.similar_cases);
        line({"report.plan_owner"}, one.owner);
        line({"report.audit_expected_on"}, one.expected_on ? date(*one.expected_on) : "");
        if (one.proposed_level) {
            const std::string reason = catalogue_.text(reported.proposed_reason);
            line({"report.audit_proposed_level"},
                 words(*one.proposed_level) + (reason.empty() ? "" : " (" + reason + ")"));
        }
        if (reported.earlier) {
            line({"report.audit_repeats"}, words({"report.audit_repeats_that",
                                                  {{"finding", model::audit_finding_name(*reported.earlier)},
                                                   {"audit", model::audit_name(reported.earlier->audit)},
                                                   {"text", reported.earlier->text}}}));
        }
        line({"report.audit_action"}, one.action == 0 ? "" : "A-" + std::to_string(one.action));
    }

    void answer(const AuditFinding& one) {
        if (!one.answer) return;
        line({"report.audit_answer"},
             said(one.answer->accepted ? "report.audit_accepted" : "report.audit_contested", one.answer->mark,
                  one.answer->argument));
    }

    void settlement(const AuditFinding& one) {
        if (!one.settled) return;
        const Message settled{"report.audit_settled",
                              {{"settlement", model::settlement_title(one.settled->settlement)},
                               {"date", zone_.date_of(one.settled->mark.at)}}};
        line({"report.audit_outcome"}, with(words(settled), one.settled->reason));
        line({"report.audit_former_text"}, one.settled->former_text);
        line({"report.audit_former_level"},
             one.settled->former_level ? words(*one.settled->former_level) : "");
    }

    void follow_up(const AuditFinding& one) {
        for (std::size_t i = 0; i < one.resolutions.size(); ++i) {
            const model::Resolution& resolution = one.resolutions[i];
            std::string files;
            for (const model::PackFile& file : resolution.evidence)
                files += (files.empty() ? " (" : ", ") + file.name;
            line({"report.audit_resolution"},
                 with(words({"report.audit_resolved_on", {{"date", resolution.on}}}), resolution.comment) +
                     (files.empty() ? "" : files + ")"));
            if (i >= one.verifications.size()) continue;
            const model::Verification& judged = one.verifications[i];
            line({"report.audit_verification"},
                 said(judged.is_resolved ? "report.audit_verified" : "report.audit_not_verified", judged.mark,
                      judged.comment));
        }
    }

    const model::AuditDossier& dossier_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
    Json::Array lines_;
};

bool is_withdrawn(const ReportedFinding& reported) {
    return reported.finding.state == AuditFindingState::withdrawn;
}

// Findings of one kind, of one level where it has levels, in their order.
struct Group {
    AuditFindingKind kind;
    std::optional<model::Severity> level = {};
};

// Recommendations stand where their gravity puts them among the nonconformities of other audits.
std::vector<Group> groups() {
    std::vector<Group> all{{AuditFindingKind::major_nonconformity}, {AuditFindingKind::minor_nonconformity}};
    for (const model::Severity level : model::all_severities | std::views::reverse)
        all.push_back({AuditFindingKind::recommendation, level});
    all.push_back({AuditFindingKind::sensitive_point});
    all.push_back({AuditFindingKind::improvement});
    return all;
}

std::string title_of(const Group& group, std::int64_t count, const model::AuditDossier& dossier,
                     const Catalogue& catalogue) {
    const std::string title =
        group.level ? catalogue.text(Message{"report.audit_of_level",
                                             {{"level", level_words(*group.level, dossier, catalogue)}}})
                    : catalogue.text(model::audit_finding_kind_title(group.kind));
    return catalogue.text(Message{"report.audit_group", {{"title", title}, {"number", count}}});
}

}  // namespace

std::string level_words(model::Severity level, const model::AuditDossier& dossier,
                        const Catalogue& catalogue) {
    return catalogue.text(dossier.levels.at(level));
}

Json::Object audit_findings(const model::AuditDossier& dossier, const Catalogue& catalogue,
                            const calendar::Zone& zone) {
    Writing writing(dossier, catalogue, zone);
    Json::Array strengths, divergences, withdrawn, written;
    for (const ReportedFinding& one : dossier.findings) {
        if (one.finding.kind == AuditFindingKind::strength && !is_withdrawn(one))
            strengths.push_back(writing.statement(one.finding));
        if (one.finding.is_divergence()) divergences.push_back(writing.argument(one.finding));
        if (is_withdrawn(one)) withdrawn.push_back(writing.argument(one.finding));
    }
    for (const Group& group : groups()) {
        Json::Array findings;
        for (const ReportedFinding& one : dossier.findings) {
            const bool is_of_group =
                one.finding.kind == group.kind && (!group.level || one.finding.level == group.level);
            if (is_of_group && !is_withdrawn(one)) findings.push_back(writing.finding(one));
        }
        if (findings.empty()) continue;
        written.push_back(Json::Object{{"findings", findings},
                                       {"level", group.level ? level_class(*group.level) : "none"},
                                       {"title", title_of(group, std::ssize(findings), dossier, catalogue)}});
    }
    return {{"divergences", divergences},
            {"groups", written},
            {"has_divergences", !divergences.empty()},
            {"has_findings", !written.empty()},
            {"has_strengths", !strengths.empty()},
            {"has_withdrawn", !withdrawn.empty()},
            {"strengths", strengths},
            {"withdrawn", withdrawn}};
}

}  // namespace cadran::report
