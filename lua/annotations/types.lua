---@meta
-- SPDX-License-Identifier: Apache-2.0
-- The types of fields and parameters. With a name (`money "amount" { … }`) they declare a field in the list of a
-- record; without one (`threshold = money { … }`) a parameter. Times, codes and secrets cannot be parameters.

---`true` or `false`
---@class cadran.BooleanField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText

---@class cadran.BooleanParameter
---@field default boolean such as `true`
---@field help cadran.LocalText what it decides

---@param declaration cadran.BooleanParameter
---@return cadran.Declaration
---@overload fun(name: string): fun(field: cadran.BooleanField): cadran.Declaration
function boolean(declaration) end

---A whole number.
---@class cadran.IntegerField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText

---@class cadran.IntegerParameter
---@field default integer such as `30`
---@field minimum? integer
---@field maximum? integer
---@field help cadran.LocalText what it decides

---@param declaration cadran.IntegerParameter
---@return cadran.Declaration
---@overload fun(name: string): fun(field: cadran.IntegerField): cadran.Declaration
function integer(declaration) end

---An exact decimal number, such as a rate.
---@class cadran.DecimalField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText
---@field decimals? integer digits kept behind the point, 0 to 9; 4 where it is not said; a record with more is rejected

---@class cadran.DecimalParameter
---@field default number such as `0.95`; or a text
---@field minimum? number
---@field maximum? number
---@field help cadran.LocalText what it decides

---@param declaration cadran.DecimalParameter
---@return cadran.Declaration
---@overload fun(name: string): fun(field: cadran.DecimalField): cadran.Declaration
function decimal(declaration) end

---A length of time with its unit; in a file of records, the number alone.
---@class cadran.DurationField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText
---@field unit "days"|"ouvrés"|"ouvrables"|"months" ouvrés: Monday to Friday, ouvrables: Monday to Saturday, both without public holidays

---@class cadran.DurationParameter
---@field default string such as `30 days`, `10 ouvrés`, `10 ouvrables`, `2 months`; it fixes the unit
---@field minimum? string
---@field maximum? string
---@field help cadran.LocalText what it decides

---@param declaration cadran.DurationParameter
---@return cadran.Declaration
---@overload fun(name: string): fun(field: cadran.DurationField): cadran.Declaration
function duration(declaration) end

---A list of texts or codes, for `in`; only a parameter.
---@class cadran.ListParameter
---@field default string[] such as `{ "pharmacy", "dental" }`; no text has a comma
---@field help cadran.LocalText what it decides

---@param declaration cadran.ListParameter
---@return cadran.Declaration
function list(declaration) end

---An amount, exact to the cent.
---@class cadran.MoneyField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText
---@field currency? string ISO 4217; EUR where it is not said

---@class cadran.MoneyParameter
---@field default string such as `1000.00 EUR`
---@field minimum? string
---@field maximum? string
---@field help cadran.LocalText what it decides

---@param declaration cadran.MoneyParameter
---@return cadran.Declaration
---@overload fun(name: string): fun(field: cadran.MoneyField): cadran.Declaration
function money(declaration) end

---A day.
---@class cadran.DateField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText

---@class cadran.DateParameter
---@field default string such as `2026-07-31`
---@field minimum? string
---@field maximum? string
---@field help cadran.LocalText what it decides

---@param declaration cadran.DateParameter
---@return cadran.Declaration
---@overload fun(name: string): fun(field: cadran.DateField): cadran.Declaration
function date(declaration) end

---An instant.
---@class cadran.TimeField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText

---@param name string
---@return fun(field: cadran.TimeField): cadran.Declaration
function time(name) end

---A text.
---@class cadran.TextField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText

---@class cadran.TextParameter
---@field default string such as `H01`
---@field help cadran.LocalText what it decides

---@param declaration cadran.TextParameter
---@return cadran.Declaration
---@overload fun(name: string): fun(field: cadran.TextField): cadran.Declaration
function text(declaration) end

---One of a closed list.
---@class cadran.CodeField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText
---@field codes cadran.Entry[] the values, in order

---@param name string
---@return fun(field: cadran.CodeField): cadran.Declaration
function code(name) end

---A value that nobody may read, such as an IBAN: kept as a hash, compared for equality only.
---@class cadran.SecretField
---@field required? boolean a record without it is rejected
---@field title cadran.LocalText

---@param name string
---@return fun(field: cadran.SecretField): cadran.Declaration
function secret(name) end
