// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include "base/decimal.h"

namespace cadran {

std::string plain_text(const Money& amount) {
    return plain_text(Decimal{amount.cents, 2}) + " " + amount.currency.code;
}

}  // namespace cadran
