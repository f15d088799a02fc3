-- SPDX-License-Identifier: Apache-2.0
return spec "undue-payment" {
  records = {
    claim = {
      { number = "P1", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", care_date = "2026-07-01", received_on = "2026-07-03", amount = "260.00 EUR", handler = "H01" },
    },
    payment = {
      { number = "as-claimed", claim = "P1", amount = "260.00 EUR", paid_on = "2026-07-05" },
      { number = "less", amount = "200.00 EUR" },
      { number = "more", amount = "260.01 EUR" },
      { number = "for-nothing", claim = "P9" },
    },
  },
  found = { "more", { keys = "for-nothing", severity = "major", message = "without-claim" } },
}
