// SPDX-License-Identifier: Apache-2.0
// Accounts and what people prove them with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/account.h"
#include "store/database.h"

namespace cadran::store {

using CredentialKind = model::Credential::Kind;

class AccountRepository {
  public:
    explicit AccountRepository(Database& database) : database_(database) {}

    std::optional<model::Account> find(const std::string& name);
    std::optional<model::Account> find_by_system_user(const std::string& system_user);
    // The account that a handler code names.
    std::optional<std::string> find_by_handler_code(const std::string& code);
    std::vector<model::Account> list();
    // As list, without what they prove themselves with: who they are and what their roles are.
    std::vector<model::Account> people();
    // Without its credentials, which are inserted one by one.
    void insert(const model::Account& account);

    // Its address, how often it wants a digest and when it last had one; the revision goes up.
    void update_digest(model::Account& account);

    // Since when it is suspended, if it is; the revision goes up.
    void update_suspension(model::Account& account);

    // The account that a credential proves; none where it is unknown, used up or expired.
    std::optional<std::string> find_by_credential(CredentialKind kind, const Digest& hash, Instant now);
    void insert_credential(const model::Credential& credential, const std::string& account);
    // It is worth nothing from then on. False where that was so already, or where there is none.
    bool use_up(const Digest& credential, Instant now);
    // That somebody came with that session.
    void see(const Digest& session, Instant now);
    // Forgets it. False where there is none.
    bool remove_credential(const Digest& credential);
    void remove_credentials(const std::string& account, CredentialKind kind);

  private:
    // By name, from the first to the last of these; without what they prove themselves with.
    std::vector<model::Account> people_between(const std::string& first, const std::string& last);
    // With all that is theirs.
    std::vector<model::Account> between(const std::string& first, const std::string& last);

    Database& database_;
};

}  // namespace cadran::store
