// SPDX-License-Identifier: Apache-2.0
// The commands of who may come in, and by what proof.
#pragma once

#include <vector>

#include "cli/invocation.h"

namespace cadran::cli {

struct Command;

std::vector<Command> access_commands();

Result<int> account_invite(Invocation& invocation);
Result<int> account_suspend(Invocation& invocation);
Result<int> account_resume(Invocation& invocation);
Result<int> account_password(Invocation& invocation);
Result<int> account_limits(Invocation& invocation);
Result<int> account_provider(Invocation& invocation);
Result<int> account_identity(Invocation& invocation);
Result<int> token_create(Invocation& invocation);
Result<int> token_list(Invocation& invocation);
Result<int> token_revoke(Invocation& invocation);

}  // namespace cadran::cli
