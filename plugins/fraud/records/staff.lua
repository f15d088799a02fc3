-- SPDX-License-Identifier: Apache-2.0
-- Who processes claims. The account number serves comparisons only and is kept as a hash.
return record "staff" {
  title      = { fr = "membre du personnel", en = "member of staff" },
  key        = "code",
  event_date = "since",
  -- A register, as that of members: an old file serves as long as the claims of its day.
  retention      = "5 years",
  retention_from = "import",
  fields     = {
    text   "code"  { required = true, title = { fr = "code du gestionnaire", en = "handler’s code" } },
    date   "since" { required = true, title = { fr = "date d’entrée", en = "date of entry" } },
    text   "team"  { required = true, title = { fr = "équipe", en = "team" } },
    secret "iban"  { title = { fr = "IBAN", en = "IBAN" } },
  },
}
