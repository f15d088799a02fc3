-- SPDX-License-Identifier: Apache-2.0
return indicator "decided-before-payment" {
  title      = {
    fr = "Part des paiements au-delà du seuil qui ont été décidés avant paiement",
    en = "Share of payments above the threshold that were decided before payment",
  },
  from       = "payment",
  join       = { check = "decision on control = 'claims/over-threshold' and key = payment.claim" },
  where      = "amount > threshold",
  meets      = "check is not missing and check.verdict in ('released', 'corrected') and date(check.decided_at) <= paid_on",
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
}
