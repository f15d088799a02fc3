-- SPDX-License-Identifier: Apache-2.0
return spec "recurring" {
  period  = "2026-07",
  records = {
    incident = {
      { number = "first", stated_on = "2026-07-31", happened_on = "2026-02-01", declared_on = "2026-02-02", kind = "outage", service = "Prestations" },
      { number = "again", happened_on = "2026-07-01", declared_on = "2026-07-02" },
      { number = "other-service", service = "Cotisations", declared_on = "2026-07-02" },
      { number = "other-kind", kind = "provider", declared_on = "2026-07-02" },
      { number = "unlike-1", kind = "other", declared_on = "2026-07-02" },
      { number = "unlike-2", kind = "other", declared_on = "2026-07-02" },
    },
  },
  found   = { "again, first" },
}
