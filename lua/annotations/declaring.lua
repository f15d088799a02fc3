---@meta
-- SPDX-License-Identifier: Apache-2.0
-- What a file of a plugin may call while it is loaded, for editors that use the Lua language server.
-- Each file returns one declaration; a key that is not listed here is a fault.

---A text in both languages.
---@class cadran.LocalText
---@field fr string French, as a quality manager writes it
---@field en string English

---A value of a closed list, or something that the controller ticks.
---@class cadran.Entry
---@field id string as in the data; for a verification point small letters, digits and hyphens
---@field fr string what people read in French
---@field en string what people read in English

---What a declaring function returns; there is nothing to do with it but to return it or to list it.
---@class cadran.Declaration

---`plugin.lua`
---@class cadran.Plugin
---@field id string small letters, digits and hyphens: `claims`
---@field version string for people: `1.0`
---@field api integer 1
---@field title cadran.LocalText

---@param declaration cadran.Plugin
---@return cadran.Declaration
function plugin(declaration) end

---`records/<name>.lua`: a kind of record that is imported.
---@class cadran.Record
---@field title cadran.LocalText
---@field key string name of the field that identifies a record: a required text
---@field event_date string name of the field that decides which rules judge the record: a required date
---@field handler? string name of the field with the code of the person who processed the record: a text
---@field retention? string how long the records are kept: `5 years`, `18 months`, `90 days`; then `cadran purge` takes them away
---@field retention_from? "event"|"import" what that counts from: the last event date of the file (without it), or the day of its import
---@field fields cadran.Declaration[] in the order of the columns: `text "number" { … }`

---@param name string small letters, digits and underscores; the name of the file
---@return fun(declaration: cadran.Record): cadran.Declaration
function record(name) end

---Records that have the same values in these fields are one candidate and one finding.
---@class cadran.Group
---@field by string fields, parted by commas: `beneficiary, act, care_date`

---A part of what is selected, drawn by a seed that nobody chooses: a rate or a size, of each stratum.
---@class cadran.Sample
---@field rate? number above 0, at most 1; at least one record of each stratum
---@field size? integer records of each stratum
---@field by? string fields that make a stratum, parted by commas

---`controls/<name>.lua`: which records are to be looked at, and why.
---@class cadran.Control
---@field title cadran.LocalText
---@field from string name of the record type
---@field join? table<string, string> other records by alias: `{ check = "decision on key = claim.number" }`
---@field where? string condition; without it every record is judged
---@field group? cadran.Group groups instead of single records
---@field window? table<string, string> values over the records around one, by name: `{ spent = "sum(amount) over 30 days by member ordered by care_date" }`
---@field having? string condition over aggregates of the group, `count() > 1`, or over windows, `spent > ceiling`
---@field history? string how far back earlier records take part in groups and windows: `12 months`
---@field sample? cadran.Sample
---@field parameters? table<string, cadran.Declaration> what a process may set, by name: `{ threshold = money { … } }`
---@field effect "hold"|"check"|"flag" hold: not paid before it is decided; check: looked at, payment goes on; flag: counted
---@field severity "very low"|"low"|"medium"|"high"|"major"
---@field message cadran.LocalText may name fields, parameters, windows, joined fields that a clause reads and, of groups, aggregates in braces: `{amount}`, `{spent}`, `{payer.vip}`, `{count()}`
---@field messages? table<string, cadran.LocalText> further messages, by id, that the judge may choose
---@field verify? cadran.Entry[] what the human controller ticks
---@field due? string until when a finding is to be decided, from the day it was found: `5 ouvrés`, `10 days`
---@field minutes? integer that checking one takes, for the workload: 1 to 480
---@field visible_to? "tracfin-correspondent" who alone sees what it finds; others get counts. Its effect is `flag`: what is held or looked at would tell
---@field judge? fun(record: cadran.Row, parameters: cadran.Row, records?: cadran.Row[]): cadran.Verdict for each record that is selected, or for each group with its keys and aggregates (`group.act`, `group["count()"]`) and its records; without it each of them fails

---@param name string small letters, digits and hyphens; the name of the file
---@return fun(declaration: cadran.Control): cadran.Declaration
function control(name) end

---`indicators/<name>.lua`: the share of records that meet a condition.
---@class cadran.Indicator
---@field title cadran.LocalText
---@field from string name of the record type
---@field join? table<string, string> other records by alias
---@field where? string condition; the records that satisfy it are the denominator
---@field meets string condition; those of them that satisfy it as well are the numerator
---@field parameters? table<string, cadran.Declaration>

---@param name string small letters, digits and hyphens; the name of the file
---@return fun(declaration: cadran.Indicator): cadran.Declaration
function indicator(name) end

---`checklists/<name>.lua`: what a kind of audit looks at, and how grave it is where something is not as it should be.
---@class cadran.Checklist
---@field title cadran.LocalText
---@field audits "delegate"|"process"|"provider" what such an audit audits
---@field due? string how long the auditee has to deliver its pieces, from the day they are asked for: `42 days`
---@field facts? cadran.Declaration[] what is asked about the auditee when the audit is planned: `boolean "pays_benefits" { … }`
---@field criteria? cadran.Entry[] what each piece is judged on; only where there are pieces
---@field domains cadran.ChecklistDomain[] in order
---@field samples? cadran.ChecklistSample[] what is drawn by lot from lists that the auditee delivers
---@field resolve_within table<string, string> how long the auditee has from the final report, for each of the five levels: `{ high = "3 months", … }`
---@field messages? table<string, cadran.LocalText> the reasons that the judge may give, by id
---@field judge? fun(item: cadran.Row, facts: cadran.Row): cadran.RiskLevel for each item that is not as it should be, the level of risk to propose. `item.id`, `item.domain`, `item.weight`, `item.is_piece`, `item.delivered`, `item.late_days` (nil in time), `item.repeats` (earlier audits that recommended it); of a piece each criterion by its id, of a question `item.answer`

---@param name string small letters, digits and hyphens; the name of the file
---@return fun(declaration: cadran.Checklist): cadran.Declaration
function checklist(name) end

---A part of a checklist.
---@class cadran.ChecklistDomain
---@field id string small letters, digits and hyphens
---@field title cadran.LocalText
---@field pieces? cadran.Piece[]
---@field questions? cadran.Question[]

---What the auditee delivers.
---@class cadran.Piece
---@field id string small letters, digits and underscores; unique in the checklist, and no fact
---@field title cadran.LocalText a line of a list
---@field expected cadran.LocalText what exactly is to be delivered, and what it must show
---@field rule? cadran.LocalText where the requirement comes from
---@field clause? string of the catalogue of clauses: `8.4`
---@field weight? integer 1 (without it) to 5
---@field when? string condition over the facts and the items before: `market = 'group'`, `register = 'nonconforming'`; the piece is asked for only where it is true

---What is drawn by lot from a list that the auditee delivers, to be examined one by one.
---@class cadran.ChecklistSample
---@field id string small letters, digits and hyphens; unique in the checklist
---@field item string the piece or question that the sample answers
---@field title cadran.LocalText
---@field from string the record type of the plugin that the lines of the list are; it has no secret field
---@field where? string condition; the records that satisfy it are the population
---@field sample cadran.Sample

---What the auditor examines.
---@class cadran.Question
---@field id string small letters, digits and underscores; unique in the checklist, and no fact
---@field title cadran.LocalText
---@field guidance cadran.LocalText whom to ask, what to see
---@field rule? cadran.LocalText where the requirement comes from
---@field clause? string of the catalogue of clauses: `9.2`
---@field weight? integer 1 (without it) to 5
---@field when? string condition over the facts and the items before; the question is put only where it is true

---`spec/<name>.lua`: examples of what the control of that name must find and must leave alone. `cadran plugin test`
---plays it.
---@class cadran.Spec
---@field records table<string, table[]> records by type: `{ claim = { { number = "C1", amount = "1000.01 EUR", … }, { number = "C2", … } } }`. A record says what differs from the first of its type; an empty text is a missing value. `decision` and `suspended` may be among them
---@field parameters? table<string, any> other values than the defaults
---@field period? string `2026-07`: what lies before it is history; without it all records are judged
---@field found? (string|cadran.ExpectedFinding)[] the findings, all of them, each by the key of its record; the keys of a group with commas: `"C1, C2"`
---@field not_checked? string keys of the records that the clauses cannot judge: `"C7, C8"`
---@field count? integer how many findings there are, for samples, which chance decides
---@field properties? cadran.Declaration[] what must hold whatever the values are: `property "…" { … }`

---What must hold whatever the values are. `cadran plugin test` plays it with a hundred cases, always the same ones, and
---shows the simplest that it finds to be otherwise.
---@class cadran.Property
---@field records table<string, table[]> as in the spec; what a record does not say is as in the first example of its type. A value may be a table: `{ from = "1000.01 EUR", to = "90000 EUR" }` or one of `{ "optical", "dental", "" }`, the simplest first
---@field parameters? table<string, any> likewise; without it those of the examples
---@field period? string
---@field found? (string|cadran.ExpectedFinding)[]
---@field not_checked? string
---@field count? integer

---The values from one to another, both included; the first is the simplest. Of integers, decimals, amounts, dates and durations.
---@class cadran.Range
---@field from string|number
---@field to string|number

---@param name string a sentence: `any amount above the threshold is found`
---@return fun(declaration: cadran.Property): cadran.Declaration
function property(name) end

---A finding of which more than the keys is said.
---@class cadran.ExpectedFinding
---@field keys string
---@field severity? "very low"|"low"|"medium"|"high"|"major"
---@field effect? "hold"|"check"|"flag"
---@field message? string id of one of the control's `messages`

---@param name string the name of the control, and of the file
---@return fun(declaration: cadran.Spec): cadran.Declaration
function spec(name) end
