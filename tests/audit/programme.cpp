// SPDX-License-Identifier: Apache-2.0
#include "audit/programme.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/text.h"

using namespace cadran;
using namespace cadran::audit;
using model::AuditSubject;
using model::Severity;

namespace {

Date day(const char* iso) {
    return parse_date(iso).value();
}

ProgrammedAudit held(std::int64_t number, const char* on) {
    return {.number = number, .from = day(on), .to = day(on), .held = day(on), .is_over = true};
}
ProgrammedAudit planned(std::int64_t number, const char* from, const char* to) {
    return {.number = number, .from = day(from), .to = day(to)};
}
Auditable delegate(std::vector<ProgrammedAudit> audits = {}) {
    return {.id = "orbrelle", .since = day("2024-01-01"), .audits = std::move(audits)};
}
Auditable process(std::vector<ProgrammedAudit> audits = {}) {
    return {.subject = AuditSubject::process,
            .id = "pay-benefits",
            .pilot = "claire",
            .since = day("2024-01-01"),
            .audits = std::move(audits)};
}

constexpr int year = 2027;

ProgrammeFacts facts(std::vector<Auditable> auditables, const char* today = "2026-11-21") {
    return {.today = day(today), .year = year, .auditables = std::move(auditables)};
}

// `12 months, by 2027-05-05: gap`, with the audit that answers it.
std::string told(const Auditable& auditable, const char* today = "2026-11-21") {
    const ProgrammeLine line = programme_of(facts({auditable}, today)).lines.at(0);
    return fmt::format("{} months, by {}: {}{}", line.months, iso_text(line.due_by),
                       coverage_name(line.coverage),
                       line.audit == 0 ? "" : fmt::format(" AU-{}", line.audit));
}

// The ids of the reasons with their points; each is said in both languages on the way.
std::string reasons(const Auditable& auditable) {
    std::string all;
    for (const Weight& weight : weights_of(auditable, day("2026-11-21"))) {
        for (const Language language : {Language::french, Language::english})
            BOOST_TEST(!Catalogue(language).text(weight.reason).empty());
        all += fmt::format("{} {}; ", weight.reason.id.substr(std::string("audit.weight_").size()),
                           weight.points);
    }
    return all;
}

std::vector<std::string> clashes(std::vector<Auditable> auditables) {
    std::vector<std::string> lines;
    for (const Clash& one : programme_of(facts(std::move(auditables))).clashes)
        lines.push_back(fmt::format("{} {} {}{} {} {}", one.first, one.second,
                                    one.is_auditor ? "auditor " : "", one.who, iso_text(one.from),
                                    iso_text(one.to)));
    return lines;
}

void expect(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

rc::Gen<Date> days_of_four_years() {
    return rc::gen::map(rc::gen::inRange(0, 4 * 365), [](int days) {
        return Date{std::chrono::sys_days{day("2024-06-01")} + std::chrono::days{days}};
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(programme)

BOOST_AUTO_TEST_CASE(a_delegate_is_due_twelve_months_after_it_was_audited_whatever_was_found) {
    BOOST_TEST(told(delegate({held(1, "2026-05-05")})) == "12 months, by 2027-05-05: gap");
    BOOST_TEST(told(delegate({held(1, "2026-05-05"), planned(2, "2027-05-05", "2027-06-30")})) ==
               "12 months, by 2027-05-05: planned AU-2");
    BOOST_TEST(told(delegate({held(1, "2026-05-05"), planned(2, "2027-05-06", "2027-06-30")})) ==
               "12 months, by 2027-05-05: late AU-2");
    BOOST_TEST(told(delegate()) == "12 months, by 2025-01-01: gap");
}

BOOST_AUTO_TEST_CASE(what_is_planned_before_the_year_counts_as_if_it_will_be_held) {
    BOOST_TEST(told(delegate({held(1, "2025-12-20"), planned(2, "2026-12-10", "2026-12-12")})) ==
               "12 months, by 2027-12-10: gap");
    BOOST_TEST(told(process({planned(1, "2026-12-10", "2026-12-11")})) ==
               "24 months, by 2028-12-10: not-due");
}

BOOST_AUTO_TEST_CASE(what_should_have_begun_can_begin_today_at_the_earliest) {
    BOOST_TEST(told(delegate({planned(1, "2026-03-01", "2026-06-01")})) == "12 months, by 2027-11-21: gap");
    BOOST_TEST(told(delegate({held(1, "2026-02-01"), planned(2, "2027-01-15", "2027-02-15")}),
                    "2027-02-10") == "12 months, by 2027-02-01: late AU-2");
}

BOOST_AUTO_TEST_CASE(an_audit_of_the_year_that_was_begun_is_done) {
    BOOST_TEST(told(delegate({held(1, "2026-05-05"), held(2, "2027-04-20")}), "2027-11-21") ==
               "12 months, by 2027-05-05: held AU-2");
}

BOOST_AUTO_TEST_CASE(importance_changes_and_past_results_each_weigh_and_say_so) {
    BOOST_TEST(reasons(delegate({held(1, "2026-05-05")})) == "delegate 3; ");
    BOOST_TEST(reasons(process()) == "never 2; ");
    Auditable risky = process({held(1, "2025-05-05")});
    BOOST_TEST(reasons(risky) == "");
    risky.risk = Severity::low;
    BOOST_TEST(reasons(risky) == "");
    risky.risk = Severity::medium;
    BOOST_TEST(reasons(risky) == "medium_risk 1; ");
    risky.risk = Severity::high;
    risky.changes = 1;
    BOOST_TEST(reasons(risky) == "high_risk 2; changes 1; ");
    risky.risk = Severity::major;
    risky.changes = 3;
    BOOST_TEST(reasons(risky) == "major_risk 3; changes 2; ");
    Auditable recent = process();
    recent.since = day("2026-02-01");
    BOOST_TEST(reasons(recent) == "new 1; never 2; ");
    ProgrammedAudit bad = held(1, "2026-05-05");
    bad.levels = {{Severity::low, 4}, {Severity::high, 2}, {Severity::major, 1}};
    bad.open = 3;
    bad.repeats = 1;
    BOOST_TEST(reasons(process({bad})) == "major 3; high 2; open 1; repeats 1; ");
    BOOST_TEST(reasons(process({bad, held(2, "2026-09-01")})) == "");
}

BOOST_AUTO_TEST_CASE(the_weight_gives_the_frequency) {
    BOOST_TEST(months_between(AuditSubject::process, 0) == 36);
    BOOST_TEST(months_between(AuditSubject::provider, 1) == 24);
    BOOST_TEST(months_between(AuditSubject::process, 2) == 24);
    BOOST_TEST(months_between(AuditSubject::process, 3) == 12);
    BOOST_TEST(months_between(AuditSubject::delegate, 0) == 12);
    BOOST_TEST(told(process({held(1, "2024-06-01")})) == "36 months, by 2027-06-01: gap");
    BOOST_TEST(told(process({held(1, "2025-06-01")})) == "36 months, by 2028-06-01: not-due");
}

BOOST_AUTO_TEST_CASE(an_auditor_or_an_auditee_in_two_audits_that_overlap_is_shown) {
    ProgrammedAudit one = planned(1, "2027-03-01", "2027-03-10"),
                    other = planned(2, "2027-03-10", "2027-03-12");
    one.team = {"ines", "remi"};
    other.team = {"remi"};
    one.contacts = {"lea"};
    other.contacts = {"lea"};
    other.subject = AuditSubject::process;
    one.auditee = "orbrelle";
    other.auditee = "pay-benefits";
    expect(clashes({delegate({one}), process({other})}),
           {"1 2 auditor remi 2027-03-10 2027-03-10", "1 2 lea 2027-03-10 2027-03-10"});
    other.from = day("2027-03-11");
    expect(clashes({delegate({one}), process({other})}), {});
    ProgrammedAudit again = one;
    again.number = 3;
    again.team = {"paul"};
    expect(clashes({delegate({one, again})}), {"1 3 orbrelle 2027-03-01 2027-03-10"});
    again.is_over = true;
    expect(clashes({delegate({one, again})}), {});
}

BOOST_AUTO_TEST_CASE(a_certificate_is_watched_over_for_two_years_and_renewed_in_the_third) {
    const auto step = [](const char* certified) -> std::string {
        ProgrammeFacts asked = facts({process()});
        asked.certified = day(certified);
        const auto steps = programme_of(asked).certificate;
        if (steps.empty()) return "none";
        return fmt::format("{} {}", certificate_audit_name(steps[0].kind), iso_text(steps[0].on));
    };
    BOOST_TEST(step("2027-06-15") == "first 2027-06-15");
    BOOST_TEST(step("2026-06-15") == "surveillance 2027-06-15");
    BOOST_TEST(step("2025-06-15") == "surveillance 2027-06-15");
    BOOST_TEST(step("2024-02-29") == "renewal 2027-02-28");
    BOOST_TEST(step("2023-06-15") == "surveillance 2027-06-15");
    BOOST_TEST(step("2021-06-15") == "renewal 2027-06-15");
    BOOST_TEST(step("2028-06-15") == "none");
}

BOOST_AUTO_TEST_CASE(each_process_has_its_mock_audit_a_month_before_the_certificate_s) {
    const auto mock = [](std::vector<ProgrammedAudit> audits) {
        ProgrammeFacts asked = facts({process(std::move(audits)), delegate()});
        asked.certified = day("2026-06-15");
        const Programme found = programme_of(asked);
        BOOST_REQUIRE(found.certificate.at(0).mocks.size() == 1u);
        const MockAudit& one = found.certificate[0].mocks[0];
        return fmt::format("{} {} {} {}", one.process, one.pilot, iso_text(one.due_by), one.audit);
    };
    BOOST_TEST(mock({}) == "pay-benefits claire 2027-05-15 0");
    BOOST_TEST(mock({planned(4, "2027-05-14", "2027-05-15")}) == "pay-benefits claire 2027-05-15 4");
    BOOST_TEST(mock({planned(4, "2027-05-14", "2027-05-16")}) == "pay-benefits claire 2027-05-15 0");
    BOOST_TEST(mock({planned(4, "2027-02-14", "2027-02-15")}) == "pay-benefits claire 2027-05-15 0");
}

BOOST_AUTO_TEST_CASE(a_gap_is_an_audit_or_a_mock_audit_that_nobody_planned_in_time) {
    const auto has_gaps = [](Auditable auditable, bool certified) {
        ProgrammeFacts asked = facts({std::move(auditable)});
        if (certified) asked.certified = day("2026-06-15");
        return programme_of(asked).has_gaps();
    };
    BOOST_TEST(has_gaps(delegate(), false));
    BOOST_TEST(!has_gaps(process({held(1, "2026-05-05")}), false));
    BOOST_TEST(has_gaps(process({held(1, "2026-05-05")}), true));
    BOOST_TEST(!has_gaps(process({held(1, "2026-05-05"), planned(2, "2027-05-05", "2027-05-06")}), true));
}

BOOST_AUTO_TEST_CASE(no_delegate_goes_beyond_twelve_months_unseen) {
    BOOST_TEST(rc::check([] {
        Auditable one{.id = "any", .since = *days_of_four_years()};
        for (const Date date : *rc::gen::container<std::vector<Date>>(days_of_four_years())) {
            ProgrammedAudit audit{.number = std::ssize(one.audits) + 1, .from = date, .to = date};
            const Date today = day("2026-11-21");
            if (date <= today) audit.held = date;
            one.audits.push_back(std::move(audit));
        }
        std::ranges::sort(one.audits, {}, &ProgrammedAudit::day);
        const ProgrammeLine line = programme_of(facts({one})).lines.at(0);
        RC_ASSERT(line.months == 12);
        // The last day before the year on which it was seen, or from which it is there.
        Date seen = one.since;
        std::vector<Date> in_the_year;
        for (const ProgrammedAudit& audit : one.audits) {
            if (audit.day() < day("2027-01-01")) seen = audit.day();
            if (audit.day().year() == std::chrono::year{year}) in_the_year.push_back(audit.day());
        }
        const auto limit = std::chrono::sys_days{seen} + std::chrono::days{366};
        RC_ASSERT(std::chrono::sys_days{line.due_by} <= limit);
        const bool is_covered = !in_the_year.empty() && std::chrono::sys_days{in_the_year.front()} <= limit;
        if (!is_covered) RC_ASSERT(line.is_gap() || line.due_by.year() > std::chrono::year{year});
    }));
}

BOOST_AUTO_TEST_SUITE_END()
