-- SPDX-License-Identifier: Apache-2.0
return spec "unusual-amount" {
  parameters = { factor = 10 },
  records = {
    claim = {
      { number = "usual-1", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "consultation", care_date = "2026-07-01", received_on = "2026-07-03", amount = "30.00 EUR", handler = "H01" },
      { number = "usual-2", care_date = "2026-07-02" },
      { number = "usual-3", care_date = "2026-07-02" },
      { number = "ten-times", care_date = "2026-07-03", amount = "300.00 EUR" },
      { number = "a-cent-more", care_date = "2026-07-03", amount = "300.01 EUR" },
      { number = "other-act", act = "hospital-stay", amount = "900.00 EUR" },
    },
  },
  found = { "a-cent-more" },
}
