-- SPDX-License-Identifier: Apache-2.0
return spec "over-threshold" {
  records = {
    claim = {
      { number = "at-threshold", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", care_date = "2026-07-01", received_on = "2026-07-03", amount = "1000.00 EUR", handler = "H01" },
      { number = "a-cent-above", amount = "1000.01 EUR" },
      { number = "far-below", amount = "42.00 EUR" },
      { number = "already-paid", amount = "5000.00 EUR", paid_on = "2026-07-05" },
      { number = "hospital", act = "hospital-stay", amount = "2500.00 EUR" },
    },
  },
  found = { "a-cent-above", { keys = "hospital", severity = "major", message = "hospital-stay" } },
}
