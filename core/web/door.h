// SPDX-License-Identifier: Apache-2.0
// How somebody comes in from the network, is known again, and leaves.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/provider_client.h"
#include "app/session.h"
#include "app/sign_in.h"
#include "base/password_hasher.h"

namespace cadran::web {

// One for the whole server; may be used by several threads.
class Door {
  public:
    Door(const Clock& clock, Randomness& randomness, std::unique_ptr<app::ProviderWire> wire)
        : clock_(clock), randomness_(randomness), provider_(std::move(wire)) {}

    // Who that cookie is of; refused where it is of nobody any more.
    Result<model::Account> known(app::Workspace& workspace, std::string_view token) const;
    // Where somebody stands who asks from there.
    app::Entrance entrance(app::Workspace& workspace, const std::string& peer, const std::string& device);
    app::ProviderClient& provider() { return provider_; }
    Done leave(app::Workspace& workspace, std::string_view token) const;

  private:
    const Clock& clock_;
    Randomness& randomness_;
    PasswordHasher passwords_;
    app::ProviderClient provider_;
};

inline constexpr const char* channel = "web";

}  // namespace cadran::web
