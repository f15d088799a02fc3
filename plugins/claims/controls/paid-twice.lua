-- SPDX-License-Identifier: Apache-2.0
-- Several payments of one claim, unless they cancel each other out: a rejected transfer comes back as a negative payment.
return control "paid-twice" {
  title    = { fr = "Dossier payé deux fois", en = "Claim paid twice" },
  from     = "payment",
  group    = { by = "claim" },
  having   = "count() > 1 and sum(amount) > 0 EUR",
  history  = "12 months",
  effect   = "check",
  severity = "high",
  due      = "10 ouvrés",
  minutes  = 10,
  message  = {
    fr = "Le dossier {claim} a été payé {count()} fois, {sum(amount)} en tout.",
    en = "Claim {claim} was paid {count()} times, {sum(amount)} in all.",
  },
  verify   = {
    {
      id = "reason",
      fr = "Le second paiement est un complément justifié, ou remplace un virement rejeté.",
      en = "The second payment is a justified supplement, or replaces a transfer that was rejected.",
    },
    {
      id = "recovery",
      fr = "Sinon, le trop-perçu est réclamé et tracé.",
      en = "Otherwise the overpayment is claimed back and recorded.",
    },
  },
}
