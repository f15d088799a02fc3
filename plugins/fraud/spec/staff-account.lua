-- SPDX-License-Identifier: Apache-2.0
return spec "staff-account" {
  records = {
    staff   = {
      { code = "H01", since = "2020-01-01", team = "North", iban = "FR7611111222223333344444555" },
      { code = "H02", iban = "" },
    },
    benefit = {
      { number = "to-staff", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", amount = "80.00 EUR", paid_on = "2026-07-03", handler = "H02", iban = "FR7611111222223333344444555" },
      { number = "to-another", iban = "FR7611111222223333344444556" },
      { number = "to-nobody", iban = "" },
    },
  },
  found       = { "to-staff" },
  not_checked = "to-nobody",
}
