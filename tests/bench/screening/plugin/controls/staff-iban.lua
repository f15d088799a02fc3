-- SPDX-License-Identifier: Apache-2.0
return control "staff-iban" {
  title    = { fr = "IBAN d’un membre du personnel", en = "IBAN of a member of staff" },
  from     = "claim",
  where    = "iban in staff.iban",
  effect   = "check",
  severity = "major",
  message  = { fr = "Payé sur le compte d’un membre du personnel.", en = "Paid to the account of a member of staff." },
}
