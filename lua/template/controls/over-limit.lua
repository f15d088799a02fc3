-- SPDX-License-Identifier: Apache-2.0
-- Which records are to be looked at (`where`), and how grave each of them is (`judge`).
return control "over-limit" {
  title      = { fr = "Montant élevé à vérifier", en = "High amount to be checked" },
  from       = "@record@",
  where      = "amount > limit and paid_on is missing",
  parameters = {  -- what a process may set
    limit = money {
      default = "1000.00 EUR",
      minimum = "0.00 EUR",
      help    = { fr = "Montant au-delà duquel on vérifie.", en = "Amount above which it is checked." },
    },
  },
  effect     = "check",   -- hold: not paid before it is decided; check: looked at; flag: counted, no work for anyone
  severity   = "medium",  -- very low, low, medium, high, major
  message    = { fr = "{amount} dépasse {limit}.", en = "{amount} is above {limit}." },
  verify     = {          -- what the controller ticks; a release needs every point
    { id = "receipt", fr = "Le justificatif est joint.", en = "The receipt is there." },
  },
  due        = "5 ouvrés",
  minutes    = 10,
  -- Called for each record that `where` selects. Without it, each of them is a finding.
  ---@param record @record_class@
  ---@param parameters @parameters_class@
  judge      = function(record, parameters)
    if record.kind == "urgent" then
      return fail { severity = "high" }
    end
    return fail()
  end,
}
