-- SPDX-License-Identifier: Apache-2.0
return spec "closed-without-cause" {
  records = {
    incident = {
      { number = "understood", stated_on = "2026-07-31", happened_on = "2026-07-01", declared_on = "2026-07-02", kind = "outage", service = "Prestations", analysed_on = "2026-07-10", cause = "Fichier envoyé deux fois", closed_on = "2026-07-10" },
      { number = "no-cause", cause = "" },
      { number = "no-analysis", cause = "Inconnue", analysed_on = "" },
      { number = "analysed-afterwards", analysed_on = "2026-07-11" },
      { number = "open", closed_on = "", analysed_on = "", cause = "" },
    },
  },
  found   = { "analysed-afterwards", "no-analysis", "no-cause" },
}
