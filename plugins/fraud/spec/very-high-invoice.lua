-- SPDX-License-Identifier: Apache-2.0
return spec "very-high-invoice" {
  parameters = { factor = 10 },
  records    = {
    benefit = {
      { number = "usual-1", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", invoice = "2026-1", amount = "300.00 EUR", paid_on = "2026-07-01", handler = "H01" },
      { number = "usual-2", paid_on = "2026-07-02" },
      { number = "usual-3", paid_on = "2026-07-03" },
      { number = "at-the-floor", amount = "3000.00 EUR", paid_on = "2026-07-04" },
      { number = "a-cent-more", amount = "3000.01 EUR", paid_on = "2026-07-05" },
      -- High for its act, but no high sum; and a high sum that is usual for its act.
      { number = "cheap-act", act = "pharmacy", amount = "20.00 EUR", paid_on = "2026-07-01" },
      { number = "cheap-act-2", act = "pharmacy", amount = "20.00 EUR", paid_on = "2026-07-02" },
      { number = "cheap-but-many-times", act = "pharmacy", amount = "2900.00 EUR", paid_on = "2026-07-03" },
      { number = "dear-act", act = "hospital-stay", amount = "5000.00 EUR" },
    },
  },
  found      = { "a-cent-more" },
}
