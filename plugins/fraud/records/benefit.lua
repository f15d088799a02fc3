-- SPDX-License-Identifier: Apache-2.0
-- A benefit that was paid, as the month's extraction for the search of fraud has it: with its invoice and its account.
return record "benefit" {
  title      = { fr = "prestation payée", en = "benefit paid" },
  key        = "number",
  event_date = "paid_on",
  handler    = "handler",
  -- As long as what supports a report to Tracfin has to be kept (code monétaire et financier, art. L561-12).
  retention  = "5 years",
  fields     = {
    text   "number"      { required = true, title = { fr = "numéro de paiement", en = "payment number" } },
    text   "member"      { required = true, title = { fr = "adhérent", en = "member" } },
    text   "beneficiary" { required = true, title = { fr = "bénéficiaire", en = "beneficiary" } },
    text   "provider"    { required = true, title = { fr = "professionnel de santé", en = "provider" } },
    text   "act"         { required = true, title = { fr = "acte", en = "act" } },
    text   "invoice"     { title = { fr = "numéro de facture", en = "invoice number" } },
    money  "amount"      { required = true, currency = "EUR", title = { fr = "montant", en = "amount" } },
    date   "paid_on"     { required = true, title = { fr = "date de paiement", en = "date of payment" } },
    text   "handler"     { required = true, title = { fr = "gestionnaire", en = "handler" } },
    secret "iban"        { title = { fr = "IBAN", en = "IBAN" } },
  },
}
