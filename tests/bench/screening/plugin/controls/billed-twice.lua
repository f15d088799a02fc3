-- SPDX-License-Identifier: Apache-2.0
return control "billed-twice" {
  title    = { fr = "Soins facturés deux fois", en = "Care billed twice" },
  from     = "claim",
  group    = { by = "beneficiary, act, care_date, amount" },
  having   = "count() > 1",
  effect   = "check",
  severity = "high",
  message  = { fr = "{count()} dossiers pour les mêmes soins.", en = "{count()} claims for the same care." },
}
