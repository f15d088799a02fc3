-- SPDX-License-Identifier: Apache-2.0
return spec "missing-payments" {
  records = {
    payment = {
      { number = "whole-1", claim = "P1", amount = "260.00 EUR", paid_on = "2026-07-05", remittance = "B1", line = 1 },
      { number = "whole-2", line = 2 },
      { number = "gap-1", remittance = "B2", line = 1 },
      { number = "gap-3", remittance = "B2", line = 3 },
      { number = "repeated", remittance = "B3", line = 1 },
      { number = "repeated-again", remittance = "B3", line = 1 },
      { number = "without-remittance", remittance = "" },
    },
  },
  found = { "gap-1, gap-3", "repeated, repeated-again" },
}
