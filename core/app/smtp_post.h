// SPDX-License-Identifier: Apache-2.0
// Letters by SMTP (RFC 5321), encrypted by STARTTLS (RFC 3207).
#pragma once

#include <memory>

#include "app/post.h"

namespace cadran::app::mail {

// Connects with the first letter and keeps the connection until it is destroyed. Neither connecting nor any
// answer may take longer than half a minute. Nobody signs in, and nothing is sent, over a connection that was
// to be encrypted and is not.
std::unique_ptr<Post> smtp_post(const Server& server);

}  // namespace cadran::app::mail
