-- SPDX-License-Identifier: Apache-2.0
-- Paid for care before the person joined, after the person left, or of a person nobody knows.
return control "rights-closed" {
  title    = { fr = "Paiement indu : droits fermés à la date des soins", en = "Undue payment: rights closed on the date of care" },
  from     = "claim",
  join     = { holder = "member on number = claim.beneficiary" },
  where    = "paid_on is not missing and (holder is missing or care_date < holder.joined_on or (holder.left_on is not missing and care_date > holder.left_on))",
  effect   = "check",
  severity = "high",
  due      = "10 ouvrés",
  minutes  = 10,
  message  = {
    fr = "Soins du {care_date} payés hors de la période de droits : adhésion le {holder.joined_on}, radiation le {holder.left_on}.",
    en = "Care of {care_date} paid outside the period of rights: joined on {holder.joined_on}, left on {holder.left_on}.",
  },
  messages = {
    ["unknown"] = {
      fr = "Soins du {care_date} payés pour un bénéficiaire inconnu : {beneficiary}.",
      en = "Care of {care_date} paid for an unknown beneficiary: {beneficiary}.",
    },
  },
  verify   = {
    {
      id = "rights",
      fr = "Les droits à la date des soins sont vérifiés : portabilité, maintien, effet rétroactif.",
      en = "The rights on the date of care are verified: portability, continued cover, retroactive effect.",
    },
    {
      id = "recovery",
      fr = "Si le paiement n’était pas dû, le trop-perçu est réclamé et tracé.",
      en = "If the payment was not owed, the overpayment is claimed back and recorded.",
    },
  },
  judge    = function(claim)
    if not claim["holder.joined_on"] then
      return fail { severity = "major", message = "unknown" }
    end
    return fail()
  end,
}
