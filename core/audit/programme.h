// SPDX-License-Identifier: Apache-2.0
// The audit programme of a year, by risk (ISO 9001:2015, 9.2.2 a; ISO 19011:2018, 5): who is audited how
// often and why, what is planned for it, what is missing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "model/checklist.h"
#include "model/severity.h"

namespace cadran::audit {

// An audit as the programme sees it: one that was held, is under way or is planned.
struct ProgrammedAudit {
    std::int64_t number = 0;
    model::AuditSubject subject = model::AuditSubject::delegate;
    std::string auditee = {};
    Date from{};  // planned days
    Date to{};
    std::optional<Date> held = {};  // the day on which the fieldwork began; none: nothing was examined yet
    bool is_over = false;           // its final report is out
    std::vector<std::string> team = {};
    std::vector<std::string> contacts = {};
    std::map<model::Severity, std::int64_t> levels = {};  // of its findings, those withdrawn left out
    std::int64_t open = 0;                                // of these, not proved to be resolved
    std::int64_t repeats = 0;                             // of these, found before

    // On which it began, or shall.
    Date day() const { return held.value_or(from); }
};

// A delegate, a process or a provider.
struct Auditable {
    model::AuditSubject subject = model::AuditSubject::delegate;
    std::string id;
    LocalText title = {};
    std::string pilot = {};                    // account, of a process
    Date since{};                              // from which the organisation has it
    std::optional<model::Severity> risk = {};  // the highest residual level of a process's risks
    std::int64_t changes = 0;  // versions of its sheet that came into force in the last twelve months, but
                               // for the first one
    std::vector<ProgrammedAudit> audits = {};  // of it, by day; none that was cancelled

    // The last one whose fieldwork began; null where there is none.
    const ProgrammedAudit* last_held() const;
};

// One source of the weight of an auditee, in words, and the points that it gives.
struct Weight {
    Message reason;
    int points = 0;

    friend bool operator==(const Weight&, const Weight&) = default;
};

// Months between two audits of those of that weight: a delegate's twelve whatever its weight, since whoever
// delegates stays fully responsible (Directive 2009/138/EC, art. 49).
inline constexpr int points_for_every_year = 3;
inline constexpr int points_for_every_other_year = 1;
int months_between(model::AuditSubject subject, int points);

// What makes an audit of it more or less urgent on that day.
std::vector<Weight> weights_of(const Auditable& auditable, Date today);

enum class Coverage {
    held,     // the audit that the year asks for was begun
    planned,  // it is planned in time
    late,     // it is planned too late
    gap,      // nothing is planned
    not_due,  // the year asks for none
};

std::string_view coverage_name(Coverage coverage);
LocalText coverage_title(Coverage coverage);

struct ProgrammeLine {
    model::AuditSubject subject = model::AuditSubject::delegate;
    std::string id;
    LocalText title = {};
    std::vector<Weight> weights = {};
    int months = 0;  // between two audits
    std::optional<Date> last_held = {};
    Date due_by{};           // the last day of the next one
    std::int64_t audit = 0;  // that answers it; 0: none
    Coverage coverage = Coverage::gap;

    int points() const;
    bool is_gap() const { return coverage == Coverage::late || coverage == Coverage::gap; }
};

// Two audits whose planned days overlap, and for whom: an auditor of both, or somebody who is audited twice.
struct Clash {
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::string who;  // account, or the auditee
    bool is_auditor = false;
    Date from{};  // the days of both
    Date to{};

    friend bool operator==(const Clash&, const Clash&) = default;
};

// A certificate lives for three years: a first audit, two of surveillance, its renewal, and so on.
enum class CertificateAudit { first, surveillance, renewal };

std::string_view certificate_audit_name(CertificateAudit audit);
LocalText certificate_audit_title(CertificateAudit audit);

// The mock audit of a process one month before the audit of the certificate.
struct MockAudit {
    std::string process;
    LocalText title;
    std::string pilot;
    Date due_by{};
    std::int64_t audit = 0;  // an audit of the process that ends by then, in the three months before; 0: none
};

struct CertificateStep {
    CertificateAudit kind = CertificateAudit::first;
    Date on{};
    std::vector<MockAudit> mocks = {};
};

struct ProgrammeFacts {
    Date today{};
    int year = 0;
    std::vector<Auditable> auditables = {};
    std::optional<Date> certified = {};  // since when the certificate holds
};

struct Programme {
    std::vector<ProgrammeLine> lines;          // in the order of the facts
    std::vector<Clash> clashes;                // that touch the year
    std::vector<CertificateStep> certificate;  // of the year; none where no day was given

    bool has_gaps() const;
};

// What is planned before the year begins counts as if it will be held.
Programme programme_of(const ProgrammeFacts& facts);

}  // namespace cadran::audit
