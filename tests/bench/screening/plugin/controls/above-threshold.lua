-- SPDX-License-Identifier: Apache-2.0
return control "above-threshold" {
  title      = { fr = "Au-delà du seuil", en = "Above the threshold" },
  from       = "claim",
  where      = "amount > threshold",
  parameters = {
    threshold = money { default = "1000.00 EUR", help = { fr = "Seuil du contrôle complet", en = "Threshold of the complete check" } },
  },
  effect     = "hold",
  severity   = "high",
  message    = { fr = "{amount} dépasse {threshold}.", en = "{amount} is above {threshold}." },
  judge      = function(claim)
    if claim.act == "hospital-stay" then return fail { severity = "major" } end
    return fail()
  end,
}
