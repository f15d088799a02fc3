-- SPDX-License-Identifier: Apache-2.0
-- A line of the list of benefits that a delegate paid: the population of the sample of claims.
return record "delegated_payment" {
  title      = { fr = "prestation payée par le délégataire", en = "benefit paid by the delegate" },
  key        = "number",
  event_date = "paid_on",
  fields     = {
    text  "number"  { required = true, title = { fr = "numéro de dossier", en = "claim number" } },
    text  "act"     { required = true, title = { fr = "acte", en = "act" } },
    money "amount"  { required = true, currency = "EUR", title = { fr = "montant payé", en = "amount paid" } },
    date  "paid_on" { required = true, title = { fr = "date de paiement", en = "date of payment" } },
    text  "handler" { title = { fr = "gestionnaire", en = "handler" } },
  },
}
