-- SPDX-License-Identifier: Apache-2.0
return control "sample" {
  title    = { fr = "Échantillon par gestionnaire", en = "Sample of each handler" },
  from     = "claim",
  sample   = { rate = 0.02, by = "handler" },
  effect   = "check",
  severity = "low",
  message  = { fr = "Tiré au sort parmi les dossiers de {handler}.", en = "Drawn by lot among the claims of {handler}." },
}
