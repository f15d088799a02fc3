-- SPDX-License-Identifier: Apache-2.0
-- The proof that held means held: nothing suspended was paid, nothing above the threshold was paid before its release.
-- Must find nothing.
return control "paid-before-check" {
  title      = { fr = "Paiement parti avant son contrôle", en = "Payment that left before its check" },
  from       = "payment",
  join       = { check = "decision on control = 'claims/over-threshold' and key = payment.claim" },
  where      = "claim in suspended.key or (amount > threshold and (check is missing or check.verdict = 'refused' or date(check.decided_at) > paid_on))",
  parameters = {
    threshold = money {
      default = "1000.00 EUR",
      minimum = "0.00 EUR",
      help    = {
        fr = "Montant au-delà duquel un paiement doit avoir été décidé auparavant ; le même que celui du contrôle.",
        en = "Amount above which a payment must have been decided before; the same as the control’s.",
      },
    },
  },
  effect     = "check",
  severity   = "major",
  due        = "1 ouvré",
  minutes    = 20,
  message    = {
    fr = "{amount} payés le {paid_on} pour le dossier {claim}, sans bon à payer à cette date.",
    en = "{amount} paid on {paid_on} for claim {claim}, which was not released by then.",
  },
  verify     = {
    {
      id = "path",
      fr = "Le chemin par lequel le paiement est parti est établi, et fermé.",
      en = "The way by which the payment left is established, and closed.",
    },
    {
      id = "claim",
      fr = "Le dossier a été contrôlé après coup ; ce qui n’était pas dû est réclamé.",
      en = "The claim was checked afterwards; what was not owed is claimed back.",
    },
  },
}
