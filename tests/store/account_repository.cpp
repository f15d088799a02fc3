// SPDX-License-Identifier: Apache-2.0
#include "store/account_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"
#include "store/setting_repository.h"

using namespace cadran;
using namespace cadran::store;

namespace {

const model::Account nadia{
    "nadia.belkacem", "Nadia Belkacem", {model::Role::controller, model::Role::handler},
    {"H07", "H17"},   "nbelkacem",      1};

struct Example : SampleStore {
    AccountRepository accounts{*database};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(account_repository, Example)

BOOST_AUTO_TEST_CASE(finds_an_account_by_everything_that_names_it) {
    accounts.insert(nadia);
    const auto found = accounts.find("nadia.belkacem");
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->person == nadia.person);
    BOOST_CHECK(found->roles == nadia.roles);
    BOOST_CHECK(found->handler_codes == nadia.handler_codes);
    BOOST_TEST(found->system_user == "nbelkacem");
    BOOST_TEST(accounts.find_by_system_user("nbelkacem")->name == "nadia.belkacem");
    BOOST_TEST(accounts.find_by_handler_code("H17").value() == "nadia.belkacem");
}

BOOST_AUTO_TEST_CASE(finds_nobody_under_another_name) {
    BOOST_TEST(!accounts.find("nadia").has_value());
    BOOST_TEST(!accounts.find_by_system_user("").has_value());
    BOOST_TEST(!accounts.find_by_handler_code("H99").has_value());
}

BOOST_AUTO_TEST_CASE(lists_accounts_by_name) {
    accounts.insert({"adam", "Adam", {}, {}, "", 1});
    BOOST_REQUIRE(accounts.list().size() == 2u);
    BOOST_TEST(accounts.list().front().name == "adam");
}

BOOST_AUTO_TEST_CASE(gives_a_handler_code_to_one_person) {
    accounts.insert(nadia);
    BOOST_CHECK(fault_of([&] {
                    accounts.insert({"luc.moreau", "Luc", {}, {"H07"}, "", 1});
                }) == Fault::Kind::unique);
}

BOOST_AUTO_TEST_CASE(proves_an_account_by_its_credential) {
    accounts.insert_credential(CredentialKind::token, sha256("token"), "claire.vasseur", {});
    BOOST_TEST(accounts.find_by_credential(CredentialKind::token, sha256("token"), now).value() ==
               "claire.vasseur");
    BOOST_TEST(!accounts.find_by_credential(CredentialKind::invitation, sha256("token"), now).has_value());
    BOOST_TEST(!accounts.find_by_credential(CredentialKind::token, sha256("other"), now).has_value());
}

BOOST_AUTO_TEST_CASE(lets_a_credential_expire_at_its_instant) {
    accounts.insert_credential(CredentialKind::invitation, sha256("code"), "claire.vasseur", now);
    const auto just_before = now - std::chrono::microseconds{1};
    BOOST_TEST(
        accounts.find_by_credential(CredentialKind::invitation, sha256("code"), just_before).has_value());
    BOOST_TEST(!accounts.find_by_credential(CredentialKind::invitation, sha256("code"), now).has_value());
}

BOOST_AUTO_TEST_CASE(lets_an_invitation_serve_once) {
    accounts.insert_credential(CredentialKind::invitation, sha256("code"), "claire.vasseur", {});
    BOOST_TEST(accounts.use_up(sha256("code"), now));
    BOOST_TEST(!accounts.use_up(sha256("code"), now));
    BOOST_TEST(!accounts.find_by_credential(CredentialKind::invitation, sha256("code"), now).has_value());
}

BOOST_AUTO_TEST_CASE(never_uses_up_a_token) {
    accounts.insert_credential(CredentialKind::token, sha256("token"), "claire.vasseur", {});
    BOOST_TEST(!accounts.use_up(sha256("token"), now));
}

BOOST_AUTO_TEST_CASE(keeps_settings_that_are_told_once) {
    SettingRepository settings(*database);
    settings.insert("sample", "yes");
    BOOST_TEST(settings.find("sample").value() == "yes");
    BOOST_TEST(!settings.find("id").has_value());
    BOOST_CHECK(fault_of([&] { settings.insert("sample", "no"); }) == Fault::Kind::unique);
}

BOOST_AUTO_TEST_SUITE_END()
