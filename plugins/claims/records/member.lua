-- SPDX-License-Identifier: Apache-2.0
-- A person whom a contract covers, by the number that claims call the beneficiary.
return record "member" {
  title      = { fr = "bénéficiaire", en = "beneficiary" },
  key        = "number",
  event_date = "joined_on",
  -- A register: the newest file counts, whenever somebody joined. An old one serves as long as the claims of its day.
  retention      = "5 years",
  retention_from = "import",
  fields     = {
    text    "number"    { required = true, title = { fr = "numéro de bénéficiaire", en = "beneficiary number" } },
    text    "contract"  { required = true, title = { fr = "contrat", en = "contract" } },
    date    "joined_on" { required = true, title = { fr = "date d’adhésion", en = "date of joining" } },
    date    "left_on"   { title = { fr = "date de radiation", en = "date of leaving" } },
    boolean "vip"       { required = true, title = { fr = "bénéficiaire sensible", en = "beneficiary to be checked more closely" } },
  },
}
