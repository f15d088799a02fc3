-- SPDX-License-Identifier: Apache-2.0
return spec "shared-invoice" {
  period  = "2026-07",
  records = {
    benefit = {
      { number = "first", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", invoice = "F-17", amount = "350.00 EUR", paid_on = "2026-05-03", handler = "H01" },
      { number = "copy", member = "A2", beneficiary = "A2-1", paid_on = "2026-07-08" },
      -- A family on one invoice, the number of another provider, an invoice nobody numbered.
      { number = "mother", member = "A3", beneficiary = "A3-1", invoice = "F-18", paid_on = "2026-07-08" },
      { number = "child", member = "A3", beneficiary = "A3-2", invoice = "F-18", paid_on = "2026-07-08" },
      { number = "other-provider", member = "A4", provider = "PS2", paid_on = "2026-07-08" },
      { number = "unnumbered-1", invoice = "", paid_on = "2026-07-08" },
      { number = "unnumbered-2", member = "A5", invoice = "", paid_on = "2026-07-08" },
    },
  },
  found   = { "copy, first" },
}
