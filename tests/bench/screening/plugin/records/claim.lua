-- SPDX-License-Identifier: Apache-2.0
return record "claim" {
  title      = { fr = "dossier", en = "claim" },
  key        = "number",
  event_date = "received_on",
  handler    = "handler",
  fields     = {
    text   "number"      { required = true, title = { fr = "numéro", en = "number" } },
    text   "member"      { required = true, title = { fr = "adhérent", en = "member" } },
    text   "beneficiary" { required = true, title = { fr = "bénéficiaire", en = "beneficiary" } },
    text   "provider"    { required = true, title = { fr = "professionnel", en = "provider" } },
    code   "act"         {
      required = true,
      title    = { fr = "acte", en = "act" },
      codes    = {
        { id = "consultation",      fr = "consultation",      en = "consultation" },
        { id = "optical",           fr = "optique",           en = "optical" },
        { id = "pharmacy",          fr = "pharmacie",         en = "pharmacy" },
        { id = "hospital-stay",     fr = "hospitalisation",   en = "hospital stay" },
        { id = "dental-prosthesis", fr = "prothèse dentaire", en = "dental prosthesis" },
      },
    },
    date   "care_date"   { required = true, title = { fr = "date des soins", en = "date of care" } },
    date   "received_on" { required = true, title = { fr = "date de réception", en = "date of receipt" } },
    money  "amount"      { required = true, currency = "EUR", title = { fr = "montant", en = "amount" } },
    text   "handler"     { required = true, title = { fr = "gestionnaire", en = "handler" } },
    secret "iban"        { required = true, title = { fr = "IBAN", en = "IBAN" } },
    date   "checked_on"  { required = true, title = { fr = "date de contrôle", en = "date of check" } },
    date   "paid_on"     { title = { fr = "date de paiement", en = "date of payment" } },
  },
}
