// SPDX-License-Identifier: Apache-2.0
#include "store/audit_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

struct Example : SampleStore {
    AuditRepository audits{*database};
    AuditFindingRepository findings{*database};
    model::Mark mark{"claire.vasseur", now};
    model::PackFile file{"delais.xlsx", sha256("délais")};

    model::Audit audit(const std::string& auditee = "alize") {
        model::Audit audit;
        audit.checklist = "delegate-audit/delegate-audit";
        audit.version = 2;
        audit.hash = sha256("plugin");
        audit.auditee = auditee;
        audit.scope = "Gestion des contrats collectifs";
        audit.from = day("2026-03-02");
        audit.to = day("2026-06-30");
        audit.team = {"claire.vasseur"};
        audit.planned = mark;
        return audit;
    }

    // With something in every member.
    model::Audit whole() {
        model::Audit audit = this->audit();
        const model::Meeting meeting{day("2026-03-02"), {"Inès Caron"}, "convenu", mark};
        audit.subject = model::AuditSubject::delegate;
        audit.references = "convention de 2024";
        audit.contacts = {"paul.noir"};
        audit.facts = {{"market", "group"}, {"pays_benefits", "true"}};
        audit.state = model::AuditState::follow_up;
        audit.pieces = {{"delays",
                         day("2026-04-13"),
                         model::PieceState::rejected,
                         {{file, day("2026-01-31"), day("2026-04-20"), mark}},
                         "illisible"}};
        audit.assessments = {{"delays",
                              {{"conformity", model::Conformity::nonconforming}},
                              "lecture",
                              "trois mois manquent",
                              "incomplet",
                              {file},
                              mark}};
        audit.sheets = {file};
        audit.auditor = "Certif Exemple";
        audit.samplings = {{.sample = "affiliations",
                            .list = file,
                            .rejected = 1,
                            .records = 400,
                            .not_checked = 2,
                            .population = 390,
                            .strata = {{"individual", 390, 2}},
                            .seed = "00112233445566778899aabbccddeeff",
                            .drawn = {"A-1", "A-7"},
                            .nonconforming = std::vector<std::string>{"A-7"},
                            .conclusion = "une preuve manque",
                            .mark = mark,
                            .examined = mark}};
        audit.requested = audit.begun = audit.reported = audit.finished = audit.closed = mark;
        audit.argue_by = day("2026-06-01");
        audit.provisional_report = audit.final_report = {file};
        audit.kick_off = audit.restitution = meeting;
        audit.cancelled = model::Cancellation{"motif", mark};
        audit.revision = 2;
        return audit;
    }

    model::AuditFinding finding(std::int64_t audit) {
        model::AuditFinding finding;
        finding.audit = audit;
        finding.text = "Compléter le bulletin d’adhésion";
        finding.level = model::Severity::high;
        finding.stated = mark;
        return finding;
    }

    model::AuditFinding whole_finding(std::int64_t audit) {
        model::AuditFinding finding = this->finding(audit);
        finding.kind = model::AuditFindingKind::minor_nonconformity;
        finding.items = {"delays", "register"};
        finding.comment = "vu sur trois dossiers";
        finding.reference = "8.4";
        finding.proposed_level = model::Severity::medium;
        finding.proposed_reason = "missing";
        finding.owner = "paul.noir";
        finding.expected_on = day("2026-09-30");
        finding.repeats = 7;
        finding.times = 2;
        finding.consequence = "aucune";
        finding.similar_cases = "deux";
        finding.action = 4;
        finding.state = model::AuditFindingState::resolved;
        finding.answer = model::AuditeeAnswer{false, "argument", mark};
        finding.cause = "oubli";
        finding.settled = model::SettledArgument{model::Settlement::amended, "motif", "avant",
                                                 model::Severity::major, mark};
        finding.resolutions = {{"fait", {file}, day("2026-09-01"), mark}};
        finding.verifications = {{false, "pas encore", mark}};
        finding.revision = 2;
        return finding;
    }
};

template <typename Value>
std::string text(const Value& value) {
    return state(value).canonical_text();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_repository, Example)

BOOST_AUTO_TEST_CASE(gives_an_audit_back_as_it_was) {
    model::Audit audit = this->audit();
    audits.insert(audit);
    BOOST_TEST(audit.number == 1);
    BOOST_TEST(text(audits.find(1).value()) == text(audit));
    model::Audit whole = this->whole();
    whole.number = audit.number;
    BOOST_TEST(!audits.update(whole, 2));
    BOOST_TEST(audits.update(whole, 1));
    BOOST_TEST(text(audits.find(1).value()) == text(whole));
    BOOST_TEST(!audits.find(2).has_value());
}

BOOST_AUTO_TEST_CASE(lists_the_audits_of_one_auditee) {
    for (const char* auditee : {"alize", "boreal", "alize"}) {
        model::Audit audit = this->audit(auditee);
        audits.insert(audit);
    }
    BOOST_TEST(audits.list().size() == 3u);
    BOOST_REQUIRE(audits.list("alize").size() == 2u);
    BOOST_TEST(audits.list("alize")[1].number == 3);
}

BOOST_AUTO_TEST_CASE(a_closed_audit_is_frozen) {
    model::Audit audit = this->audit();
    audit.state = model::AuditState::closed;
    audits.insert(audit);
    BOOST_CHECK_THROW(audits.update(audit, 1), Fault);
}

BOOST_AUTO_TEST_CASE(a_row_whose_columns_say_anything_else_is_damaged) {
    model::Audit audit = this->audit();
    audits.insert(audit);
    database->execute("update audit set state = 'fieldwork'");
    BOOST_CHECK_THROW(audits.find(1), Fault);
}

BOOST_AUTO_TEST_CASE(gives_a_finding_back_as_it_was) {
    model::Audit audit = this->audit();
    audits.insert(audit);
    model::AuditFinding finding = this->finding(audit.number);
    findings.insert(finding);
    BOOST_TEST(text(findings.find(1).value()) == text(finding));
    model::AuditFinding whole = whole_finding(audit.number);
    whole.number = finding.number;
    BOOST_TEST(!findings.update(whole, 2));
    BOOST_TEST(findings.update(whole, 1));
    BOOST_TEST(text(findings.list(audit.number).at(0)) == text(whole));
    BOOST_TEST(findings.list(2).empty());
    whole.state = model::AuditFindingState::verified;
    BOOST_REQUIRE(findings.update(whole, 2));
    BOOST_CHECK_THROW(findings.update(whole, 2), Fault);
}

BOOST_AUTO_TEST_CASE(a_finding_is_of_an_audit) {
    model::AuditFinding finding = this->finding(9);
    BOOST_CHECK_THROW(findings.insert(finding), Fault);
}

BOOST_AUTO_TEST_SUITE_END()
