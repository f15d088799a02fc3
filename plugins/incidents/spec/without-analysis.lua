-- SPDX-License-Identifier: Apache-2.0
return spec "without-analysis" {
  records = {
    incident = {
      { number = "forgotten", stated_on = "2026-07-31", happened_on = "2026-07-01", declared_on = "2026-07-02", kind = "outage", service = "Prestations" },
      { number = "analysed", analysed_on = "2026-07-30" },
      { number = "on-the-last-day", analysed_on = "", declared_on = "2026-07-21" },
      { number = "a-day-later", declared_on = "2026-07-20" },
    },
  },
  found   = { "a-day-later", "forgotten" },
}
