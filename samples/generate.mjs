// SPDX-License-Identifier: Apache-2.0
// Writes a quarter of an invented insurer's claims and payments, its members and staff, as French spreadsheets export
// them, with faults planted exactly. The same bytes on every machine.
//
// usage: node samples/generate.mjs FOLDER
//
// Claims are exported in the morning of the 24th and decided on the 25th; payments are exported at the month's end, and
// what controls find in them is decided in its last hours. Planted in every month, and counted in FOLDER/planted.json:
//   claims above 1 000,00 € and unpaid, one of them 1 000,01 €; of these 2 to be refused, 1 to be corrected
//   claims of exactly 1 000,00 €, paid, which no control may hold
//   6 bad lines: two unknown acts, an impossible date, an amount that is none, a pair of lines with one key
//   what each further control of the plugin has to find: planted.mjs
// and what the search for fraud has to find in the extractions of the quarter: fraud.mjs
// Planted besides: held claims paid in the evening of the 24th, before any decision (2 in August, 1 in September).
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contributions, extraction, plantFraud } from "./fraud.mjs";
import { plantInClaims, plantInPayments, members, staff } from "./planted.mjs";

const months = [7, 8, 9];
const year = 2026;
const claimsPerMonth = 7_200;
const heldPerMonth = { 7: 20, 8: 22, 9: 19 };
const paidTooEarly = { 7: 0, 8: 2, 9: 1 };
const exportDay = 24;
const handlers = ["H01", "H02", "H03", "H04", "H05", "H06", "H07", "H08"];
const acts = [
  { code: "consultation", weight: 40, median: 42, spread: 0.35 },
  { code: "pharmacy", weight: 30, median: 28, spread: 0.6 },
  { code: "optical", weight: 14, median: 260, spread: 0.35 },
  { code: "dental-prosthesis", weight: 10, median: 420, spread: 0.3 },
  { code: "hospital-stay", weight: 6, median: 510, spread: 0.25 },
];
const refusals = ["Facture illisible, original demandé", "Droits fermés à la date des soins"];
const correction = "Montant supérieur à la garantie : recalculé";

// mulberry32: small, and the same everywhere.
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = generator(20_260_701);
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const two = (n) => String(n).padStart(2, "0");
const frenchDate = (date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
const day = (month, dayOfMonth) => new Date(Date.UTC(year, month - 1, dayOfMonth));
const plusDays = (date, count) => new Date(date.getTime() + count * 86_400_000);
const daysBetween = (a, b) => Math.round((b - a) / 86_400_000);

// 1 234,56 as spreadsheets write it: a no-break space between the groups.
function frenchAmount(cents) {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return `${whole},${two(cents % 100)}`;
}

function weightedAct() {
  let left = random() * acts.reduce((sum, act) => sum + act.weight, 0);
  for (const act of acts) if ((left -= act.weight) < 0) return act;
  return acts[0];
}

// Around the act's median, in a triangle, never above the threshold; sums and products alone are the same everywhere.
function ordinaryCents(act) {
  const middle = (random() + random()) / 2 - 0.5;
  return Math.min(99_900, Math.max(500, Math.round(act.median * (1 + 3 * act.spread * middle) * 100)));
}

// Invented accounts of an invented bank, with valid check digits (ISO 7064, mod 97).
function iban() {
  const account = `99999${String(below(100_000)).padStart(5, "0")}${String(below(1e11)).padStart(11, "0")}${two(below(97) + 1)}`;
  const remainder = BigInt(`${account}152700`) % 97n;
  return `FR${String(98n - remainder).padStart(2, "0")}${account}`;
}

function newClaim(month, number) {
  const first = month === months[0] ? day(month, 1) : day(month - 1, exportDay + 1);
  const received = plusDays(first, below(daysBetween(first, day(month, exportDay)) + 1));
  const act = weightedAct();
  const member = `A${String(100_000 + below(40_000))}`;
  return {
    number: `P${two(month)}${String(number).padStart(5, "0")}`,
    member,
    beneficiary: `${member}-${1 + below(4)}`,
    provider: `PS${String(1_000 + below(1_800))}`,
    act: act.code,
    careDate: plusDays(received, -(1 + below(40))),
    received,
    cents: ordinaryCents(act),
    handler: pick(handlers),
    iban: iban(),
    paid: null,
  };
}

// Within a week. A payment after the export is not yet in the file of claims.
function payOrdinaryClaim(claim, month, payments) {
  const paid = plusDays(claim.received, 2 + below(5));
  payments[paid.getUTCMonth() + 1].push({ claim: claim.number, cents: claim.cents, paid });
  if (paid < day(month, exportDay)) claim.paid = paid;
}

// High, but not so many times the act's median that it would be unusual.
const usual = (act, cents) => (act === "hospital-stay" ? (cents > 800_000 ? cents - 300_000 : cents) : 100_100 + (cents % 290_000));

// The month's held claims with what will be decided about them, and by whom.
function plantHeld(claims, month) {
  const held = [];
  for (let i = 0; i < heldPerMonth[month]; ++i) {
    const claim = claims[100 + i * 331];
    claim.act = i % 3 === 0 ? "hospital-stay" : i % 3 === 1 ? "dental-prosthesis" : "optical";
    claim.received = day(month, 1 + below(20));
    claim.careDate = plusDays(claim.received, -(3 + below(30)));
    claim.cents = i === 0 ? 100_001 : usual(claim.act, 100_100 + below(880_000));
    claim.paid = null;
    if (i === 1) claim.handler = "H07";
    const verdict = i === 4 || i === 5 ? "refused" : i === 6 ? "corrected" : "released";
    const reason = verdict === "refused" ? refusals[i - 4] : verdict === "corrected" ? correction : "";
    const by = claim.handler === "H07" || i % 2 === 0 ? "luc.moreau" : "nadia.belkacem";
    held.push({ claim, verdict, reason, by, early: i >= 10 && i < 10 + paidTooEarly[month] });
  }
  return held;
}

function plantAtThreshold(claims) {
  for (const index of [50, 2_050, 4_050]) Object.assign(claims[index], { act: "optical", cents: 100_000 });
}

const claimCells = (claim) => [
  claim.number, claim.member, claim.beneficiary, claim.provider, claim.act, frenchDate(claim.careDate),
  frenchDate(claim.received), frenchAmount(claim.cents), claim.handler, claim.iban, claim.paid ? frenchDate(claim.paid) : "",
];

// Breaks copies of good claims, so that the good ones stay whole; tells the lines it made.
function plantBadLines(rows, month) {
  const copy = (offset, change) => {
    const cells = [...rows[200 + offset * 401]];
    cells[0] = `X${two(month)}${String(offset).padStart(5, "0")}`;
    change(cells);
    return cells;
  };
  const bad = [
    copy(0, (cells) => (cells[4] = "consultaton")),
    copy(1, (cells) => (cells[4] = "massage")),
    copy(2, (cells) => (cells[6] = `31/${month === 8 ? "09" : "02"}/${year}`)),
    copy(3, (cells) => (cells[7] = "abc")),
    copy(4, () => {}),
    copy(4, () => {}),
  ];
  const places = [500, 1_500, 2_500, 3_500, 4_500, 5_500];
  places.forEach((place, i) => rows.splice(place, 0, bad[i]));
  return places.map((place) => place + 2); // the header is line 1
}

function csv(header, rows) {
  const quoted = (cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return "\ufeff" + [header, ...rows].map((row) => row.map(quoted).join(";") + "\r\n").join("");
}

// One that has `leaves` is paid on that day, or never.
function payPlantedClaim(claim, month, payments) {
  if (!claim.leaves) return;
  payments[month].push({ claim: claim.number, cents: claim.cents, paid: claim.leaves });
  if (claim.leaves < day(month, exportDay)) claim.paid = claim.leaves;
}

// Who decides what, and when: what is held and what the claims show on the 25th, what the payments show on the 30th. A
// finding on several records goes by the first of them.
function decisionRows(held, inClaims, inPayments) {
  const row = (on) => (d) => [on, d.control, d.records[0], d.verdict, d.by, d.reason];
  const aboveThreshold = held.map((h) => ({ ...h, control: "claims/over-threshold", records: [h.claim.number] }));
  return [...[...aboveThreshold, ...inClaims].map(row("25")), ...inPayments.map(row("30"))];
}

function writePeople(folder, beneficiaries, people) {
  writeFileSync(join(folder, "members.csv"),
    csv(["number", "contract", "joined_on", "left_on", "vip"],
      members(beneficiaries).map((m) => [m.number, m.contract, frenchDate(m.joined), m.left ? frenchDate(m.left) : "", m.vip ? "oui" : "non"])));
  writeFileSync(join(folder, "staff.csv"),
    csv(["code", "since", "team", "iban"], people.map((s) => [s.code, frenchDate(s.since), s.team, s.iban])));
}

// What the bank executed in each month, and until when members had paid contributions at the end of the quarter.
function writeExtractions(folder, extractions, standings) {
  const header = ["number", "member", "beneficiary", "provider", "act", "invoice", "amount", "paid_on", "handler", "iban"];
  for (const [month, rows] of extractions) {
    writeFileSync(join(folder, `benefits-${year}-${two(month)}.csv`),
      csv(header, rows.map((b) => [b.number, b.member, b.beneficiary, b.provider, b.act, b.invoice, frenchAmount(b.cents), frenchDate(b.paid), b.handler, b.iban])));
  }
  writeFileSync(join(folder, "contributions.csv"),
    csv(["member", "stated_on", "paid_until"], standings.map((s) => [s.member, frenchDate(s.stated), s.until ? frenchDate(s.until) : ""])));
}

function writeMonth(folder, month, claims, decisions, carried, payments) {
  const name = `${year}-${two(month)}`;
  const rows = claims.map(claimCells);
  const badLines = plantBadLines(rows, month);
  rows.push(...carried.map(claimCells));
  const claimHeader = ["number", "member", "beneficiary", "provider", "act", "care_date", "received_on", "amount", "handler", "iban", "paid_on"];
  writeFileSync(join(folder, `claims-${name}.csv`), csv(claimHeader, rows));
  writeFileSync(join(folder, `decisions-${name}.csv`),
    csv(["on", "control", "record", "verdict", "by", "reason"], decisions).replace("\ufeff", ""));
  writeFileSync(join(folder, `payments-${name}.csv`),
    csv(["number", "claim", "amount", "paid_on", "remittance", "line"],
      payments.map((p) => [p.number, p.claim, frenchAmount(p.cents), frenchDate(p.paid), p.remittance, String(p.line)])));
  return { lines: rows.length, badLines, payments: payments.length };
}

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node samples/generate.mjs FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const planted = { months: {}, quarter: { held: 0, numerator: 0, denominator: 0, claims: 0, payments: 0 } };
const beneficiaries = [];
const allPayments = { 7: [], 8: [], 9: [], 10: [] };
const extractions = new Map();
let carried = [];
for (const month of months) {
  const claims = Array.from({ length: claimsPerMonth }, (_, i) => newClaim(month, i + 1));
  plantAtThreshold(claims);
  const held = plantHeld(claims, month);
  const inClaims = plantInClaims(claims, month);
  const heldClaims = new Set(held.map((h) => h.claim));
  for (const claim of claims) {
    beneficiaries.push(claim.beneficiary);
    if (heldClaims.has(claim)) continue;
    if (claim.leaves === undefined) payOrdinaryClaim(claim, month, allPayments);
    else payPlantedClaim(claim, month, allPayments);
  }
  for (const { claim, verdict, early } of held) {
    if (verdict !== "released") continue;
    const paid = day(month, early ? exportDay : 28);
    allPayments[month].push({ claim: claim.number, cents: claim.cents, paid });
  }
  const paidEarly = new Set(held.filter((h) => h.verdict === "released" && h.early).map((h) => h.claim.number));
  const released = new Set([...held.filter((h) => h.verdict === "released").map((h) => h.claim.number),
    ...inClaims.filter((d) => d.verdict === "released").flatMap((d) => d.records)]);
  const inPayments = plantInPayments(claims, month, allPayments[month], released, paidEarly);
  extractions.set(month, extraction([...claims, ...carried], allPayments[month]));
  const written = writeMonth(folder, month, claims, decisionRows(held, inClaims, inPayments), carried, allPayments[month]);
  // A corrected claim comes back the next month with a smaller amount, paid: the latest version of a key wins.
  carried = held.filter((h) => h.verdict === "corrected").map((h) => ({ ...h.claim, cents: 84_250, paid: day(month + 1, 3) }));
  for (const claim of carried) allPayments[month + 1].push({ claim: claim.number, cents: claim.cents, paid: claim.paid });

  const count = (verdict) => held.filter((h) => h.verdict === verdict).length;
  const denominator = count("released");
  const numerator = denominator - paidEarly.size;
  const found = {};
  for (const { control, records } of [...inClaims, ...inPayments]) (found[control] ??= []).push(records.join(", "));
  planted.months[`${year}-${two(month)}`] = {
    claims: written.lines, accepted: written.lines - written.badLines.length, bad_lines: written.badLines, held: held.length,
    released: count("released"), refused: count("refused"), corrected: count("corrected"), payments: written.payments,
    paid_before_decision: [...paidEarly], numerator, denominator, found,
  };
  planted.quarter.held += held.length;
  planted.quarter.numerator += numerator;
  planted.quarter.denominator += denominator;
  planted.quarter.claims += written.lines;
  planted.quarter.payments += written.payments;
}
const people = staff(handlers).map((s) => ({ ...s, iban: iban() }));
writePeople(folder, beneficiaries, people);
const fraud = plantFraud(extractions, people);
writeExtractions(folder, extractions, contributions(beneficiaries, fraud.unpaid));
planted.fraud = fraud.found;
writeFileSync(join(folder, "planted.json"), JSON.stringify(planted, null, 2) + "\n");
