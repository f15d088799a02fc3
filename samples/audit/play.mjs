// SPDX-License-Identifier: Apache-2.0
// Plays one of the yearly audits beside this file in a workspace, as its people would on the command line.
// usage: node play.mjs YEAR.json --cadran PROGRAM --place DIR [--after STEP] [--until STEP] [--since DATE] [--by DATE]
//          [--checklist offline]
// The steps, all of them by default: fieldwork (all is examined), report (the provisional one), finish, restitute,
// resolve. What is resolved may be limited to that after a day and up to another; it is verified at the follow-up, so
// not if that comes later. The checklist is filled in item by item, or comes back as one file that was off line.
// DIR holds workspace/ and tokens/ of sophie.garnier (quality manager), ines.caron (auditor) and paul.lenoir (auditee).
// Prints the number of the audit; ends with 1 at the first command that does not end as it should.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [file, ...rest] = process.argv.slice(2);
const options = { until: "resolve", since: "", by: "9999" };
for (let i = 0; i < rest.length; i += 2) options[rest[i].slice(2)] = rest[i + 1];
const audit = JSON.parse(readFileSync(file));
const desk = mkdtempSync(join(tmpdir(), "cadran-audit-"));
let number;

// A command of one of the people on that day; it may find something.
function act(who, day, ...words) {
  const played = spawnSync(options.cadran, [...words.map(String), "--workspace", join(options.place, "workspace"),
    "--token-file", join(options.place, "tokens", who), "--lang", "fr", "--now", `${day}T10:00`,
    "--format", "json"], { encoding: "utf8" });
  if (played.status === 0 || played.status === 1) return played.stdout;
  console.error(`${who} ${day}: cadran ${words.join(" ")}\n${played.stderr}${played.stdout}`);
  rmSync(desk, { recursive: true });
  process.exit(1);
}
const auditor = (day, ...words) => act("ines.caron", day, ...words);
const auditee = (day, ...words) => act("paul.lenoir", day, ...words);

// A file whose content follows from its name.
function made(name) {
  const path = join(desk, name);
  writeFileSync(path, `${audit.year} ${name}\n`);
  return path;
}

function plan() {
  const facts = Object.entries(audit.facts).flatMap(([name, value]) => ["--fact", `${name}=${value}`]);
  act("sophie.garnier", audit.dates.request, "audit", "plan", "--checklist", audit.checklist, "--auditee",
    audit.delegate, "--scope", "Adhésions, cotisations et prestations des contrats collectifs délégués", "--references",
    "Convention de délégation et contrat cadre", "--from", audit.dates.request, "--to", audit.dates.final, "--team",
    "ines.caron", "--contact", "paul.lenoir", ...facts);
  number = Math.max(...JSON.parse(auditor(audit.dates.request, "audit", "list")).map((one) => one.audit));
  auditor(audit.dates.request, "audit", "request", number, "--due", audit.dates.due);
  auditor(audit.dates.kick_off, "audit", "kick-off", number, "--on", audit.dates.kick_off, "--participant", "Inès Caron",
    "--participant", "Paul Lenoir", "--minutes", "Périmètre, pièces et calendrier confirmés.");
}

// In the order of the days on which they come in.
function deliver() {
  const deliveries = audit.pieces.flatMap((piece) => piece.files.map((one) => ({ piece: piece.id, ...one })));
  deliveries.sort((a, b) => a.received_on.localeCompare(b.received_on) || a.version - b.version);
  for (const one of deliveries) {
    const effective = one.effective_on ? ["--effective", one.effective_on] : [];
    auditee(one.received_on, "piece", "receive", number, one.piece, "--file", made(one.name), ...effective);
    if (one.accepted) auditor(one.received_on, "piece", "accept", number, one.piece);
    else auditor(one.received_on, "piece", "reject", number, one.piece, "--reason", one.reason);
  }
}

// What a checklist said that was filled in without a network.
function answers_file() {
  const blank = { verdicts: {}, method: "", result: "", conclusion: "" };
  const said = (verdicts, comment) => ({ ...blank, verdicts, result: comment ?? "" });
  const items = [
    ...audit.pieces.filter((piece) => piece.verdicts).map((piece) => [piece.id, said(piece.verdicts, piece.comment)]),
    ...audit.questions.map((question) => [question.id, said({ answer: question.answer }, question.comment)]),
  ];
  const file = join(desk, "answers.json");
  writeFileSync(file, JSON.stringify({
    format: "cadran-audit-answers", format_version: 1, audit: number, checklist: audit.checklist, checklist_version: 1,
    revision: 1, photos: [], items: items.map(([id, says]) => ({ id, says, started_from: blank })),
  }));
  return file;
}

function examine() {
  const day = audit.dates.on_site[0];
  auditor(day, "audit", "begin", number);
  if (options.checklist === "offline") return auditor(day, "audit", "import-checklist", answers_file());
  for (const piece of audit.pieces.filter((one) => one.verdicts)) {
    const verdicts = Object.entries(piece.verdicts).flatMap(([name, value]) => ["--verdict", `${name}=${value}`]);
    const seen = piece.comment ? ["--result", piece.comment] : [];
    auditor(day, "audit", "assess", number, piece.id, ...verdicts, ...seen);
  }
  for (const question of audit.questions) {
    const seen = question.comment ? ["--result", question.comment] : [];
    auditor(day, "audit", "assess", number, question.id, "--verdict", `answer=${question.answer}`, ...seen);
  }
}

// The lists that the auditee delivers, made out of line numbers.
const lists = {
  affiliations(i) {
    return { number: `AF-${String(i).padStart(4, "0")}`, contract: `C-${100 + (i % 7)}`,
      category: ["Cadres", "Non-cadres", "Retraités"][i % 3], joined_on: `2024-${String((i % 12) + 1).padStart(2, "0")}-01`,
      left_on: i % 20 === 0 ? "2025-06-30" : "" };
  },
  payments(i) {
    return { number: `PR-${String(i).padStart(5, "0")}`,
      act: ["consultation", "dental", "hospital", "optical", "pharmacy"][i % 5], amount: `${(i * 37) % 900 + 12}.50`,
      paid_on: `2025-${String((i % 12) + 1).padStart(2, "0")}-15`, handler: `G${(i % 6) + 1}` };
  },
};

// Drawn by lot; what is wrong are the first of those drawn.
function sample() {
  const day = audit.dates.on_site[0];
  for (const one of audit.samples ?? []) {
    const lines = Array.from({ length: one.lines }, (_, i) => lists[one.id](i + 1));
    const list = join(desk, `${one.id}.csv`);
    writeFileSync(list, [Object.keys(lines[0]), ...lines.map(Object.values)].map((cells) => cells.join(";")).join("\n"));
    const drawn = JSON.parse(auditor(day, "audit", "sample", number, one.id, "--list", list));
    const wrong = drawn.slice(0, one.nonconforming).flatMap((each) => ["--nonconforming", each.number]);
    auditor(day, "audit", "examine-sample", number, one.id, ...wrong, "--conclusion", one.conclusion);
  }
}

function state() {
  const day = audit.dates.provisional;
  const add = (kind, one, ...more) => auditor(day, "audit-finding", "add", number, "--kind", kind, "--what", one.text,
    ...one.items.flatMap((item) => ["--item", item]), ...more);
  for (const strength of audit.strengths) add("strength", strength);
  for (const one of audit.recommendations) {
    add("recommendation", one, "--level", one.level.replace(" ", "-"), "--comment", one.comment, "--owner",
      one.owner, "--expected", one.expected_on);
  }
  recall();
  auditor(day, "audit", "report", number, "--argue-by", audit.dates.answers);
}

function argue() {
  for (const one of audit.recommendations) {
    const answer = one.answer === "accepted" ? ["--accept"] : ["--contest", "--argument", one.argument];
    auditee(audit.dates.answers, "audit-finding", "answer", one.number, ...answer);
  }
  for (const one of audit.recommendations.filter((each) => each.answer === "contested")) {
    const { text, level, expected_on: expected } = one.amended ?? {};
    auditor(audit.dates.final, "audit-finding", "settle", one.number, "--outcome", one.outcome, "--reason", one.reason,
      ...(text ? ["--what", text] : []), ...(level ? ["--level", level.replace(" ", "-")] : []),
      ...(expected ? ["--expected", expected] : []));
  }
  auditor(audit.dates.final, "audit", "finish", number);
}

function restitute() {
  auditor(audit.dates.restitution, "audit", "restitute", number, "--on", audit.dates.restitution, "--participant",
    "Inès Caron", "--participant", "Paul Lenoir", "--minutes", "Constats présentés, calendrier convenu.");
}

function follow() {
  const { since, by } = options;
  const resolved = audit.recommendations.filter((one) => one.resolved && one.resolved.on > since && one.resolved.on <= by);
  if (resolved.length > 0) recall();
  for (const one of resolved.sort((a, b) => a.resolved.on.localeCompare(b.resolved.on))) {
    auditee(one.resolved.on, "audit-finding", "resolve", one.number, "--comment", "Fait, preuve jointe.", "--evidence",
      made(one.resolved.evidence));
  }
  for (const one of audit.dates.follow_up <= by ? resolved : []) {
    auditor(audit.dates.follow_up, "audit-finding", "verify", one.number, "--resolved", "--comment", "Preuve vue.");
  }
}

// The last audit of this delegate, whose fieldwork is done.
function recall() {
  const day = audit.dates.provisional;
  const audits = JSON.parse(auditor(day, "audit", "list")).filter((one) => one.auditee === audit.delegate);
  number = Math.max(...audits.map((one) => one.audit));
  const stated = JSON.parse(auditor(day, "audit-finding", "list", number));
  for (const one of audit.recommendations)
    one.number = stated.find((each) => each.finding === one.text || each.finding === one.amended?.text)?.number;
}

const steps = [["fieldwork", () => { plan(); deliver(); examine(); sample(); }], ["report", state], ["finish", argue],
  ["restitute", restitute], ["resolve", follow]];
const names = steps.map(([name]) => name);
if (options.after && options.after !== "restitute") recall();
for (const [, step] of steps.slice(names.indexOf(options.after) + 1, names.indexOf(options.until) + 1)) step();
rmSync(desk, { recursive: true });
console.log(number);
