// SPDX-License-Identifier: Apache-2.0
#include "app/clause_proofs.h"

#include <algorithm>

#include "app/check.h"
#include "app/rights.h"
#include "store/action_repository.h"
#include "store/audit_repository.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"
#include "store/management_review_repository.h"
#include "store/measurement_repository.h"
#include "store/nonconformity_repository.h"
#include "store/review_repository.h"

namespace cadran::app {

namespace {

using model::EvidenceKind;

constexpr std::string_view whole_system = "";

// How much there is of each kind, by process; of the whole system under no name.
class YearOfEvidence {
  public:
    YearOfEvidence(Session& session, const std::vector<InForce<model::Process>>& sheets, Date since,
                   Date today)
        : session_(session), database_(session.workspace.database()), since_(since), today_(today) {
        count_definitions(sheets);
        count_results();
        count_conclusions();
        actions_ = store::ActionRepository(database_).list();
        std::erase_if(actions_, [&](const model::Action& action) { return !is_recent(action.proposed.at); });
    }

    ClauseProof of(const model::Clause& clause) const {
        ClauseProof proof{clause};
        for (const auto& [name, cited] : cited_) {
            if (std::ranges::any_of(cited, [&](const std::string& number) {
                    return model::is_same_or_part(number, clause.number);
                }))
                proof.processes.push_back(name);
        }
        for (const EvidenceKind kind : {EvidenceKind::process_sheet, EvidenceKind::measurements,
                                        EvidenceKind::control_runs, EvidenceKind::process_review}) {
            for (const std::string& process : proof.processes) add(proof, kind, process);
        }
        add_behind(proof);
        return proof;
    }

  private:
    bool is_recent(Instant at) const { return at >= Instant(std::chrono::sys_days{since_}); }
    bool is_recent(const calendar::Period& period) const { return period.last() >= since_; }

    void count(EvidenceKind kind, const std::string& process, std::int64_t more = 1) {
        counts_[{kind, process}] += more;
        counts_[{kind, std::string(whole_system)}] += more;
    }

    void count_definitions(const std::vector<InForce<model::Process>>& sheets) {
        for (const InForce<model::Process>& sheet : sheets) {
            cited_[sheet.value.id] = sheet.value.clauses;
            count(EvidenceKind::process_sheet, sheet.value.id);
        }
    }

    void count_results() {
        for (const model::Measurement& one : store::MeasurementRepository(database_).list()) {
            if (is_recent(one.period)) count(EvidenceKind::measurements, one.process);
        }
        for (const model::Run& one : store::RunRepository(database_).list()) {
            if (is_recent(one.at)) count(EvidenceKind::control_runs, one.process);
        }
        for (const model::Nonconformity& one : store::NonconformityRepository(database_).list()) {
            if (is_recent(one.at)) count(EvidenceKind::nonconformities, one.process);
        }
    }

    void count_conclusions() {
        for (const model::Review& one : store::ReviewRepository(database_).list()) {
            if (one.signed_off && is_recent(one.period)) count(EvidenceKind::process_review, one.process);
        }
        for (const model::ManagementReview& one : store::ManagementReviewRepository(database_).list()) {
            if (one.signed_off && is_recent(one.period))
                ++counts_[{EvidenceKind::management_review, std::string(whole_system)}];
        }
        audits_ = store::AuditRepository(database_).list();
        std::erase_if(audits_, [&](const model::Audit& audit) {
            return !audit.finished || !is_recent(audit.finished->at);
        });
    }

    void add(ClauseProof& proof, EvidenceKind kind, const std::string& process) const {
        const auto found = counts_.find({kind, process});
        if (found != counts_.end() && found->second > 0) proof.counts[kind] += found->second;
    }

    // Whatever process it is of.
    void add_behind(ClauseProof& proof) const {
        const model::ClauseEvidence behind = model::evidence_behind(proof.clause.number);
        for (const EvidenceKind kind :
             {EvidenceKind::process_sheet, EvidenceKind::measurements, EvidenceKind::control_runs,
              EvidenceKind::process_review, EvidenceKind::management_review, EvidenceKind::nonconformities}) {
            if (!behind.kinds.contains(kind)) continue;
            proof.counts.erase(kind);
            add(proof, kind, std::string(whole_system));
        }
        const auto fitting = std::ranges::count_if(
            actions_, [&](const model::Action& action) { return behind.takes(action); });
        if (fitting > 0) proof.counts[EvidenceKind::actions] = fitting;
        const auto audited = std::ranges::count_if(
            audits_, [&](const model::Audit& audit) { return behind.audits_of.contains(audit.subject); });
        if (audited > 0) proof.counts[EvidenceKind::audit_report] = audited;
    }

    Session& session_;
    store::Database& database_;
    Date since_;
    Date today_;
    std::map<std::string, std::vector<std::string>> cited_;  // clauses, by process
    std::map<std::pair<EvidenceKind, std::string>, std::int64_t> counts_;
    std::vector<model::Action> actions_;
    std::vector<model::Audit> audits_;
};

// ISO 9001:2015: what the definition of the workspace answers by itself.
bool states(const model::Organisation& organisation, std::string_view clause) {
    const auto within = [&](std::string_view chapter) {
        return model::is_same_or_part(chapter, clause) && chapter.size() <= clause.size();
    };
    if (within("4.1")) return !organisation.issues.empty();
    if (within("4.2")) return !organisation.parties.empty();
    if (within("4.3")) return organisation.scope != LocalText{};
    if (within("5.2")) return organisation.policy.has_value();
    if (within("5.3")) return !organisation.members.empty();
    return false;
}

}  // namespace

Result<ClauseProofs> prove_clauses(Session& session) {
    if (const Done may = authorise(session, UseCase::show_xray); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto offer = offer_on(session.workspace, *now);
    if (!offer) return tl::unexpected(offer.error());
    const model::ClauseCatalogue* standard = offer->standard();
    if (standard == nullptr) return not_found({"app.no_standard"}, Message{"app.name_the_standard"});
    ClauseProofs proofs{standard->title, Date{std::chrono::sys_days{*now} - std::chrono::days{365}}};
    const auto sheets = processes_in_force(session.workspace, *now);
    if (!sheets) return tl::unexpected(sheets.error());
    const YearOfEvidence year(session, *sheets, proofs.since, *now);
    for (const model::Clause& clause : standard->clauses) {
        ClauseProof proof = year.of(clause);
        proof.stated = states(offer->organisation, clause.number);
        for (const model::Exclusion& exclusion : offer->organisation.exclusions) {
            if (model::is_same_or_part(exclusion.clause, clause.number) &&
                exclusion.clause.size() <= clause.number.size())
                proof.excluded = exclusion.reason;
        }
        proofs.clauses.push_back(std::move(proof));
    }
    return proofs;
}

}  // namespace cadran::app
