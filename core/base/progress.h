// SPDX-License-Identifier: Apache-2.0
// How long work tells its caller how far it is.
#pragma once

#include <cstdint>

#include "base/message.h"

namespace cadran {

class Progress {
  public:
    virtual ~Progress() = default;
    // `done` of `total` units of the step; a total of 0 means that nobody knows it. Cheap to call often.
    virtual void advance(const Message& step, std::int64_t done, std::int64_t total) = 0;
};

class NoProgress final : public Progress {
  public:
    void advance(const Message&, std::int64_t, std::int64_t) override {}
};

}  // namespace cadran
