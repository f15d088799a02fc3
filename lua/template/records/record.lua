-- SPDX-License-Identifier: Apache-2.0
-- What a record looks like: the columns of the files that are imported. Replace these fields by your own.
return record "@record@" {
  title      = { fr = "@title@", en = "@title@" },  -- a noun: people read it in sentences
  key        = "number",       -- what identifies a record: a required text
  event_date = "received_on",  -- which version of a control judges it, the one of that day: a required date
  handler    = "handler",      -- who processed it, and so may not decide on it: a text; may be left out
  retention  = "5 years",      -- how long its files are kept; without it, no limit
  fields     = {
    text  "number"      { required = true, title = { fr = "numéro", en = "number" } },
    date  "received_on" { required = true, title = { fr = "date de réception", en = "date of receipt" } },
    code  "kind"        { required = true, title = { fr = "nature", en = "kind" }, codes = {
      { id = "ordinary", fr = "ordinaire", en = "ordinary" },
      { id = "urgent", fr = "urgent", en = "urgent" },
    } },
    money "amount"      { required = true, title = { fr = "montant", en = "amount" } },
    text  "handler"     { title = { fr = "gestionnaire", en = "handler" } },
    date  "paid_on"     { title = { fr = "date de paiement", en = "date of payment" } },
  },
}
