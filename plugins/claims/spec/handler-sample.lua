-- SPDX-License-Identifier: Apache-2.0
-- Five of the twelve of H01, all three of H02, nothing of what is not paid.
return spec "handler-sample" {
  records = {
    claim = {
      { number = "H01-01", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", care_date = "2026-07-01", received_on = "2026-07-03", amount = "260.00 EUR", handler = "H01", paid_on = "2026-07-05" },
      { number = "H01-02", handler = "H01" },
      { number = "H01-03", handler = "H01" },
      { number = "H01-04", handler = "H01" },
      { number = "H01-05", handler = "H01" },
      { number = "H01-06", handler = "H01" },
      { number = "H01-07", handler = "H01" },
      { number = "H01-08", handler = "H01" },
      { number = "H01-09", handler = "H01" },
      { number = "H01-10", handler = "H01" },
      { number = "H01-11", handler = "H01" },
      { number = "H01-12", handler = "H01" },
      { number = "H02-01", handler = "H02" },
      { number = "H02-02", handler = "H02" },
      { number = "H02-03", handler = "H02" },
      { number = "not-paid", paid_on = "" },
    },
  },
  count = 8,
}
