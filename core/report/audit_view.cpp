// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <ranges>

#include <fmt/ranges.h>

#include "report/audit_findings.h"
#include "report/audit_report.h"
#include "report/audit_samplings.h"
#include "report/audit_tables.h"
#include "report/level_bars.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using model::AuditState;
using model::Conformity;

// The fixed words of the pages; templates call them `label.` and the name behind the point.
constexpr std::array audit_labels{"report.audit_calendar",
                                  "report.audit_compared",
                                  "report.audit_distribution",
                                  "report.audit_divergences",
                                  "report.audit_divergences_explained",
                                  "report.audit_findings",
                                  "report.audit_meetings",
                                  "report.audit_no_calendar",
                                  "report.audit_no_divergences",
                                  "report.audit_no_findings",
                                  "report.audit_no_pieces",
                                  "report.audit_no_questions",
                                  "report.audit_no_strengths",
                                  "report.audit_pieces",
                                  "report.audit_questions",
                                  "report.audit_signs_explained",
                                  "report.audit_strengths",
                                  "report.audit_verify",
                                  "report.audit_withdrawn",
                                  "report.contents",
                                  "report.participants",
                                  "report.signatures",
                                  "report.summary"};

Json::Array table_json(const SectionTable& table) {
    return table.is_empty() ? Json::Array{} : Json::Array{table.json()};
}

// Of pieces and questions.
struct Counts {
    std::int64_t pieces = 0, received = 0, late = 0, accepted = 0, rejected = 0, missing = 0;
    std::int64_t questions = 0, conforming = 0, nonconforming = 0, not_applicable = 0, not_checked = 0;

    explicit Counts(const model::AuditDossier& dossier) {
        for (const model::AuditedItem& one : dossier.items) {
            if (one.piece) take(*one.piece);
            if (one.item.is_piece) continue;
            ++questions;
            const Conformity conformity = one.conformity();
            conforming += conformity == Conformity::conforming;
            nonconforming += conformity == Conformity::nonconforming;
            not_applicable += conformity == Conformity::not_applicable;
            not_checked += conformity == Conformity::not_checked;
        }
    }

  private:
    void take(const model::Piece& piece) {
        ++pieces;
        received += !piece.deliveries.empty();
        missing += piece.deliveries.empty();
        late += piece.days_late().has_value();
        accepted += piece.state == model::PieceState::accepted;
        rejected += piece.state == model::PieceState::rejected;
    }
};

class AuditView {
  public:
    AuditView(const model::AuditDossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone)
        : dossier_(dossier), audit_(dossier.audit), catalogue_(catalogue), zone_(zone), counts_(dossier) {}

    Json json() const {
        Json::Object view = audit_findings(dossier_, catalogue_, zone_);
        view.merge(heading());
        view.merge(examined());
        view.merge(ending());
        view["essential"] = essential();
        view["label"] = labels(audit_labels, catalogue_);
        const auto counts = dossier_.by_level();
        const bool has_levels = std::ranges::any_of(counts, [](const auto& one) { return one.second > 0; });
        view["distribution"] = has_levels ? level_bars(counts, dossier_.levels, catalogue_) : "";
        view["has_distribution"] = has_levels;
        view["levels"] = levels(counts);
        return view;
    }

  private:
    std::string words(const Message& message) const { return catalogue_.text(message); }

    // For what shows no picture: bars made of letters.
    Json::Array levels(const std::map<model::Severity, std::int64_t>& counts) const {
        constexpr std::int64_t longest = 40;
        Json::Array all;
        for (const model::Severity level : model::all_severities | std::views::reverse) {
            std::string bar;
            for (std::int64_t i = 0; i < std::min(longest, counts.at(level)); ++i) bar += "■";
            all.push_back(Json::Object{{"bar", bar},
                                       {"count", catalogue_.number(counts.at(level))},
                                       {"title", level_words(level, dossier_, catalogue_)}});
        }
        return all;
    }

    bool is_provisional() const {
        return audit_.state != AuditState::final_report && audit_.state != AuditState::follow_up &&
               audit_.state != AuditState::closed;
    }

    Json::Object heading() const {
        return {
            {"auditee", catalogue_.text(dossier_.auditee)},
            {"checklist", catalogue_.text(dossier_.checklist)},
            {"facts", facts()},
            {"method", method()},
            {"name", model::audit_name(audit_)},
            {"organisation", dossier_.organisation},
            {"provisional", is_provisional()},
            {"state", state()},
            {"subject", words({"report.audit_subject",
                               {{"audit", model::audit_name(audit_)}, {"checklist", dossier_.checklist}}})},
            {"title", words({"report.audit_title",
                             {{"audit", model::audit_name(audit_)}, {"auditee", dossier_.auditee}}})},
            {"watermark", words({"report.audit_provisional_mark"})},
        };
    }

    Json state() const {
        if (audit_.state == AuditState::cancelled)
            return Json::Object{{"name", "draft"}, {"words", words({"report.audit_is_cancelled"})}};
        if (!is_provisional()) {
            const Message said{"report.audit_is_final", {{"date", zone_.date_of(audit_.finished->at)}}};
            return Json::Object{{"name", "signed"}, {"words", words(said)}};
        }
        if (audit_.reported) {
            const Message said{"report.audit_is_provisional", {{"date", zone_.date_of(audit_.reported->at)}}};
            return Json::Object{{"name", "draft"}, {"words", words(said)}};
        }
        return Json::Object{{"name", "draft"}, {"words", words({"report.audit_is_draft"})}};
    }

    Json::Array facts() const {
        Json::Array all;
        const auto fact = [&](std::string name, std::string value, const char* breadth) {
            all.push_back(Json::Object{{"breadth", breadth},
                                       {"name", std::move(name)},
                                       {"value", value.empty() ? "–" : std::move(value)}});
        };
        const Message dates{"report.from_to", {{"first", audit_.from}, {"last", audit_.to}}};
        fact(words({"report.audit_scope"}), audit_.scope, "whole-line");
        fact(words({"report.audit_references"}), audit_.references, "whole-line");
        if (audit_.is_external()) fact(words({"report.audit_auditor"}), audit_.auditor, "whole-line");
        fact(words({audit_.is_external() ? "report.audit_record_kept_by" : "report.audit_team"}),
             fmt::format("{}", fmt::join(dossier_.team, ", ")), "half");
        fact(words({"report.audit_contacts"}), fmt::format("{}", fmt::join(dossier_.contacts, ", ")), "half");
        fact(words({"report.audit_dates"}), words(dates), "half");
        fact(words({"report.audit_argue_by"}),
             audit_.argue_by ? catalogue_.date(*audit_.argue_by) : std::string(), "half");
        for (const auto& [title, value] : dossier_.facts)
            fact(catalogue_.text(title), catalogue_.text(value), "half");
        return all;
    }

    // What was examined, and by what.
    std::string method() const {
        if (audit_.is_external()) return words({"report.audit_from_outside", {{"auditor", audit_.auditor}}});
        std::string criteria;
        for (const model::Criterion& one : dossier_.criteria)
            criteria += (criteria.empty() ? "" : ", ") + catalogue_.text(one.title);
        const Message checklist{"report.audit_checklist_used",
                                {{"checklist", dossier_.checklist},
                                 {"version", std::int64_t{audit_.version}},
                                 {"hash", audit_.hash.hex()}}};
        std::string sentence = words(checklist);
        if (counts_.pieces > 0)
            sentence += " " + words({"report.audit_criteria_used", {{"criteria", criteria}}});
        return sentence;
    }

    // The audit in a few sentences.
    Json::Array essential() const {
        Json::Array sentences;
        if (counts_.pieces > 0) {
            sentences.push_back(words({"report.audit_piece_count",
                                       {{"count", counts_.pieces},
                                        {"received", counts_.received},
                                        {"late", counts_.late},
                                        {"accepted", counts_.accepted},
                                        {"rejected", counts_.rejected},
                                        {"missing", counts_.missing}}}));
        }
        if (counts_.questions > 0) {
            sentences.push_back(words({"report.audit_question_count",
                                       {{"count", counts_.questions},
                                        {"conforming", counts_.conforming},
                                        {"nonconforming", counts_.nonconforming},
                                        {"not_applicable", counts_.not_applicable},
                                        {"not_checked", counts_.not_checked}}}));
        }
        std::int64_t asked = 0, repeated = 0, divergences = 0, overdue = 0, strengths = 0;
        for (const model::ReportedFinding& one : dossier_.findings) {
            const model::AuditFinding& finding = one.finding;
            if (finding.state == model::AuditFindingState::withdrawn) continue;
            strengths += finding.kind == model::AuditFindingKind::strength;
            asked += model::asks_for_answer(finding.kind);
            repeated += finding.times > 1;
            divergences += finding.is_divergence();
            overdue += finding.is_overdue(dossier_.date);
        }
        sentences.push_back(
            words({"report.audit_finding_count", {{"count", asked}, {"repeated", repeated}}}));
        sentences.push_back(words({"report.audit_strength_count", {{"count", strengths}}}));
        if (divergences > 0)
            sentences.push_back(words({"report.audit_divergence_count", {{"count", divergences}}}));
        if (overdue > 0) sentences.push_back(words({"report.audit_overdue_count", {{"count", overdue}}}));
        return sentences;
    }

    Json::Object examined() const {
        const Json::Array pieces = table_json(piece_table(dossier_, catalogue_));
        Json::Array questions = audited_questions(dossier_, catalogue_);
        for (Json& group : audit_samplings(dossier_, catalogue_, zone_))
            questions.push_back(std::move(group));
        const Json::Array calendar = table_json(resolution_calendar(dossier_, catalogue_));
        const Json::Array earlier =
            dossier_.earlier.empty() ? Json::Array{} : table_json(comparison_table(dossier_, catalogue_));
        return {{"calendar", calendar},
                {"domains", questions},
                {"earlier", earlier},
                {"has_calendar", !calendar.empty()},
                {"has_earlier", !earlier.empty()},
                {"has_pieces", !pieces.empty()},
                {"has_questions", !questions.empty()},
                {"pieces", pieces}};
    }

    Json meeting(const Message& title, const model::Meeting& meeting) const {
        return Json::Object{{"minutes", meeting.minutes},
                            {"participants", fmt::format("{}", fmt::join(meeting.participants, ", "))},
                            {"title", words(title) + ", " + catalogue_.date(meeting.held)}};
    }

    Json::Object ending() const {
        Json::Array meetings;
        if (audit_.kick_off) meetings.push_back(meeting({"report.audit_kick_off"}, *audit_.kick_off));
        if (audit_.restitution)
            meetings.push_back(meeting({"report.audit_restitution"}, *audit_.restitution));
        return {{"as_of", words({"report.audit_as_of", {{"date", dossier_.date}}})},
                {"has_meetings", !meetings.empty()},
                {"head", dossier_.journal_head.hex()},
                {"journal", words({"report.journal_head", {{"number", dossier_.journal_number}}})},
                {"marks", marks()},
                {"meetings", meetings}};
    }

    Json::Array marks() const {
        const auto issued = [&](const Message& step, const std::optional<model::Mark>& mark) {
            return Json::Object{{"by", mark ? dossier_.person(mark->by) : words({"report.to_come"})},
                                {"kind", mark ? "done" : "to-come"},
                                {"moment", mark ? moment_words(mark->at, catalogue_, zone_) : ""},
                                {"step", words(step)}};
        };
        // By hand, on paper.
        const auto place = [&](const Message& step, const std::vector<std::string>& people) {
            return Json::Object{{"by", people.empty() ? "–" : people.front()},
                                {"kind", "to-come"},
                                {"moment", words({"report.audit_date_and_signature"})},
                                {"step", words(step)}};
        };
        return {issued({"report.audit_provisional_report"}, audit_.reported),
                issued({"report.audit_final_report"}, audit_.finished),
                place({"report.audit_for_the_team"}, dossier_.team),
                place({"report.audit_for_the_auditee"}, dossier_.contacts)};
    }

    const model::AuditDossier& dossier_;
    const model::Audit& audit_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
    Counts counts_;
};

}  // namespace

Json audit_view(const model::AuditDossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone) {
    return AuditView(dossier, catalogue, zone).json();
}

}  // namespace cadran::report
