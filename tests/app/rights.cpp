// SPDX-License-Identifier: Apache-2.0
#include "app/rights.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"
#include "base/file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

// `review.sign  own process: pilot, back-up`; a use case in which nobody has a right of a scope leaves it
// out.
std::string line_of(UseCase use_case) {
    std::string line = fmt::format("{:<27}", use_case_name(use_case));
    for (const Scope scope : {Scope::all, Scope::own_audit, Scope::audited, Scope::own_process,
                              Scope::own_people, Scope::own_files, Scope::totals, Scope::confided}) {
        std::vector<std::string> roles;
        for (const model::Role role : model::all_roles) {
            if (scope_of(role, use_case) == scope) roles.emplace_back(model::role_name(role));
        }
        if (!roles.empty()) line += fmt::format("  {}: {}", scope_name(scope), fmt::join(roles, ", "));
    }
    return line + "\n";
}

model::Account account_with(const std::string& name, std::vector<model::Role> roles) {
    return {name, name, std::move(roles), {}, "", 1};
}

model::Process process_of_claire() {
    model::Process process;
    process.pilot = "claire.vasseur";
    process.backups = {"hugo.lemaire"};
    return process;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rights, SampleWorkspace)

// A change of rights shows as a change of that file, for somebody to approve.
BOOST_AUTO_TEST_CASE(are_those_that_were_approved) {
    std::string table;
    for (const UseCase use_case : all_use_cases) table += line_of(use_case);
    BOOST_TEST(table == read_file(CADRAN_SOURCE_DIR "/tests/app/rights.txt").value());
}

BOOST_AUTO_TEST_CASE(an_audit_is_conducted_by_its_team_and_answered_by_its_contacts) {
    model::Audit audit;
    audit.team = {"ines.caron"};
    audit.contacts = {"lea.marchand"};
    const auto may = [&](const char* name, std::vector<model::Role> roles, UseCase use_case) {
        return authorise(as(account_with(name, std::move(roles))), use_case, audit).has_value();
    };
    using enum model::Role;
    BOOST_TEST(may("ines.caron", {auditor}, UseCase::conduct_audit));
    BOOST_TEST(!may("luc.moreau", {auditor}, UseCase::conduct_audit));
    BOOST_TEST(!may("lea.marchand", {auditor, auditee}, UseCase::conduct_audit));
    BOOST_TEST(!may("ines.caron", {auditor}, UseCase::answer_audit));
    BOOST_TEST(may("lea.marchand", {auditee}, UseCase::answer_audit));
    BOOST_TEST(may("lea.marchand", {auditor, auditee}, UseCase::deliver_piece));
    BOOST_TEST(!may("luc.moreau", {auditee}, UseCase::show_audits));
    BOOST_TEST(may("luc.moreau", {auditor}, UseCase::show_audits));
}

BOOST_AUTO_TEST_CASE(are_the_widest_of_all_roles_of_an_account) {
    const auto scope = [](std::vector<model::Role> roles) {
        return scope_of(account_with("x", std::move(roles)), UseCase::run_controls);
    };
    BOOST_CHECK(scope({}) == Scope::none);
    BOOST_CHECK(scope({model::Role::auditee}) == Scope::none);
    BOOST_CHECK(scope({model::Role::auditee, model::Role::pilot}) == Scope::own_process);
    BOOST_CHECK(scope({model::Role::pilot, model::Role::controller}) == Scope::all);
}

BOOST_AUTO_TEST_CASE(of_a_pilot_reach_their_own_processes_only) {
    const auto may = [this](const std::string& name, model::Role role) {
        return told(authorise(as(account_with(name, {role})), UseCase::sign_review, process_of_claire()));
    };
    BOOST_TEST(may("claire.vasseur", model::Role::pilot) == "done");
    BOOST_TEST(may("hugo.lemaire", model::Role::backup) == "done");
    BOOST_TEST(may("another.pilot", model::Role::pilot) == "refused: app.no_right");
    BOOST_TEST(may("claire.vasseur", model::Role::controller) == "refused: app.no_right");
}

BOOST_AUTO_TEST_CASE(on_own_processes_are_not_rights_on_everything) {
    BOOST_TEST(told(authorise(as("claire.vasseur"), UseCase::run_controls)) == "refused: app.no_right");
    BOOST_TEST(told(authorise(as("luc.moreau"), UseCase::run_controls)) == "done");
}

BOOST_AUTO_TEST_SUITE_END()
