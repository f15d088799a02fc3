// SPDX-License-Identifier: Apache-2.0
#include "report/evidence_page.h"

#include <algorithm>
#include <array>

#include "base/resource.h"
#include "report/evidence_tables.h"
#include "report/page_shell.h"
#include "report/page_template.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using namespace model;

constexpr std::array evidence_labels{"report.evidence_contents", "report.evidence_intro",
                                     "report.evidence_data", "report.evidence_verify",
                                     "report.evidence_verify_explained"};

Message intro_of(EvidenceStep step) {
    switch (step) {
        case EvidenceStep::method: return {"report.evidence_method_intro"};
        case EvidenceStep::result: return {"report.evidence_result_intro"};
        case EvidenceStep::conclusion: return {"report.evidence_conclusion_intro"};
        case EvidenceStep::action: return {"report.evidence_action_intro"};
        case EvidenceStep::proof: break;
    }
    return {"report.evidence_proof_intro"};
}

// Of a file that is about several things at once; none of the others, which have a row in a table.
std::optional<Message> data_words(const EvidenceDossier& dossier, EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::measurements: return Message{"report.evidence_all_measurements"};
        case EvidenceKind::control_runs: return Message{"report.evidence_all_runs"};
        case EvidenceKind::actions: return Message{"report.evidence_all_actions"};
        case EvidenceKind::nonconformities: return Message{"report.evidence_all_nonconformities"};
        case EvidenceKind::findings: return Message{"report.evidence_all_findings"};
        case EvidenceKind::audit_findings: return Message{"report.evidence_all_audit_findings"};
        case EvidenceKind::journal:
            return Message{"report.evidence_journal", {{"count", dossier.journal_entries}}};
        default: break;
    }
    return {};
}

class EvidenceView {
  public:
    EvidenceView(const EvidenceDossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone)
        : dossier_(dossier), catalogue_(catalogue), zone_(zone) {}

    // `Article 8.4 · Payer les prestations · 3e trimestre 2026`
    std::string subject() const {
        std::string subject;
        for (const std::string& part : {clause(), process(), period()}) {
            if (!part.empty()) subject += (subject.empty() ? "" : " · ") + part;
        }
        return subject;
    }

    Json json() const {
        Json::Array steps;
        for (const EvidenceStep one : all_evidence_steps) steps.push_back(step(one));
        Json::Array left_out;
        if (dossier_.journal_left_out) left_out.push_back(words({"report.evidence_journal_left_out"}));
        return Json::Object{
            {"facts", facts()},
            {"found", dossier_.found()},
            {"head", dossier_.journal_head.hex()},
            {"journal", words({"report.journal_head", {{"number", dossier_.journal_number}}})},
            {"label", labels(evidence_labels, catalogue_)},
            {"left_out", left_out},
            {"made", words({"report.evidence_made",
                            {{"moment", moment_words(dossier_.made_at, catalogue_, zone_)},
                             {"account", dossier_.made_by}}})},
            {"nothing", nothing()},
            {"organisation", dossier_.organisation},
            {"steps", steps},
            {"subject", subject()},
            {"title", words({"report.evidence_title"})},
        };
    }

  private:
    std::string words(const Message& message) const { return catalogue_.text(message); }

    std::string clause() const {
        if (dossier_.scope.clause.empty()) return {};
        return words({"report.evidence_of_clause", {{"clause", dossier_.scope.clause}}});
    }
    std::string process() const {
        const std::string& id = dossier_.scope.process;
        const auto known = dossier_.processes.find(id);
        return known == dossier_.processes.end() ? id : catalogue_.text(known->second);
    }
    std::string period() const {
        return dossier_.scope.period ? period_words(*dossier_.scope.period, catalogue_) : std::string();
    }

    Json::Array facts() const {
        Json::Array facts;
        const auto fact = [&](const Message& name, const std::string& value) {
            facts.push_back(Json::Object{{"name", words(name)}, {"value", value}});
        };
        if (!dossier_.scope.clause.empty())
            fact({"report.evidence_clause"}, dossier_.scope.clause + " – " +
                                                 catalogue_.text(dossier_.clause) + " (" +
                                                 catalogue_.text(dossier_.standard) + ")");
        fact({"report.process"},
             dossier_.scope.process.empty() ? words({"report.evidence_all_processes"}) : process());
        fact({"report.period"},
             dossier_.scope.period
                 ? words({"report.evidence_days", {{"first", dossier_.first}, {"last", dossier_.last}}})
                 : words({"report.evidence_until", {{"last", dossier_.last}}}));
        return facts;
    }

    std::string nothing() const {
        if (dossier_.scope.clause.empty()) return words({"report.evidence_nothing"});
        return words({"report.evidence_nothing_for", {{"clause", dossier_.scope.clause}}});
    }

    Json step(EvidenceStep step) const {
        Json::Array tables, data;
        for (const SectionTable& one : evidence_tables(dossier_, step, catalogue_, zone_))
            tables.push_back(one.json());
        std::int64_t files = 0;
        for (const EvidenceFile& file : dossier_.files) {
            if (step_of(file.kind) != step) continue;
            ++files;
            if (const auto words = data_words(dossier_, file.kind))
                data.push_back(evidence_link(file.path, catalogue_.text(*words)));
        }
        return Json::Object{
            {"count", words({"report.evidence_count", {{"count", files}}})},
            {"data", data},
            {"empty", tables.empty() && data.empty()},
            {"has_data", !data.empty()},
            {"id", evidence_step_name(step)},
            {"intro", words(intro_of(step))},
            {"nothing_here", words({"report.evidence_nothing_here"})},
            {"step", catalogue_.text(evidence_step_title(step))},
            {"tables", tables},
        };
    }

    const EvidenceDossier& dossier_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
};

}  // namespace

std::string evidence_page_html(const EvidenceDossier& dossier, const Catalogue& catalogue,
                               const calendar::Zone& zone) {
    const EvidenceView view(dossier, catalogue, zone);
    return page({.title = catalogue.text(Message{"report.evidence_title"}) + " – " + view.subject(),
                 .style = std::string(resource("core/report/templates/review.css")) +
                          std::string(resource("core/report/templates/evidence.css")),
                 .appearance = dossier.appearance,
                 .simulated = dossier.simulated,
                 .body = filled(resource("core/report/templates/evidence.html.mustache"), view.json())},
                catalogue);
}

}  // namespace cadran::report
