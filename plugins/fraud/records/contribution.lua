-- SPDX-License-Identifier: Apache-2.0
-- Until when a member has paid contributions, as the contributions system says at the month’s end.
return record "contribution" {
  title      = { fr = "situation de cotisation", en = "standing of contributions" },
  key        = "member",
  event_date = "stated_on",
  -- A register: the newest file counts. An old one serves as long as the benefits of its month.
  retention      = "5 years",
  retention_from = "import",
  fields     = {
    text "member"     { required = true, title = { fr = "adhérent", en = "member" } },
    date "stated_on"  { required = true, title = { fr = "date de situation", en = "as of" } },
    date "paid_until" { title = { fr = "cotisations payées jusqu’au", en = "contributions paid until" } },
  },
}
