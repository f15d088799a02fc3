// SPDX-License-Identifier: Apache-2.0
#include "web/error_page.h"

#include "web/frame.h"

namespace cadran::web {

namespace {

const char* heading_of(int status) {
    switch (status) {
        case 403: return "web.refused";
        case 404: return "web.not_found";
        case 409: return "web.conflict";
        case 422: return "web.invalid";
        default: return "web.internal_error";
    }
}

}  // namespace

int status_of(const Failure& failure) {
    switch (failure.kind) {
        case Failure::Kind::refused: return 403;
        case Failure::Kind::conflict: return 409;
        case Failure::Kind::not_found: return 404;
        case Failure::Kind::invalid: break;
    }
    return 422;
}

Response error_page(int status, const Diagnostics& faults, const Request& request, app::Session* session,
                    const Catalogue& catalogue) {
    const std::string title = catalogue.text(Message{heading_of(status)});
    const std::string body =
        filled_template("error", Json::Object{{"back", catalogue.text(Message{"web.back_to_start"})},
                                              {"faults", fault_lines(faults, catalogue)},
                                              {"title", title}});
    const PageContent content{.title = title, .body = body, .status = status};
    return session != nullptr ? framed(content, request, *session) : framed(content, request, catalogue);
}

}  // namespace cadran::web
