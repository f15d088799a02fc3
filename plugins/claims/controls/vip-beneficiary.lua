-- SPDX-License-Identifier: Apache-2.0
-- Administrators of the organisation and decision-makers of large client companies: nobody favours them, nobody pays
-- them by routine.
return control "vip-beneficiary" {
  title    = { fr = "Contrôle renforcé des bénéficiaires sensibles", en = "Reinforced check of sensitive beneficiaries" },
  from     = "claim",
  join     = { holder = "member on number = claim.beneficiary" },
  where    = "paid_on is missing and holder is not missing and holder.vip = true",
  effect   = "hold",
  severity = "medium",
  due      = "2 ouvrés",
  minutes  = 15,
  message  = {
    fr = "Bénéficiaire sensible : le dossier de {amount} est contrôlé par un référent avant paiement.",
    en = "Sensitive beneficiary: the claim of {amount} is checked by a referent before payment.",
  },
  verify   = {
    {
      id = "neutrality",
      fr = "Le gestionnaire et le contrôleur n’ont aucun lien avec le bénéficiaire ni avec son entreprise.",
      en = "Neither the handler nor the controller has a tie with the beneficiary or the company.",
    },
    {
      id = "guarantee",
      fr = "Le remboursement est exactement celui de la garantie souscrite, sans geste commercial.",
      en = "The reimbursement is exactly that of the guarantee, without goodwill.",
    },
    {
      id = "documents",
      fr = "Les pièces sont complètes, comme pour tout autre adhérent.",
      en = "The documents are complete, as for any other member.",
    },
  },
}
