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
    // Without its credentials, which are inserted one by one.
    void insert(const model::Account& account);

    // Its address, how often it wants a digest and when it last had one; the revision goes up.
    void update_digest(model::Account& account);

    // The account that a credential proves; none where it is unknown, used up or expired.
    std::optional<std::string> find_by_credential(CredentialKind kind, const Digest& hash, Instant now);
    void insert_credential(CredentialKind kind, const Digest& hash, const std::string& account,
                           std::optional<Instant> expires_at);
    // An invitation serves once. False where it had been used already.
    bool use_up(const Digest& invitation, Instant now);

  private:
    std::optional<model::Account> first(Rows rows);
    std::vector<model::Credential> credentials_of(const std::string& account);

    Database& database_;
};

}  // namespace cadran::store
