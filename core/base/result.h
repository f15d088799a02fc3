// SPDX-License-Identifier: Apache-2.0
// What a function returns when its caller can do something about a failure. Exceptions are for what nobody
// near can mend: a full disk, a damaged database.
#pragma once

#include <tl/expected.hpp>

#include "base/diagnostic.h"

namespace cadran {

struct Failure {
    enum class Kind {
        invalid,    // what was given is wrong; the diagnostics say all of it
        refused,    // the actor may not; the diagnostic says which right is missing or which rule forbids it
        conflict,   // somebody else changed it meanwhile
        not_found,  // what was named does not exist
    };

    Kind kind = Kind::invalid;
    Diagnostics diagnostics;
};

template <typename Value>
using Result = tl::expected<Value, Failure>;

// A success that has nothing to tell.
using Done = Result<void>;

// `return invalid({"store.newer", {…}})`: a failure of one diagnostic, without a place in a file.
tl::unexpected<Failure> invalid(Message what, std::optional<Message> hint = {});
tl::unexpected<Failure> refused(Message what, std::optional<Message> hint = {});
tl::unexpected<Failure> conflict(Message what, std::optional<Message> hint = {});
tl::unexpected<Failure> not_found(Message what, std::optional<Message> hint = {});

// All faults at once, sorted by place.
tl::unexpected<Failure> invalid(Diagnostics diagnostics);

}  // namespace cadran
