// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

namespace cadran {

namespace {

tl::unexpected<Failure> failure(Failure::Kind kind, Message what, std::optional<Message> hint) {
    return tl::unexpected(Failure{kind, {Diagnostic{{}, std::move(what), std::move(hint)}}});
}

}  // namespace

tl::unexpected<Failure> invalid(Message what, std::optional<Message> hint) {
    return failure(Failure::Kind::invalid, std::move(what), std::move(hint));
}

tl::unexpected<Failure> refused(Message what, std::optional<Message> hint) {
    return failure(Failure::Kind::refused, std::move(what), std::move(hint));
}

tl::unexpected<Failure> conflict(Message what, std::optional<Message> hint) {
    return failure(Failure::Kind::conflict, std::move(what), std::move(hint));
}

tl::unexpected<Failure> not_found(Message what, std::optional<Message> hint) {
    return failure(Failure::Kind::not_found, std::move(what), std::move(hint));
}

tl::unexpected<Failure> invalid(Diagnostics diagnostics) {
    sort_by_place(diagnostics);
    return tl::unexpected(Failure{Failure::Kind::invalid, std::move(diagnostics)});
}

}  // namespace cadran
