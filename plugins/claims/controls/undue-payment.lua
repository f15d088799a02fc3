-- SPDX-License-Identifier: Apache-2.0
-- A payment that no claim explains, or of more than the claim.
return control "undue-payment" {
  title    = { fr = "Paiement indu : sans dossier ou supérieur au dossier", en = "Undue payment: without a claim, or of more than the claim" },
  from     = "payment",
  join     = { file = "claim on number = payment.claim" },
  where    = "file is missing or amount > file.amount",
  effect   = "check",
  severity = "high",
  due      = "10 ouvrés",
  minutes  = 10,
  message  = {
    fr = "{amount} payés le {paid_on} pour le dossier {claim}, qui porte sur {file.amount}.",
    en = "{amount} paid on {paid_on} for claim {claim}, which is of {file.amount}.",
  },
  messages = {
    ["without-claim"] = {
      fr = "{amount} payés le {paid_on} pour un dossier inconnu : {claim}.",
      en = "{amount} paid on {paid_on} for a claim that does not exist: {claim}.",
    },
  },
  verify   = {
    {
      id = "origin",
      fr = "L’origine du paiement est établie : saisie, reprise ou erreur du système de paiement.",
      en = "The origin of the payment is established: entry, takeover or fault of the payment system.",
    },
    {
      id = "recovery",
      fr = "Le trop-perçu est réclamé et tracé.",
      en = "The overpayment is claimed back and recorded.",
    },
  },
  judge    = function(payment)
    if not payment["file.amount"] then
      return fail { severity = "major", message = "without-claim" }
    end
    return fail()
  end,
}
