-- SPDX-License-Identifier: Apache-2.0
return control "spent-in-arrears" {
  title      = { fr = "Dépenses élevées d’un adhérent qui ne cotise pas", en = "High spending of a member who does not contribute" },
  from       = "claim",
  join       = { holder = "member on number = claim.member" },
  where      = "holder.arrears = true",
  window     = { spent = "sum(amount) over 30 days by member ordered by care_date" },
  having     = "spent > ceiling",
  parameters = {
    ceiling = money { default = "3000.00 EUR", help = { fr = "Total sur 30 jours", en = "Total of 30 days" } },
  },
  effect     = "check",
  severity   = "high",
  message    = { fr = "{spent} en 30 jours, plus que {ceiling}.", en = "{spent} in 30 days, more than {ceiling}." },
}
