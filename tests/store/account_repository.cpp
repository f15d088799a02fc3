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

    void give(const model::Credential& credential) {
        accounts.insert_credential(credential, "claire.vasseur");
    }
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
    give({CredentialKind::token, sha256("token")});
    BOOST_TEST(accounts.find_by_credential(CredentialKind::token, sha256("token"), now).value() ==
               "claire.vasseur");
    BOOST_TEST(!accounts.find_by_credential(CredentialKind::invitation, sha256("token"), now).has_value());
    BOOST_TEST(!accounts.find_by_credential(CredentialKind::token, sha256("other"), now).has_value());
}

BOOST_AUTO_TEST_CASE(lets_a_credential_expire_at_its_instant) {
    give({CredentialKind::invitation, sha256("code"), now});
    const auto just_before = now - std::chrono::microseconds{1};
    BOOST_TEST(
        accounts.find_by_credential(CredentialKind::invitation, sha256("code"), just_before).has_value());
    BOOST_TEST(!accounts.find_by_credential(CredentialKind::invitation, sha256("code"), now).has_value());
}

BOOST_AUTO_TEST_CASE(lets_what_is_used_up_serve_no_more) {
    give({CredentialKind::invitation, sha256("code")});
    BOOST_TEST(accounts.use_up(sha256("code"), now));
    BOOST_TEST(!accounts.use_up(sha256("code"), now));
    BOOST_TEST(!accounts.use_up(sha256("other"), now));
    BOOST_TEST(!accounts.find_by_credential(CredentialKind::invitation, sha256("code"), now).has_value());
}

BOOST_AUTO_TEST_CASE(keeps_all_that_is_known_of_a_credential) {
    const auto later = now + std::chrono::hours{1};
    give({CredentialKind::session, sha256("a"), later, {}, "", now, now});
    give({CredentialKind::calendar, sha256("b"), {}, {}, "Téléphone", now});
    accounts.see(sha256("a"), later);
    accounts.see(sha256("b"), later);  // no session: nobody looks when it is fetched
    const auto claire = accounts.find("claire.vasseur");
    BOOST_REQUIRE(claire->credentials.size() == 2u);
    for (const model::Credential& one : claire->credentials) {
        const bool is_session = one.hash == sha256("a");
        BOOST_CHECK(one.kind == (is_session ? CredentialKind::session : CredentialKind::calendar));
        BOOST_TEST(one.name == (is_session ? "" : "Téléphone"));
        BOOST_CHECK(one.created_at == now);
        BOOST_CHECK(one.expires_at == (is_session ? std::optional(later) : std::nullopt));
        BOOST_CHECK(one.seen_at == (is_session ? std::optional(later) : std::nullopt));
    }
}

BOOST_AUTO_TEST_CASE(forgets_one_credential_or_all_of_a_kind) {
    give({CredentialKind::session, sha256("a")});
    give({CredentialKind::session, sha256("b")});
    give({CredentialKind::session, sha256("c")});
    give({CredentialKind::token, sha256("d")});
    BOOST_TEST(accounts.remove_credential(sha256("a")));
    BOOST_TEST(!accounts.remove_credential(sha256("a")));
    accounts.remove_credentials("claire.vasseur", CredentialKind::session);
    const auto claire = accounts.find("claire.vasseur");
    BOOST_REQUIRE(claire->credentials.size() == 1u);
    BOOST_CHECK(claire->credentials.front().kind == CredentialKind::token);
}

BOOST_AUTO_TEST_CASE(knows_since_when_an_account_is_suspended) {
    auto claire = accounts.find("claire.vasseur");
    claire->suspended_at = now;
    accounts.update_suspension(*claire);
    BOOST_CHECK(accounts.find("claire.vasseur")->suspended_at == now);
    BOOST_TEST(accounts.find("claire.vasseur")->revision == 2);
}

BOOST_AUTO_TEST_CASE(keeps_settings_that_are_told_once) {
    SettingRepository settings(*database);
    settings.insert("sample", "yes");
    BOOST_TEST(settings.find("sample").value() == "yes");
    BOOST_TEST(!settings.find("id").has_value());
    BOOST_CHECK(fault_of([&] { settings.insert("sample", "no"); }) == Fault::Kind::unique);
}

BOOST_AUTO_TEST_SUITE_END()
