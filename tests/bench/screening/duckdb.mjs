// SPDX-License-Identifier: Apache-2.0
// The seven controls in DuckDB, in the quickest of the ways that were tried (README.md tells of the others): one scan
// of the file into a narrow table, then what each control asks of it. usage: duckdb.mjs CLAIMS FOLDER FINDINGS [FURTHER]
// FURTHER: so many controls besides, each of claims above a threshold of its own
import { DuckDBInstance } from "@duckdb/node-api";

const [claims, folder, findings, further = "0"] = process.argv.slice(2);
const columns = {
  number: "VARCHAR", member: "VARCHAR", beneficiary: "VARCHAR", provider: "VARCHAR", act: "VARCHAR", care_date: "DATE",
  received_on: "DATE", amount: "DECIMAL(9,2)", handler: "VARCHAR", iban: "VARCHAR", checked_on: "DATE", paid_on: "DATE",
};
const source = `read_csv('${claims}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
  columns = ${JSON.stringify(columns).replaceAll('"', "'")})`;
const list = (name) => `read_csv('${folder}/${name}.csv', header = true)`;
const flagged = (control, bit) => `insert into finding select '${control}', number from narrow where flags & ${bit} > 0`;

const statements = [
  "set preserve_insertion_order = false",
  // Only the members that matter are joined.
  `create temp table listed as select number, vip, arrears from ${list("members")} where vip or arrears`,
  `create temp table staff as select iban from ${list("staff")}`,
  "create temp table finding (control varchar, record varchar)",
  `create temp table narrow as
   select claim.number, hash(claim.number) as chance, substr(handler, 2)::utinyint as handler, member, care_date, amount,
     hash(beneficiary, act, care_date, amount) as care,
     (amount > 1000)::utinyint + 2 * coalesce(listed.vip, false)::utinyint
     + 4 * coalesce(listed.arrears, false)::utinyint + 8 * (staff.iban is not null)::utinyint
     + 16 * coalesce(paid_on < checked_on, false)::utinyint as flags
   from ${source} claim left join listed on listed.number = claim.member left join staff on staff.iban = claim.iban`,
  flagged("above-threshold", 1),
  flagged("vip", 2),
  flagged("staff-iban", 8),
  flagged("paid-too-early", 16),
  `insert into finding select 'spent-in-arrears', number from (
     select number, sum(amount) over (partition by member order by care_date
       range between interval 29 days preceding and current row) as spent
     from narrow where flags & 4 > 0) where spent > 3000`,
  "create temp table again as select care from narrow group by care having count(*) > 1",
  `insert into finding select 'billed-twice', string_agg(number, ' ' order by number) from narrow
   where care in (from again) group by care`,
  // The 2 % with the smallest hashes lie below the hash of 6 %, of each handler here.
  `create temp table asked as
   select handler, ceil(0.02 * count(*))::bigint as size from narrow group by handler`,
  `insert into finding select 'sample', number from (
     select number, handler, row_number() over (partition by handler order by chance, number) as place from narrow
     where chance < ${(2n ** 64n * 6n) / 100n}) join asked using (handler) where place <= size`,
  ...Array.from({ length: Number(further) }, (_, i) => `insert into finding
     select 'above-${1001 + i}', number from narrow where amount > ${1001 + i}`),
  `copy (from finding) to '${findings}' (header false)`,
];

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
for (const statement of statements) await connection.run(statement);
