-- SPDX-License-Identifier: Apache-2.0
-- The referent's sample, from which the quality rates come. Chance alone decides which claims are in it.
return control "handler-sample" {
  title    = { fr = "Contrôle par échantillon du travail de chaque gestionnaire", en = "Sample check of each handler’s work" },
  from     = "claim",
  where    = "paid_on is not missing",
  sample   = { size = 5, by = "handler" },
  effect   = "check",
  severity = "low",
  due      = "20 ouvrés",
  minutes  = 8,
  message  = {
    fr = "Dossier tiré au sort parmi ceux du gestionnaire {handler} : vérifier chaque étape de la procédure.",
    en = "Claim drawn by lot among those of handler {handler}: check every step of the procedure.",
  },
  verify   = {
    {
      id = "procedure",
      fr = "Chaque étape de la procédure a été suivie.",
      en = "Every step of the procedure was followed.",
    },
    {
      id = "entry",
      fr = "La saisie est conforme aux pièces : bénéficiaire, acte, dates, montant.",
      en = "The entry agrees with the documents: beneficiary, act, dates, amount.",
    },
    {
      id = "reimbursement",
      fr = "Le montant remboursé est celui de la garantie.",
      en = "The amount reimbursed is that of the guarantee.",
    },
  },
}
