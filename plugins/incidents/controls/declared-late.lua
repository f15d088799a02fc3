-- SPDX-License-Identifier: Apache-2.0
-- Known too late to be contained. Of personal data the supervisory authority has to hear within 72 hours.
return control "declared-late" {
  title      = { fr = "Incident grave déclaré tardivement", en = "Serious incident declared late" },
  from       = "incident",
  where      = "days(happened_on, declared_on) > delay or (kind = 'personal-data' and days(happened_on, declared_on) > 3)",
  parameters = {
    delay = integer {
      default = 5,
      minimum = 0,
      maximum = 365,
      help    = {
        fr = "Jours laissés à la déclaration, depuis la survenance ; trois au plus pour des données personnelles (RGPD, art. 33).",
        en = "Days that the declaration may take, from the occurrence; three at most for personal data (GDPR, art. 33).",
      },
    },
  },
  effect     = "check",
  severity   = "medium",
  due        = "10 ouvrés",
  minutes    = 15,
  message    = {
    fr = "Incident survenu le {happened_on}, déclaré le {declared_on} seulement ({service}).",
    en = "Incident that happened on {happened_on}, declared on {declared_on} only ({service}).",
  },
  verify     = {
    { id = "reason", fr = "La raison du retard est connue.", en = "The reason of the delay is known." },
    { id = "authorities", fr = "Ce qui devait être notifié aux autorités et aux personnes l’a été.", en = "What had to be notified to authorities and people was." },
  },
}
