-- SPDX-License-Identifier: Apache-2.0
-- Very high invoices: many times what the same act usually costs at that time.
return control "unusual-amount" {
  title      = { fr = "Montant inhabituel pour l’acte", en = "Amount unusual for the act" },
  from       = "claim",
  window     = { usual = "median(amount) over 90 days by act ordered by care_date" },
  having     = "amount > factor * usual",
  history    = "3 months",
  parameters = {
    factor = integer {
      default = 20,
      minimum = 2,
      maximum = 1000,
      help    = {
        fr = "Combien de fois le montant médian du même acte sur les 90 jours qui précèdent.",
        en = "How many times the median amount of the same act over the 90 days before.",
      },
    },
  },
  effect     = "check",
  severity   = "medium",
  due        = "10 ouvrés",
  minutes    = 12,
  message    = {
    fr = "{amount} pour un acte dont le montant médian est de {usual} : plus de {factor} fois.",
    en = "{amount} for an act whose median amount is {usual}: more than {factor} times.",
  },
  verify     = {
    {
      id = "invoice",
      fr = "La facture est authentique : numéro, cachet, prix et quantité vraisemblables ; le professionnel la confirme.",
      en = "The invoice is genuine: number, stamp, plausible price and quantity; the provider confirms it.",
    },
    {
      id = "entry",
      fr = "L’acte et le montant saisis sont ceux de la facture.",
      en = "Act and amount as entered are those of the invoice.",
    },
  },
}
