// SPDX-License-Identifier: Apache-2.0
// What use cases advise by a command of the terminal, said to somebody who has a browser.
#pragma once

#include "base/message.h"

namespace cadran::web {

// The message itself where it names no command, or where no page does what the command does.
Message on_page(const Message& message);

}  // namespace cadran::web
