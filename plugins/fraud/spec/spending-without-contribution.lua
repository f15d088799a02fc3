-- SPDX-License-Identifier: Apache-2.0
return spec "spending-without-contribution" {
  period  = "2026-07",
  records = {
    contribution = {
      { member = "pays", stated_on = "2026-07-31", paid_until = "2026-09-30" },
      { member = "stopped", paid_until = "2026-06-30" },
      { member = "never", paid_until = "" },
    },
    benefit = {
      { number = "covered", member = "pays", beneficiary = "B-1", provider = "PS1", act = "optical", amount = "4000.00 EUR", paid_on = "2026-07-10", handler = "H01" },
      -- Paid for until the day itself.
      { number = "last-day", member = "stopped", amount = "4000.00 EUR", paid_on = "2026-06-30" },
      { number = "stopped-small", member = "stopped", amount = "900.00 EUR", paid_on = "2026-07-02" },
      { number = "stopped-exactly", member = "stopped", amount = "600.00 EUR", paid_on = "2026-07-31" },
      { number = "stopped-too-much", member = "stopped", amount = "0.01 EUR", paid_on = "2026-07-31" },
      { number = "never-at-once", member = "never", amount = "1500.01 EUR", paid_on = "2026-07-05" },
      { number = "unknown-at-once", member = "unknown", amount = "1600.00 EUR" },
      -- Within 31 days, not within 30.
      { number = "slow-1", member = "slow", amount = "1000.00 EUR", paid_on = "2026-06-20" },
      { number = "slow-2", member = "slow", amount = "1000.00 EUR", paid_on = "2026-07-20" },
    },
  },
  found   = {
    { keys = "stopped-exactly", severity = "high" },
    { keys = "stopped-too-much", severity = "high" },
    { keys = "never-at-once", severity = "major", message = "never-paid" },
    { keys = "unknown-at-once", severity = "major", message = "never-paid" },
  },
}
