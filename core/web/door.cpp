// SPDX-License-Identifier: Apache-2.0
#include "web/door.h"

#include "app/web_session.h"

namespace cadran::web {

Result<model::Account> Door::known(app::Workspace& workspace, std::string_view token) const {
    return app::account_of_web_session(workspace, token, clock_);
}

app::Entrance Door::entrance(app::Workspace& workspace, const std::string& peer, const std::string& device) {
    return {workspace, clock_, randomness_, passwords_, channel, peer, device};
}

Done Door::leave(app::Workspace& workspace, std::string_view token) const {
    return app::sign_out(workspace, token, clock_, channel);
}

}  // namespace cadran::web
