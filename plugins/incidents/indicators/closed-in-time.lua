-- SPDX-License-Identifier: Apache-2.0
return indicator "closed-in-time" {
  title = { fr = "Incidents graves clos à l’échéance", en = "Serious incidents closed when due" },
  from  = "incident",
  where = "due_on is not missing and (closed_on is not missing or due_on < stated_on)",
  meets = "closed_on is not missing and closed_on <= due_on",
}
