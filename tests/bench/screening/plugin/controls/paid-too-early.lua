-- SPDX-License-Identifier: Apache-2.0
return control "paid-too-early" {
  title    = { fr = "Payé avant d’être contrôlé", en = "Paid before it was checked" },
  from     = "claim",
  where    = "paid_on is not missing and paid_on < checked_on",
  effect   = "check",
  severity = "major",
  message  = { fr = "Payé le {paid_on}, contrôlé le {checked_on}.", en = "Paid on {paid_on}, checked on {checked_on}." },
}
