-- SPDX-License-Identifier: Apache-2.0
-- A serious incident as the base says on a given day. Each file replaces what earlier ones said of the same incident.
return record "incident" {
  title      = { fr = "incident grave", en = "serious incident" },
  key        = "number",
  event_date = "declared_on",
  handler    = "owner",
  -- Five years, the ordinary limitation (code civil, art. 2224): an incident may come back in a dispute.
  retention  = "5 years",
  fields     = {
    text "number"      { required = true, title = { fr = "numéro d’incident", en = "incident number" } },
    date "stated_on"   { required = true, title = { fr = "date de situation", en = "as of" } },
    date "happened_on" { required = true, title = { fr = "date de survenance", en = "date of occurrence" } },
    date "declared_on" { required = true, title = { fr = "date de déclaration", en = "date of declaration" } },
    code "kind"        {
      required = true,
      title    = { fr = "nature", en = "kind" },
      codes    = {
        { id = "payment",     fr = "paiement erroné en nombre", en = "wrong payments in number" },
        { id = "personal-data", fr = "données personnelles",    en = "personal data" },
        { id = "outage",      fr = "interruption de service",   en = "outage" },
        { id = "provider",    fr = "défaillance d’un prestataire", en = "failure of a provider" },
        { id = "other",       fr = "autre",                     en = "other" },
      },
    },
    text "service"     { required = true, title = { fr = "service", en = "service" } },
    text "owner"       { title = { fr = "responsable du suivi", en = "person who follows it" } },
    date "analysed_on" { title = { fr = "date de l’analyse", en = "date of the analysis" } },
    text "cause"       { title = { fr = "cause", en = "cause" } },
    date "due_on"      { title = { fr = "échéance", en = "due date" } },
    date "closed_on"   { title = { fr = "date de clôture", en = "date of closure" } },
  },
}
