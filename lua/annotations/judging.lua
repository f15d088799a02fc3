---@meta
-- SPDX-License-Identifier: Apache-2.0
-- What a judge may use, beside the parts of Lua's own library that lua/GUIDE.md lists.

---The record, or the parameters: read by name (`claim.amount`), never written. A missing value is nil; a name that does
---not exist is an error. What the clauses add is read like a field: a window (`claim.spent`), a field of a joined
---record that a clause reads (`claim["payer.vip"]`). Amounts, dates and times compare with their own kind, secrets for equality only.
---@class cadran.Row
---@field [string] any

---An amount. It compares with amounts of its currency: `<`, `<=`, `==`.
---@class cadran.Money

---A date; it compares with dates.
---@class cadran.Date

---A moment; it compares with moments.
---@class cadran.Time

---A length of time; it compares with those of its unit.
---@class cadran.Duration

---An exact decimal number; it compares with such numbers.
---@class cadran.Decimal

---The hash of a value that nobody may read; it is equal to another one, or not.
---@class cadran.Secret

---What a judge returns.
---@class cadran.Verdict

---@class cadran.Failure
---@field severity? "very low"|"low"|"medium"|"high"|"major" instead of the control's
---@field effect? "hold"|"check"|"flag" instead of the control's, never stronger
---@field message? string id of one of the control's `messages`, instead of its `message`

---The record is as it should be.
---@return cadran.Verdict
function pass() end

---The record is a finding.
---@param failure? cadran.Failure
---@return cadran.Verdict
function fail(failure) end

---The control does not concern the record.
---@return cadran.Verdict
function not_applicable() end

---What the judge of a checklist returns.
---@class cadran.RiskLevel

---The level of risk that is proposed to the auditor, and why.
---@param level "very low"|"low"|"medium"|"high"|"major"
---@param message string id of one of the checklist's `messages`
---@return cadran.RiskLevel
function level(level, message) end
