// SPDX-License-Identifier: Apache-2.0
#include "audit/programme.h"

#include <algorithm>
#include <numeric>

#include "base/named.h"
#include "calendar/deadline.h"
#include "calendar/period.h"
#include "model/audit.h"

namespace cadran::audit {

namespace {

using calendar::Period;
using model::AuditSubject;
using model::Severity;

constexpr Named<Coverage> coverages[]{
    {Coverage::held, "held", "fait", "done"},
    {Coverage::planned, "planned", "planifié", "planned"},
    {Coverage::late, "late", "planifié trop tard", "planned too late"},
    {Coverage::gap, "gap", "à planifier", "to be planned"},
    {Coverage::not_due, "not-due", "pas cette année", "not this year"},
};

constexpr Named<CertificateAudit> certificate_audits[]{
    {CertificateAudit::first, "first", "audit initial, sur la forme", "first audit, on form"},
    {CertificateAudit::surveillance, "surveillance", "audit de surveillance", "surveillance audit"},
    {CertificateAudit::renewal, "renewal", "audit de renouvellement", "renewal audit"},
};

constexpr int months_of_a_year = 12, years_of_a_certificate = 3;
// How early before the mock audit is due an audit of the process still serves as it.
constexpr int months_for_a_mock = 3;

Date months_after(Date date, int months) {
    const Duration term{months, TimeUnit::months};
    return calendar::add(date, term, calendar::Region::metropole).value_or(date);
}

std::int64_t found_at(const ProgrammedAudit& audit, Severity level) {
    const auto found = audit.levels.find(level);
    return found == audit.levels.end() ? 0 : found->second;
}

void weigh_past(const ProgrammedAudit& last, std::vector<Weight>& weights) {
    const auto add = [&](std::int64_t count, const char* id, int points) {
        if (count == 0) return;
        weights.push_back({{id, {{"count", count}, {"audit", model::audit_name(last.number)}}}, points});
    };
    add(found_at(last, Severity::major), "audit.weight_major", 3);
    add(found_at(last, Severity::high), "audit.weight_high", 2);
    add(last.open, "audit.weight_open", 1);
    add(last.repeats, "audit.weight_repeats", 1);
}

// Its audits with the day on which each counts, in order. What should have begun by now can begin today.
std::vector<std::pair<Date, const ProgrammedAudit*>> days_of(const Auditable& auditable, Date today) {
    std::vector<std::pair<Date, const ProgrammedAudit*>> days;
    for (const ProgrammedAudit& audit : auditable.audits)
        days.emplace_back(audit.held ? *audit.held : std::max(audit.from, today), &audit);
    std::ranges::stable_sort(days, {}, &std::pair<Date, const ProgrammedAudit*>::first);
    return days;
}

// The line of one auditee in the year: from audit to audit, each due within the term of the one before, up to
// the one that the year asks for.
ProgrammeLine line_of(const Auditable& auditable, Date today, const Period& year) {
    ProgrammeLine line{.subject = auditable.subject,
                       .id = auditable.id,
                       .title = auditable.title,
                       .weights = weights_of(auditable, today)};
    line.months = months_between(auditable.subject, line.points());
    if (const ProgrammedAudit* last = auditable.last_held()) line.last_held = last->held;
    line.due_by = months_after(auditable.since, line.months);
    for (const auto& [day, audit] : days_of(auditable, today)) {
        if (day > year.last()) break;
        if (day >= year.first()) {
            line.audit = audit->number;
            line.coverage = audit->held         ? Coverage::held
                            : line.due_by < day ? Coverage::late
                                                : Coverage::planned;
            return line;
        }
        line.due_by = months_after(day, line.months);
    }
    line.coverage = line.due_by <= year.last() ? Coverage::gap : Coverage::not_due;
    return line;
}

bool is_there(const std::vector<std::string>& accounts, const std::string& account) {
    return std::ranges::find(accounts, account) != accounts.end();
}

void add_clashes(const ProgrammedAudit& one, const ProgrammedAudit& other, std::vector<Clash>& clashes) {
    const Date from = std::max(one.from, other.from), to = std::min(one.to, other.to);
    if (to < from) return;
    const auto add = [&](const std::string& who, bool is_auditor) {
        clashes.push_back({one.number, other.number, who, is_auditor, from, to});
    };
    for (const std::string& account : one.team) {
        if (is_there(other.team, account)) add(account, true);
    }
    if (one.subject == other.subject && one.auditee == other.auditee) return add(one.auditee, false);
    for (const std::string& account : one.contacts) {
        if (is_there(other.contacts, account)) add(account, false);
    }
}

std::vector<Clash> clashes_of(const ProgrammeFacts& facts, const Period& year) {
    std::vector<ProgrammedAudit> open;
    for (const Auditable& auditable : facts.auditables) {
        for (const ProgrammedAudit& audit : auditable.audits) {
            if (!audit.is_over && audit.from <= year.last() && audit.to >= year.first())
                open.push_back(audit);
        }
    }
    std::ranges::sort(open, {}, &ProgrammedAudit::number);
    std::vector<Clash> clashes;
    for (auto one = open.begin(); one != open.end(); ++one) {
        for (auto other = one + 1; other != open.end(); ++other) add_clashes(*one, *other, clashes);
    }
    return clashes;
}

MockAudit mock_of(const Auditable& process, Date on) {
    MockAudit mock{process.id, process.title, process.pilot, months_after(on, -1)};
    const Date earliest = months_after(mock.due_by, -months_for_a_mock);
    for (const ProgrammedAudit& audit : process.audits) {
        if (audit.day() >= earliest && audit.to <= mock.due_by) mock.audit = audit.number;
    }
    return mock;
}

std::vector<CertificateStep> certificate_of(const ProgrammeFacts& facts, const Period& year) {
    std::vector<CertificateStep> steps;
    if (!facts.certified) return steps;
    const int since = static_cast<int>(facts.certified->year());
    const int age = facts.year - since;
    if (age < 0) return steps;
    CertificateStep step{age == 0                            ? CertificateAudit::first
                         : age % years_of_a_certificate == 0 ? CertificateAudit::renewal
                                                             : CertificateAudit::surveillance,
                         months_after(*facts.certified, age * months_of_a_year)};
    for (const Auditable& one : facts.auditables) {
        if (one.subject == AuditSubject::process && year.contains(step.on))
            step.mocks.push_back(mock_of(one, step.on));
    }
    steps.push_back(std::move(step));
    return steps;
}

}  // namespace

const ProgrammedAudit* Auditable::last_held() const {
    const ProgrammedAudit* last = nullptr;
    for (const ProgrammedAudit& audit : audits) {
        if (audit.held && (last == nullptr || *audit.held >= *last->held)) last = &audit;
    }
    return last;
}

int months_between(AuditSubject subject, int points) {
    if (subject == AuditSubject::delegate || points >= points_for_every_year) return months_of_a_year;
    return points >= points_for_every_other_year ? 2 * months_of_a_year : 3 * months_of_a_year;
}

std::vector<Weight> weights_of(const Auditable& auditable, Date today) {
    std::vector<Weight> weights;
    if (auditable.subject == AuditSubject::delegate) weights.push_back({{"audit.weight_delegate"}, 3});
    if (auditable.risk == Severity::major)
        weights.push_back({{"audit.weight_major_risk"}, 3});
    else if (auditable.risk == Severity::high)
        weights.push_back({{"audit.weight_high_risk"}, 2});
    else if (auditable.risk == Severity::medium)
        weights.push_back({{"audit.weight_medium_risk"}, 1});
    if (auditable.changes > 0)
        weights.push_back(
            {{"audit.weight_changes", {{"count", auditable.changes}}}, auditable.changes >= 3 ? 2 : 1});
    const bool is_new = months_after(auditable.since, months_of_a_year) > today;
    if (is_new) weights.push_back({{"audit.weight_new", {{"date", auditable.since}}}, 1});
    if (const ProgrammedAudit* last = auditable.last_held())
        weigh_past(*last, weights);
    else
        weights.push_back({{"audit.weight_never"}, 2});
    return weights;
}

std::string_view coverage_name(Coverage coverage) {
    return named(coverages, coverage).name;
}
LocalText coverage_title(Coverage coverage) {
    return title_of(coverages, coverage);
}

std::string_view certificate_audit_name(CertificateAudit audit) {
    return named(certificate_audits, audit).name;
}
LocalText certificate_audit_title(CertificateAudit audit) {
    return title_of(certificate_audits, audit);
}

int ProgrammeLine::points() const {
    return std::accumulate(weights.begin(), weights.end(), 0,
                           [](int sum, const Weight& weight) { return sum + weight.points; });
}

bool Programme::has_gaps() const {
    return std::ranges::any_of(lines, &ProgrammeLine::is_gap) ||
           std::ranges::any_of(certificate, [](const CertificateStep& step) {
               return std::ranges::any_of(step.mocks, [](const MockAudit& mock) { return mock.audit == 0; });
           });
}

Programme programme_of(const ProgrammeFacts& facts) {
    const Period year = Period::year(std::chrono::year{facts.year});
    Programme programme;
    for (const Auditable& auditable : facts.auditables)
        programme.lines.push_back(line_of(auditable, facts.today, year));
    programme.clashes = clashes_of(facts, year);
    programme.certificate = certificate_of(facts, year);
    return programme;
}

}  // namespace cadran::audit
