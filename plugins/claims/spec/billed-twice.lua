-- SPDX-License-Identifier: Apache-2.0
return spec "billed-twice" {
  period = "2026-07",
  records = {
    claim = {
      { number = "D1", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", care_date = "2026-06-01", received_on = "2026-06-03", amount = "260.00 EUR", handler = "H01", paid_on = "2026-06-05" },
      { number = "D2", received_on = "2026-07-10", paid_on = "2026-07-12" },
      { number = "not-paid", received_on = "2026-07-10", paid_on = "" },
      { number = "other-amount", received_on = "2026-07-10", amount = "261.00 EUR" },
      { number = "other-act", received_on = "2026-07-10", act = "pharmacy" },
      -- Both before the period: found by an earlier run.
      { number = "old-1", beneficiary = "A2-1" },
      { number = "old-2", beneficiary = "A2-1" },
    },
  },
  found = { "D1, D2" },
}
