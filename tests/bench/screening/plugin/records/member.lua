-- SPDX-License-Identifier: Apache-2.0
return record "member" {
  title      = { fr = "adhérent", en = "member" },
  key        = "number",
  event_date = "joined_on",
  fields     = {
    text    "number"    { required = true, title = { fr = "numéro", en = "number" } },
    date    "joined_on" { required = true, title = { fr = "date d’adhésion", en = "date of joining" } },
    boolean "vip"       { required = true, title = { fr = "adhérent sensible", en = "sensitive member" } },
    boolean "arrears"   { required = true, title = { fr = "cotisations impayées", en = "contributions unpaid" } },
  },
}
