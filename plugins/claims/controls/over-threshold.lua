-- SPDX-License-Identifier: Apache-2.0
return control "over-threshold" {
  title      = { fr = "Contrôle complet avant paiement au-delà du seuil", en = "Complete check before payment above the threshold" },
  from       = "claim",
  where      = "amount > threshold and paid_on is missing",
  parameters = {
    threshold = money {
      default = "1000.00 EUR",
      minimum = "0.00 EUR",
      help    = {
        fr = "Montant au-delà duquel un dossier est suspendu et contrôlé avant paiement ; un dossier égal au seuil est payé.",
        en = "Amount above which a claim is held and checked before payment; a claim equal to the threshold is paid.",
      },
    },
  },
  effect     = "hold",
  severity   = "high",
  due        = "2 ouvrés",
  minutes    = 12,
  message    = {
    fr = "Le montant de {amount} dépasse le seuil de {threshold} : dossier à contrôler avant paiement.",
    en = "The amount of {amount} is above the threshold of {threshold}: to be checked before payment.",
  },
  messages   = {
    ["hospital-stay"] = {
      fr = "Hospitalisation de {amount}, au-delà du seuil de {threshold} : vérifier la prise en charge et la facture de l’établissement.",
      en = "Hospital stay of {amount}, above the threshold of {threshold}: check the agreement to cover and the hospital’s invoice.",
    },
  },
  verify     = {
    {
      id = "identity",
      fr = "Le bénéficiaire des soins est identifié et rattaché au contrat ; le RIB est celui de l’adhérent ou du professionnel de santé.",
      en = "The person cared for is identified and covered by the contract; the account is the member’s or the provider’s.",
    },
    {
      id = "rights",
      fr = "Les droits étaient ouverts à la date des soins : contrat en vigueur, cotisations à jour, délai de carence écoulé.",
      en = "Rights were open at the date of care: contract in force, contributions paid, waiting period over.",
    },
    {
      id = "invoice",
      fr = "La facture est un original lisible et acquitté ; elle n’a pas déjà été réglée et porte les mêmes actes, dates et montants que le dossier.",
      en = "The invoice is a readable, receipted original; it has not been paid before and shows the same acts, dates and amounts as the claim.",
    },
    {
      id = "guarantee",
      fr = "Le montant respecte la garantie souscrite : plafond, part du régime obligatoire et remboursements antérieurs déduits.",
      en = "The amount is within the guarantee: ceiling respected, share of the basic scheme and earlier reimbursements deducted.",
    },
  },
  judge      = function(claim)
    if claim.act == "hospital-stay" then
      return fail { severity = "major", message = "hospital-stay" }
    end
    return fail()
  end,
}
