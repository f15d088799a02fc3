-- SPDX-License-Identifier: Apache-2.0
-- Against splitting: what is below the threshold alone may be above it together with the same provider's other invoices
-- for the same person and day. What is paid already can only be found too late.
return control "over-threshold-in-total" {
  title      = { fr = "Contrôle complet avant paiement au-delà du seuil, en cumul", en = "Complete check before payment above the threshold, in total" },
  from       = "claim",
  window     = { total = "sum(amount) over 1 day by beneficiary, provider ordered by care_date" },
  having     = "total > threshold and amount <= threshold",
  history    = "12 months",
  parameters = {
    threshold = money {
      default = "1000.00 EUR",
      minimum = "0.00 EUR",
      help    = {
        fr = "Total par bénéficiaire, professionnel de santé et date de soins au-delà duquel les dossiers sont suspendus ; le même seuil que pour un dossier seul.",
        en = "Total of a beneficiary, a provider and a date of care above which the claims are held; the same threshold as for a single claim.",
      },
    },
  },
  effect     = "hold",
  severity   = "high",
  due        = "2 ouvrés",
  minutes    = 15,
  message    = {
    fr = "Les dossiers de {beneficiary} chez {provider} pour le {care_date} font ensemble {total}, plus que {threshold} ; celui-ci ({amount}) est à contrôler avant paiement.",
    en = "The claims of {beneficiary} with {provider} for {care_date} make {total} together, more than {threshold}; this one ({amount}) is to be checked before payment.",
  },
  messages   = {
    ["too-late"] = {
      fr = "Trouvé trop tard : payé le {paid_on}, ce dossier de {amount} fait avec les autres de {beneficiary} chez {provider} pour le {care_date} un total de {total}, plus que {threshold}.",
      en = "Found too late: paid on {paid_on}, this claim of {amount} makes {total} with the others of {beneficiary} with {provider} for {care_date}, more than {threshold}.",
    },
  },
  verify     = {
    {
      id = "one-care",
      fr = "Les factures concernent des soins distincts : ce n’est pas un même acte fractionné.",
      en = "The invoices are for distinct care: it is not one act in parts.",
    },
    {
      id = "invoices",
      fr = "Toutes les factures du total sont des originaux lisibles et acquittés ; aucune n’a déjà été réglée.",
      en = "All invoices of the total are readable, receipted originals; none has been paid before.",
    },
    {
      id = "guarantee",
      fr = "Le total respecte la garantie souscrite : plafonds par acte, par jour et par an.",
      en = "The total is within the guarantee: ceilings by act, day and year.",
    },
  },
  judge      = function(claim)
    if claim.paid_on then
      return fail { effect = "check", severity = "major", message = "too-late" }
    end
    return fail()
  end,
}
