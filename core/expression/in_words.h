// SPDX-License-Identifier: Apache-2.0
// Puts conditions into words that a person reads who does not know the language.
#pragma once

#include <span>
#include <string>

#include "base/catalogue.h"
#include "column/scalar.h"
#include "expression/condition.h"
#include "expression/query.h"

namespace cadran::expression {

// A fragment of a sentence: `montant au-dessus de 1 000,00 € et date de paiement vide`. Fields go by their
// title. Parameters go by their value, in the order of the scope, where values are given; else by their name.
std::string in_words(const Condition& condition, const Catalogue& catalogue,
                     std::span<const column::Scalar> parameters = {});

// The whole of a query: the condition, then groups, windows, history and sample.
std::string in_words(const Query& query, const Catalogue& catalogue,
                     std::span<const column::Scalar> parameters = {});

}  // namespace cadran::expression
