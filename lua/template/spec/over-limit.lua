-- SPDX-License-Identifier: Apache-2.0
-- Examples: what the control must find and, by silence, what it must leave alone. `cadran plugin test @id@` plays them.
-- A record says what differs from the first one; an empty text is a missing value.
return spec "over-limit" {
  records = {
    @record@ = {
      -- good: left alone
      { number = "at-limit", received_on = "2026-07-02", kind = "ordinary", amount = "1000.00 EUR" },
      { number = "already-paid", amount = "5000.00 EUR", paid_on = "2026-07-03" },
      -- bad: found
      { number = "a-cent-above", amount = "1000.01 EUR" },
      { number = "urgent", kind = "urgent", amount = "2500.00 EUR" },
    },
  },
  found = { "a-cent-above", { keys = "urgent", severity = "high" } },
  -- Properties: what must hold whatever the values are. Each is tried with a hundred cases, always the same ones.
  properties = {
    property "any amount above the limit is found" {
      records = {
        @record@ = {
          { number = "any", kind = { "ordinary", "urgent" }, amount = { from = "1000.01 EUR", to = "90000.00 EUR" } },
        },
      },
      found = { "any" },
    },
    property "nothing is found up to the limit" {
      records = { @record@ = { { number = "any", amount = { from = "1000.00 EUR", to = "0.00 EUR" } } } },
      found = {},
    },
  },
}
