-- SPDX-License-Identifier: Apache-2.0
-- One invoice of one provider serves several members: a copy goes round. Of one family it is the same member’s.
return control "shared-invoice" {
  title      = { fr = "Même facture présentée par plusieurs adhérents", en = "One invoice presented by several members" },
  from       = "benefit",
  where      = "invoice is not missing",
  group      = { by = "provider, invoice" },
  having     = "count(distinct member) > 1 and sum(amount) > 0 EUR",
  history    = "12 months",
  effect     = "flag",
  severity   = "high",
  visible_to = "tracfin-correspondent",
  minutes    = 45,
  message    = {
    fr = "La facture {invoice} de {provider} a été payée à {count(distinct member)} adhérents, {sum(amount)} en tout.",
    en = "Invoice {invoice} of {provider} was paid to {count(distinct member)} members, {sum(amount)} in all.",
  },
  verify     = {
    {
      id = "numbers",
      fr = "Le professionnel de santé ne réutilise pas ses numéros de facture d’une personne à l’autre.",
      en = "The provider does not use one invoice number for several people.",
    },
    {
      id = "copies",
      fr = "Les factures ont été comparées : même mise en page, mêmes défauts, même fichier d’origine.",
      en = "The invoices were compared: same layout, same flaws, same file of origin.",
    },
  },
}
