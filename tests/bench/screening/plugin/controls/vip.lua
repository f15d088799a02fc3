-- SPDX-License-Identifier: Apache-2.0
return control "vip" {
  title    = { fr = "Adhérents sensibles", en = "Sensitive members" },
  from     = "claim",
  join     = { holder = "member on number = claim.member" },
  where    = "holder.vip = true",
  effect   = "hold",
  severity = "medium",
  message  = { fr = "Dossier d’un adhérent sensible.", en = "Claim of a sensitive member." },
}
