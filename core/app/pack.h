// SPDX-License-Identifier: Apache-2.0
// The signed pack of a review: files that anyone can check with public tools alone.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "calendar/zone.h"
#include "model/review.h"

namespace cadran::app {

// The file of a pack that holds the data of the review.
inline constexpr std::string_view review_data = "review.json";

struct PackContent {
    std::string name;
    std::string bytes;
};

// The pages, the data and the figures of the dossier, without signature.
Result<std::vector<PackContent>> pack_contents(const model::Dossier& dossier, const calendar::Zone& zone);

// Adds the public key, the steps of verification, the list of SHA-256 sums and its Ed25519 signature.
void seal(std::vector<PackContent>& contents, const SigningKey& key);

}  // namespace cadran::app
