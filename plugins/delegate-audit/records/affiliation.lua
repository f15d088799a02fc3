-- SPDX-License-Identifier: Apache-2.0
-- A line of the list of affiliations that a delegate delivers: the population of the sample of membership files.
return record "affiliation" {
  title      = { fr = "affiliation gérée par le délégataire", en = "affiliation handled by the delegate" },
  key        = "number",
  event_date = "joined_on",
  fields     = {
    text "number"     { required = true, title = { fr = "numéro d’affiliation", en = "affiliation number" } },
    text "contract"   { required = true, title = { fr = "contrat", en = "contract" } },
    text "category"   { title = { fr = "catégorie de bénéficiaires", en = "category of beneficiaries" } },
    date "joined_on"  { required = true, title = { fr = "date d’effet", en = "date of effect" } },
    date "left_on"    { title = { fr = "date de radiation", en = "date of leaving" } },
  },
}
