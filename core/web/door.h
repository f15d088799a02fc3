// SPDX-License-Identifier: Apache-2.0
// How somebody comes in from the network, is known again, and leaves.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/session.h"
#include "app/sign_in.h"
#include "base/password_hasher.h"

namespace cadran::web {

// One for the whole server; may be used by several threads.
class Door {
  public:
    Door(const Clock& clock, Randomness& randomness) : clock_(clock), randomness_(randomness) {}

    // Who that cookie is of; refused where it is of nobody any more.
    Result<model::Account> known(app::Workspace& workspace, std::string_view token) const;
    // Where somebody stands who asks from there.
    app::Entrance entrance(app::Workspace& workspace, const std::string& peer, const std::string& device);
    Done leave(app::Workspace& workspace, std::string_view token) const;

  private:
    const Clock& clock_;
    Randomness& randomness_;
    PasswordHasher passwords_;
};

inline constexpr const char* channel = "web";

}  // namespace cadran::web
