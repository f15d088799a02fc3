-- SPDX-License-Identifier: Apache-2.0
-- Internal fraud: a benefit paid into the account of somebody who works here. Both accounts are known by their keyed hashes
-- alone; only a match is shown, and never a number.
return control "staff-account" {
  title      = { fr = "Prestation payée sur le compte d’un membre du personnel", en = "Benefit paid into the account of a member of staff" },
  from       = "benefit",
  where      = "iban in staff.iban",
  effect     = "flag",
  severity   = "major",
  visible_to = "tracfin-correspondent",
  minutes    = 45,
  message    = {
    fr = "{amount} payés le {paid_on} pour {beneficiary} sur un compte qui est aussi celui d’un membre du personnel ; dossier traité par {handler}.",
    en = "{amount} paid on {paid_on} for {beneficiary} into an account that is also that of a member of staff; processed by {handler}.",
  },
  verify     = {
    {
      id = "insured",
      fr = "Le membre du personnel n’est pas lui-même l’adhérent, ni son conjoint, ni le parent du bénéficiaire.",
      en = "The member of staff is neither the member, nor the member’s spouse, nor a parent of the beneficiary.",
    },
    {
      id = "change",
      fr = "Qui a saisi ou modifié le RIB, et quand, est établi.",
      en = "Who entered or changed the account, and when, is established.",
    },
  },
}
