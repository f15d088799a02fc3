-- SPDX-License-Identifier: Apache-2.0
-- Very high invoices, possibly forged: high in themselves, and many times what the same act usually costs at that time.
return control "very-high-invoice" {
  title      = { fr = "Facture très élevée, peut-être falsifiée", en = "Very high invoice, possibly forged" },
  from       = "benefit",
  window     = { usual = "median(amount) over 90 days by act ordered by paid_on" },
  having     = "amount > floor and amount > factor * usual",
  history    = "3 months",
  parameters = {
    floor  = money {
      default = "3000.00 EUR",
      minimum = "0.00 EUR",
      help    = {
        fr = "Montant en dessous duquel une facture n’est jamais signalée.",
        en = "Amount below which an invoice is never reported.",
      },
    },
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
  effect     = "flag",
  severity   = "high",
  visible_to = "tracfin-correspondent",
  minutes    = 30,
  message    = {
    fr = "{amount} payés le {paid_on} à l’adhérent {member} (facture {invoice} de {provider}), plus de {factor} fois le montant médian du même acte, {usual}.",
    en = "{amount} paid on {paid_on} to member {member} (invoice {invoice} of {provider}), more than {factor} times the median amount of the same act, {usual}.",
  },
  verify     = {
    {
      id = "invoice",
      fr = "Le professionnel de santé, joint par un autre canal que la facture, confirme l’avoir émise pour ce montant.",
      en = "The provider, reached by another way than the invoice, confirms having issued it for that amount.",
    },
    {
      id = "care",
      fr = "Les soins ont eu lieu : prescription, prise en charge du régime obligatoire, hospitalisation.",
      en = "The care took place: prescription, share of the basic scheme, hospital stay.",
    },
  },
}
