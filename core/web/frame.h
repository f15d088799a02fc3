// SPDX-License-Identifier: Apache-2.0
// What every page has around it: the organisation, the way to the other pages, who is signed in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/session.h"
#include "base/json.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

struct PageContent {
    std::string title;       // of the window, and the heading where the body has none
    std::string place = {};  // the entry of the navigation that is current: `/worklist`
    std::string body;        // markup
    int status = 200;
    std::string_view script = {};  // of core/web/script, that makes the page livelier: `checklist.js`
};

// For who signed in.
Response framed(const PageContent& content, const Request& request, app::Session& session);

// For who did not, and where no workspace is at hand.
Response framed(const PageContent& content, const Request& request, const Catalogue& catalogue);

// A template of core/web/templates, by its name without ending, with that view.
std::string filled_template(std::string_view name, const Json& view);

// What is wrong, a view of each fault.
Json::Array fault_lines(const Diagnostics& faults, const Catalogue& catalogue);

// The same as markup for the top of a form; nothing where there is no failure.
std::string faults_above(const Failure* failure, const Catalogue& catalogue);

// What came of a step, said once above the page that follows: `?done=decided`.
std::string done_words(const Request& request, const Catalogue& catalogue);

}  // namespace cadran::web
