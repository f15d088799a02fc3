-- SPDX-License-Identifier: Apache-2.0
return spec "over-threshold-in-total" {
  records = {
    claim = {
      { number = "first-half", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", care_date = "2026-07-01", received_on = "2026-07-03", amount = "600.00 EUR", handler = "H01", paid_on = "2026-07-05" },
      { number = "second-half", amount = "400.01 EUR", act = "pharmacy", received_on = "2026-07-08", paid_on = "" },
      { number = "other-day", amount = "900.00 EUR", care_date = "2026-07-02", paid_on = "" },
      { number = "other-person", amount = "900.00 EUR", beneficiary = "A1-2", paid_on = "" },
      { number = "other-provider", amount = "900.00 EUR", provider = "PS2", paid_on = "" },
      { number = "exactly-half", beneficiary = "A2-1", amount = "500.00 EUR", paid_on = "" },
      { number = "other-half", beneficiary = "A2-1", amount = "500.00 EUR", paid_on = "" },
      -- Held for itself by over-threshold; what goes with it is held here.
      { number = "alone-above", beneficiary = "A3-1", amount = "1200.00 EUR", paid_on = "" },
      { number = "small-beside", beneficiary = "A3-1", amount = "10.00 EUR", paid_on = "" },
    },
  },
  found = {
    { keys = "first-half", effect = "check", severity = "major", message = "too-late" },
    { keys = "second-half", effect = "hold" },
    { keys = "small-beside", effect = "hold" },
  },
}
