-- SPDX-License-Identifier: Apache-2.0
return indicator "analysed-in-time" {
  title      = { fr = "Incidents graves analysés à temps", en = "Serious incidents analysed in time" },
  from       = "incident",
  meets      = "analysed_on is not missing and days(declared_on, analysed_on) <= delay",
  parameters = {
    delay = integer {
      default = 10,
      minimum = 0,
      maximum = 365,
      help    = {
        fr = "Jours laissés à l’analyse, depuis la déclaration ; le même délai que celui du contrôle.",
        en = "Days that the analysis may take, from the declaration; the same as the control’s.",
      },
    },
  },
}
