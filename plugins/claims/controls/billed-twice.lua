-- SPDX-License-Identifier: Apache-2.0
-- The same care in two claims that are both paid: one of them is likely not owed.
return control "billed-twice" {
  title    = { fr = "Soins facturés et payés deux fois", en = "Care billed and paid twice" },
  from     = "claim",
  where    = "paid_on is not missing",
  group    = { by = "beneficiary, provider, act, care_date, amount" },
  having   = "count() > 1",
  history  = "12 months",
  effect   = "check",
  severity = "high",
  due      = "10 ouvrés",
  minutes  = 10,
  message  = {
    fr = "{count()} dossiers payés pour {beneficiary}, chez {provider}, le {care_date}, du même acte et du même montant ({amount}).",
    en = "{count()} claims paid for {beneficiary}, with {provider}, on {care_date}, for the same act and amount ({amount}).",
  },
  verify   = {
    {
      id = "distinct",
      fr = "Les factures portent des numéros différents et des soins réellement distincts.",
      en = "The invoices have different numbers and are for care that is really distinct.",
    },
    {
      id = "recovery",
      fr = "Si un paiement n’était pas dû, le trop-perçu est réclamé et tracé.",
      en = "If a payment was not owed, the overpayment is claimed back and recorded.",
    },
  },
}
