// SPDX-License-Identifier: Apache-2.0
// What was signed: who, when, what they concluded, and every file of the pack.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "base/json.h"
#include "model/review.h"

namespace cadran::web {

struct SignedPack {
    const Json& review;  // that part of the pack's data: of what was frozen, not of today
    const std::vector<model::PackFile>& files;
    std::string place;            // of the review; its files stand beneath `documents`
    std::string name;             // of the page among them, `review` of `review.fr.html`
    Json::Array indicators = {};  // of the pack's data, to be shown in brief
};
// Markup.
std::string signed_pack(const SignedPack& pack, app::Session& session);

}  // namespace cadran::web
