// SPDX-License-Identifier: Apache-2.0
// The frame of every page: a self-contained file with its style sheet, which says when it is invented.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "model/appearance.h"

namespace cadran::report {

struct PageShell {
    std::string title;  // of the browser's window
    std::string style;  // its style sheet
    model::Appearance appearance = {};
    bool simulated = false;
    std::string body;  // markup
};

// One file of well-formed XHTML in the catalogue's language; no script, nothing fetched.
std::string page(const PageShell& shell, const Catalogue& catalogue);

}  // namespace cadran::report
