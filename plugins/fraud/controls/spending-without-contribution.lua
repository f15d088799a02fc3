-- SPDX-License-Identifier: Apache-2.0
-- Heavy consumption in a very short time while no contribution is paid: to be covered long enough to be reimbursed.
return control "spending-without-contribution" {
  title      = { fr = "Forte consommation sans cotisation payée", en = "Heavy consumption without a contribution paid" },
  from       = "benefit",
  join       = { standing = "contribution on member = benefit.member" },
  where      = "standing is missing or standing.paid_until is missing or standing.paid_until < paid_on",
  window     = { spent = "sum(amount) over 30 days by member ordered by paid_on" },
  having     = "spent > ceiling",
  history    = "1 month",
  parameters = {
    ceiling = money {
      default = "1500.00 EUR",
      minimum = "0.00 EUR",
      help    = {
        fr = "Total des prestations de 30 jours au-delà duquel la consommation d’un adhérent qui ne cotise pas est signalée.",
        en = "Benefits of 30 days above which the consumption of a member who pays no contribution is reported.",
      },
    },
  },
  effect     = "flag",
  severity   = "high",
  visible_to = "tracfin-correspondent",
  minutes    = 30,
  message    = {
    fr = "{spent} payés à l’adhérent {member} en 30 jours au {paid_on}, alors que ses cotisations ne sont payées que jusqu’au {standing.paid_until}.",
    en = "{spent} paid to member {member} in the 30 days up to {paid_on}, while contributions are paid until {standing.paid_until} only.",
  },
  messages   = {
    ["never-paid"] = {
      fr = "{spent} payés à l’adhérent {member} en 30 jours au {paid_on}, alors qu’aucune cotisation n’a jamais été payée.",
      en = "{spent} paid to member {member} in the 30 days up to {paid_on}, while no contribution was ever paid.",
    },
  },
  verify     = {
    {
      id = "contract",
      fr = "Le contrat, la personne et l’adresse existent ; l’adhésion n’a pas été souscrite pour ces seuls soins.",
      en = "Contract, person and address exist; the contract was not taken out for this care alone.",
    },
    {
      id = "contributions",
      fr = "Le défaut de cotisation n’est ni un retard d’encaissement, ni une dispense, ni un maintien de droits.",
      en = "The missing contribution is neither late collection, nor an exemption, nor continued cover.",
    },
  },
  judge      = function(benefit)
    if not benefit["standing.paid_until"] then
      return fail { severity = "major", message = "never-paid" }
    end
    return fail()
  end,
}
