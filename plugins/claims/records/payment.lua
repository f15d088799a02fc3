-- SPDX-License-Identifier: Apache-2.0
-- A payment that left the payment system.
return record "payment" {
  title      = { fr = "paiement", en = "payment" },
  key        = "number",
  event_date = "paid_on",
  -- As long as the claims that were paid, so that neither is judged without the other. The ten years of accounting records
  -- (code de commerce, art. L123-22) bind the payment system, which keeps its own.
  retention  = "5 years",
  fields     = {
    text    "number"     { required = true, title = { fr = "numéro de paiement", en = "payment number" } },
    text    "claim"      { required = true, title = { fr = "numéro de dossier", en = "claim number" } },
    money   "amount"     { required = true, currency = "EUR", title = { fr = "montant", en = "amount" } },
    date    "paid_on"    { required = true, title = { fr = "date de paiement", en = "date of payment" } },
    text    "remittance" { title = { fr = "bordereau de virement", en = "remittance" } },
    integer "line"       { title = { fr = "numéro de ligne du bordereau", en = "line of the remittance" } },
  },
}
