// SPDX-License-Identifier: Apache-2.0
// What somebody typed into a form that came too late: it is theirs to type again.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "base/result.h"
#include "web/request.h"

namespace cadran::web {

// Markup with the words of a form that met a conflict, below what is wrong; empty of any other failure, and
// where nothing was typed.
std::string kept_words(const Failure* failure, const Request& request, const Catalogue& catalogue);

}  // namespace cadran::web
