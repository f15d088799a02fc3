-- SPDX-License-Identifier: Apache-2.0
return spec "paid-twice" {
  records = {
    payment = {
      { number = "V1", claim = "P1", amount = "260.00 EUR", paid_on = "2026-07-05" },
      { number = "V2", paid_on = "2026-07-12" },
      { number = "once", claim = "P2" },
      { number = "sent", claim = "P3" },
      { number = "came-back", claim = "P3", amount = "-260.00 EUR" },
    },
  },
  found = { "V1, V2" },
}
