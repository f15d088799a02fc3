-- SPDX-License-Identifier: Apache-2.0
return spec "vip-beneficiary" {
  records = {
    member = {
      { number = "A1-1", contract = "C1", joined_on = "2020-01-01", vip = true },
      { number = "A2-1", vip = false },
    },
    claim = {
      { number = "of-vip", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "consultation", care_date = "2026-07-01", received_on = "2026-07-03", amount = "30.00 EUR", handler = "H01" },
      { number = "of-vip-paid", paid_on = "2026-07-05" },
      { number = "of-anybody", beneficiary = "A2-1" },
      { number = "of-nobody", beneficiary = "A9-9" },
    },
  },
  found = { "of-vip" },
}
