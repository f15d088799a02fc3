// SPDX-License-Identifier: Apache-2.0
#include "app/provider.h"

#include <deque>

#include "app/access_workspace.h"
#include "app/provider_client.h"
#include "app/provider_sign_in.h"
#include "store/setting_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

const std::string issuer = "https://login.example.org/staff";

// Answers what it is told to, and notes what it is asked.
class ScriptedWire final : public ProviderWire {
  public:
    Result<WireAnswer> get(const std::string& address) override { return next("GET " + address); }
    Result<WireAnswer> post(const std::string& address, const std::map<std::string, std::string>& form,
                            const Client& client) override {
        std::string question = "POST " + address + " " + client.id + ":" + client.secret.value_or("-");
        for (const auto& [name, value] : form) question += " " + name + "=" + value;
        return next(question);
    }

    std::deque<WireAnswer> answers;
    std::vector<std::string> asked;

  private:
    Result<WireAnswer> next(const std::string& question) {
        asked.push_back(question);
        if (answers.empty()) return invalid(Message{"app.provider_unreachable", {{"reason", "gone"}}});
        const WireAnswer answer = answers.front();
        answers.pop_front();
        return answer;
    }
};

const std::string document = R"({"issuer":"https://login.example.org/staff",)"
                             R"("authorization_endpoint":"https://login.example.org/authorize",)"
                             R"("token_endpoint":"https://login.example.org/token",)"
                             R"("jwks_uri":"https://login.example.org/keys","scopes_supported":["openid"]})";

struct Example : AccessWorkspace {
    ScriptedWire* wire = new ScriptedWire;
    ProviderClient client{std::unique_ptr<ProviderWire>(wire)};
    Provider provider{issuer, "cadran", "", "email", false};

    std::string set(Provider wanted, const std::string& secret = {}) {
        return told(set_provider(admin, {std::move(wanted), secret}));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(providers, Example)

BOOST_AUTO_TEST_CASE(are_set_by_an_administrator_with_a_secret_nobody_reads) {
    BOOST_TEST(set(provider, "the secret of the client") == "done");
    const auto known = provider_of(workspace());
    BOOST_REQUIRE(known.has_value());
    BOOST_TEST(known->title == "login.example.org");
    BOOST_TEST(known->has_secret);
    BOOST_TEST(secret_of_provider(workspace()).value().value() == "the secret of the client");
    for (const auto& [name, value] : store::SettingRepository(workspace().database()).list())
        BOOST_TEST(value.find("the secret") == std::string::npos, name);
    BOOST_TEST(told(remove_provider(admin)) == "done");
    BOOST_TEST(!provider_of(workspace()).has_value());
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(are_at_addresses_that_nobody_between_can_read) {
    for (const char* address :
         {"", "login.example.org", "http://login.example.org", "ftp://login.example.org", "https://",
          "https://me@login.example.org", "https://login.example.org?x=1", "https://login.example.org#x",
          "http://localhost.example.org", "https://login.example.org/\nX: y"}) {
        provider.issuer = address;
        BOOST_TEST(set(provider).starts_with("invalid"), address);
    }
    for (const char* address :
         {"http://127.0.0.1:8080", "http://localhost:9000/x", "https://login.example.org"})
        BOOST_TEST(is_safe_address(address), address);
}

BOOST_AUTO_TEST_CASE(know_each_person_once) {
    BOOST_TEST(told(link_identity(admin, claire, "248")) == "conflict: app.no_provider");
    BOOST_REQUIRE_EQUAL(set(provider), "done");
    BOOST_TEST(told(link_identity(admin, "nobody.known", "248")) == "not found: app.unknown_account");
    BOOST_TEST(told(link_identity(admin, claire, " ")) == "invalid: app.bad_identity");
    BOOST_TEST(told(link_identity(admin, claire, "248")) == "done");
    BOOST_TEST(told(link_identity(admin, "luc.moreau", "248")) == "conflict: app.identity_of_another");
    BOOST_TEST(told(link_identity(admin, claire, "249")) == "conflict: app.has_an_identity");
    BOOST_TEST(told(unlink_identity(admin, claire)) == "done");
    BOOST_TEST(told(unlink_identity(admin, claire)) == "conflict: app.has_no_identity");
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(are_departed_to_with_a_challenge_that_tells_nothing) {
    BOOST_REQUIRE_EQUAL(set(provider), "done");
    wire->answers = {{200, document}};
    const auto departed = depart_to_provider(entrance(), client,
                                             {"https://cadran.example/sign-in/provider/return", "/actions"});
    BOOST_REQUIRE_EQUAL(told(departed), "done");
    BOOST_TEST(wire->asked.front() == "GET " + issuer + "/.well-known/openid-configuration");
    BOOST_TEST(departed->address.starts_with("https://login.example.org/authorize?client_id=cadran&"));
    for (const char* part :
         {"code_challenge_method=S256", "response_type=code", "scope=openid%20email", "nonce="})
        BOOST_TEST(departed->address.find(part) != std::string::npos, part);
    BOOST_TEST(departed->address.find("prompt") == std::string::npos);
    BOOST_TEST(departed->ticket.find("actions") == std::string::npos);
    // What is known is not asked again.
    const auto again =
        depart_to_provider(entrance(), client, {.callback = "https://cadran.example/x", .prove_again = true});
    BOOST_REQUIRE_EQUAL(told(again), "done");
    BOOST_TEST(again->address.find("prompt=login") != std::string::npos);
    BOOST_TEST(wire->asked.size() == 1u);
}

BOOST_AUTO_TEST_CASE(are_not_departed_to_where_their_document_is_of_another) {
    BOOST_REQUIRE_EQUAL(set(provider), "done");
    const auto told_of_document = [&](const std::string& from, const std::string& to) {
        std::string changed = document;
        changed.replace(changed.find(from), from.size(), to);
        wire->answers = {{200, changed}};
        return told(depart_to_provider(entrance(), client, {"https://cadran.example/x"}));
    };
    BOOST_TEST(told_of_document("org/staff", "org/other") == "invalid: app.provider_document");
    BOOST_TEST(told_of_document("https://login.example.org/token", "http://login.example.org/token") ==
               "invalid: app.provider_document");
    BOOST_TEST(told_of_document("jwks_uri", "jwks") == "invalid: app.provider_document");
    BOOST_TEST(told_of_document("{", "[") == "invalid: app.provider_document");
    wire->answers = {{500, document}};
    BOOST_TEST(told(depart_to_provider(entrance(), client, {"https://cadran.example/x"})) ==
               "invalid: app.provider_document");
    BOOST_TEST(told(depart_to_provider(entrance(), client, {"https://cadran.example/x"})) ==
               "invalid: app.provider_unreachable");
}

BOOST_AUTO_TEST_CASE(are_returned_from_by_the_browser_that_departed_and_in_time) {
    BOOST_REQUIRE_EQUAL(set(provider, "s3cret"), "done");
    wire->answers = {{200, document}};
    const auto departed = depart_to_provider(entrance(), client, {"https://cadran.example/x", "/actions"});
    BOOST_REQUIRE_EQUAL(told(departed), "done");
    const auto at = departed->address.find("&state=") + 7;
    const std::string state = departed->address.substr(at, 48);
    Return back{departed->ticket, state, "the code", "", "", "https://cadran.example/x"};
    const auto returned = [&](const Return& with) {
        return told(return_from_provider(entrance(), client, with));
    };
    const std::int64_t before = journal_number();
    Return other = back;
    other.state = std::string(48, 'a');
    BOOST_TEST(returned(other) == "refused: app.return_of_another");
    other = back;
    other.ticket = "AAAA";
    BOOST_TEST(returned(other) == "refused: app.return_without_departure");
    other = back;
    other.issuer = "https://elsewhere.example";
    BOOST_TEST(returned(other) == "refused: app.token_issuer");
    other = back;
    other.error = "access_denied";
    BOOST_TEST(returned(other) == "refused: app.provider_said_no");
    wire->answers = {{400, R"({"error":"invalid_grant"})"}};
    BOOST_TEST(returned(back) == "refused: app.provider_refused_code");
    BOOST_TEST(
        wire->asked.back().starts_with("POST https://login.example.org/token cadran:s3cret code=the code "
                                       "code_verifier="));
    wire->answers = {{200, R"({"id_token":"e30.e30."})"}, {200, R"({"keys":[]})"}};
    BOOST_TEST(returned(back) == "refused: app.token_algorithm");
    pass(ticket_lasts + std::chrono::seconds{1});
    BOOST_TEST(returned(back) == "refused: app.departure_too_old");
    const auto acts = acts_after(before);
    BOOST_TEST(acts.size() == 7u);
    for (const std::string& act : acts) BOOST_TEST(act == "? account.sign-in-by-provider-failed account/?");
}

BOOST_AUTO_TEST_SUITE_END()
