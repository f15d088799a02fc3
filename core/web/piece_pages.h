// SPDX-License-Identifier: Apache-2.0
// The pieces of an audit: asked for, delivered, accepted or rejected, taken away again.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> pieces_page(const Request& request, app::Session& session);
// Several files at once, each named like its piece.
Result<Response> deliver_pieces_form(const Request& request, app::Session& session);
Result<Response> piece_page(const Request& request, app::Session& session);
Result<Response> deliver_piece_form(const Request& request, app::Session& session);
Result<Response> accept_piece_form(const Request& request, app::Session& session);
Result<Response> reject_piece_form(const Request& request, app::Session& session);
Result<Response> piece_file(const Request& request, app::Session& session);

}  // namespace cadran::web
