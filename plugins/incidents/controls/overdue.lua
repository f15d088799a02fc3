-- SPDX-License-Identifier: Apache-2.0
-- Still open after its due date, or open without any.
return control "overdue" {
  title    = { fr = "Incident grave non clos à l’échéance", en = "Serious incident not closed when due" },
  from     = "incident",
  where    = "closed_on is missing and (due_on is missing or due_on < stated_on)",
  effect   = "check",
  severity = "medium",
  due      = "5 ouvrés",
  minutes  = 15,
  message  = {
    fr = "Incident déclaré le {declared_on} ({service}) : échéance du {due_on} dépassée le {stated_on}.",
    en = "Incident declared on {declared_on} ({service}): due on {due_on}, still open on {stated_on}.",
  },
  messages = {
    ["without-date"] = {
      fr = "Incident déclaré le {declared_on} ({service}) : ouvert, sans échéance.",
      en = "Incident declared on {declared_on} ({service}): open, without a due date.",
    },
  },
  verify   = {
    { id = "date", fr = "Une échéance réaliste est fixée avec le responsable du suivi.", en = "A realistic date is agreed with the person who follows it." },
  },
  judge    = function(incident)
    if not incident.due_on then return fail { message = "without-date" } end
    return fail()
  end,
}
