-- SPDX-License-Identifier: Apache-2.0
-- The same kind in the same service again: what was done the first time did not remove the cause.
return control "recurring" {
  title    = { fr = "Incidents graves qui se répètent", en = "Serious incidents that come back" },
  from     = "incident",
  where    = "kind <> 'other'",
  group    = { by = "kind, service" },
  having   = "count() > 1",
  history  = "12 months",
  effect   = "check",
  severity = "high",
  due      = "20 ouvrés",
  minutes  = 45,
  message  = {
    fr = "{count()} incidents graves de même nature ({kind}) au service {service} en douze mois.",
    en = "{count()} serious incidents of one kind ({kind}) in service {service} within twelve months.",
  },
  verify   = {
    { id = "causes", fr = "Les causes ont été comparées.", en = "The causes were compared." },
    { id = "effect", fr = "L’effet des actions précédentes a été jugé.", en = "The effect of earlier actions was judged." },
  },
}
