-- SPDX-License-Identifier: Apache-2.0
return spec "rights-closed" {
  records = {
    member = {
      { number = "A1-1", contract = "C1", joined_on = "2026-01-01", left_on = "2026-06-30", vip = false },
      { number = "A2-1", left_on = "" },
    },
    claim = {
      { number = "last-day", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", care_date = "2026-06-30", received_on = "2026-07-03", amount = "260.00 EUR", handler = "H01", paid_on = "2026-07-05" },
      { number = "day-after", care_date = "2026-07-01" },
      { number = "day-before", care_date = "2025-12-31" },
      { number = "not-paid", care_date = "2026-07-01", paid_on = "" },
      { number = "still-in", beneficiary = "A2-1", care_date = "2026-07-01" },
      { number = "unknown", beneficiary = "A9-9" },
    },
  },
  found = { "day-after", "day-before", { keys = "unknown", severity = "major", message = "unknown" } },
}
