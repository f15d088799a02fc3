-- SPDX-License-Identifier: Apache-2.0
-- Nobody has looked for the cause, though the time for it is over on the day of which the base speaks.
return control "without-analysis" {
  title      = { fr = "Incident grave sans analyse de cause", en = "Serious incident without an analysis of its cause" },
  from       = "incident",
  where      = "analysed_on is missing and days(declared_on, stated_on) > delay",
  parameters = {
    delay = integer {
      default = 10,
      minimum = 0,
      maximum = 365,
      help    = {
        fr = "Jours laissés à l’analyse, depuis la déclaration.",
        en = "Days that the analysis may take, from the declaration.",
      },
    },
  },
  effect     = "check",
  severity   = "high",
  due        = "5 ouvrés",
  minutes    = 30,
  message    = {
    fr = "Incident déclaré le {declared_on} ({service}) et toujours sans analyse le {stated_on}, au-delà de {delay} jours.",
    en = "Incident declared on {declared_on} ({service}) and still without an analysis on {stated_on}, after more than {delay} days.",
  },
  verify     = {
    { id = "owner", fr = "Quelqu’un est chargé de l’analyse et le sait.", en = "Somebody is in charge of the analysis and knows it." },
    { id = "measures", fr = "Les effets de l’incident sont contenus entre-temps.", en = "The effects of the incident are contained meanwhile." },
  },
}
