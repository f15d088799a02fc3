-- SPDX-License-Identifier: Apache-2.0
return record "staff" {
  title      = { fr = "membre du personnel", en = "member of staff" },
  key        = "code",
  event_date = "since",
  fields     = {
    text   "code"  { required = true, title = { fr = "code", en = "code" } },
    date   "since" { required = true, title = { fr = "date d’entrée", en = "date of entry" } },
    secret "iban"  { required = true, title = { fr = "IBAN", en = "IBAN" } },
  },
}
