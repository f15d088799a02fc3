// SPDX-License-Identifier: Apache-2.0
// A review on the terminal: what every step of it prints.
#pragma once

#include "cli/output.h"
#include "model/review.h"

namespace cadran::cli {

void print_dossier(Output& output, const model::Dossier& dossier);

}  // namespace cadran::cli
