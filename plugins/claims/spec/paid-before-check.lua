-- SPDX-License-Identifier: Apache-2.0
return spec "paid-before-check" {
  records = {
    decision = {
      { control = "claims/over-threshold", key = "P1", verdict = "released", decided_at = "2026-07-05T09:00:00Z" },
      { key = "P2", verdict = "refused" },
      { control = "claims/vip-beneficiary", key = "P4" },
    },
    suspended = {
      { control = "claims/vip-beneficiary", key = "P5", found_on = "2026-07-03" },
    },
    payment = {
      { number = "after-release", claim = "P1", amount = "1200.00 EUR", paid_on = "2026-07-06" },
      { number = "same-day", paid_on = "2026-07-05" },
      { number = "day-before", paid_on = "2026-07-04" },
      { number = "refused", claim = "P2" },
      { number = "never-checked", claim = "P3" },
      { number = "checked-otherwise", claim = "P4" },
      { number = "suspended", claim = "P5", amount = "30.00 EUR" },
      { number = "at-threshold", claim = "P6", amount = "1000.00 EUR" },
    },
  },
  found = { "day-before", "refused", "never-checked", "checked-otherwise", "suspended" },
}
