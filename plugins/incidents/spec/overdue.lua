-- SPDX-License-Identifier: Apache-2.0
return spec "overdue" {
  records = {
    incident = {
      { number = "late", stated_on = "2026-07-31", happened_on = "2026-07-01", declared_on = "2026-07-02", kind = "outage", service = "Prestations", due_on = "2026-07-30" },
      { number = "due-today", due_on = "2026-07-31" },
      { number = "closed", due_on = "2026-07-10", closed_on = "2026-07-20" },
      { number = "without-date", due_on = "", closed_on = "" },
    },
  },
  found   = {
    { keys = "late", severity = "medium" },
    { keys = "without-date", message = "without-date" },
  },
}
