-- SPDX-License-Identifier: Apache-2.0
-- A claim file: what a member asks to be reimbursed.
return record "claim" {
  title      = { fr = "dossier de prestation", en = "claim" },
  key        = "number",
  event_date = "received_on",
  handler    = "handler",
  -- The ordinary limitation of claims in law, five years (code civil, art. 2224): whoever disputes a payment has that long.
  retention  = "5 years",
  fields     = {
    text   "number"      { required = true, title = { fr = "numéro de dossier", en = "claim number" } },
    text   "member"      { required = true, title = { fr = "adhérent", en = "member" } },
    text   "beneficiary" { required = true, title = { fr = "bénéficiaire", en = "beneficiary" } },
    text   "provider"    { required = true, title = { fr = "professionnel de santé", en = "provider" } },
    code   "act"         {
      required = true,
      title    = { fr = "acte", en = "act" },
      codes    = {
        { id = "consultation",      fr = "consultation",       en = "consultation" },
        { id = "hospital-stay",     fr = "hospitalisation",    en = "hospital stay" },
        { id = "dental-prosthesis", fr = "prothèse dentaire",  en = "dental prosthesis" },
        { id = "optical",           fr = "optique",            en = "optical" },
        { id = "pharmacy",          fr = "pharmacie",          en = "pharmacy" },
      },
    },
    date   "care_date"   { required = true, title = { fr = "date des soins", en = "date of care" } },
    date   "received_on" { required = true, title = { fr = "date de réception", en = "date of receipt" } },
    money  "amount"      { required = true, currency = "EUR", title = { fr = "montant", en = "amount" } },
    text   "handler"     { required = true, title = { fr = "gestionnaire", en = "handler" } },
    secret "iban"        { title = { fr = "IBAN", en = "IBAN" } },
    date   "paid_on"     { title = { fr = "date de paiement", en = "date of payment" } },
  },
}
