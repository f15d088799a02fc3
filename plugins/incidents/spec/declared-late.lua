-- SPDX-License-Identifier: Apache-2.0
return spec "declared-late" {
  records = {
    incident = {
      { number = "at-once", stated_on = "2026-07-31", happened_on = "2026-07-01", declared_on = "2026-07-02", kind = "outage", service = "Prestations" },
      { number = "after-five-days", declared_on = "2026-07-06" },
      { number = "after-six-days", declared_on = "2026-07-07" },
      { number = "data-after-three-days", kind = "personal-data", declared_on = "2026-07-04" },
      { number = "data-after-four-days", kind = "personal-data", declared_on = "2026-07-05" },
    },
  },
  found   = { "after-six-days", "data-after-four-days" },
}
