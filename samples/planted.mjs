// SPDX-License-Identifier: Apache-2.0
// What the controls of the plugin have to find in the generated quarter, beside the claims above the threshold: which
// claims and payments are made so, and how each is decided. Nothing here is drawn by lot. See generate.mjs.

const day = (month, dayOfMonth) => new Date(Date.UTC(2026, month - 1, dayOfMonth));

// The person, the provider and the date of care are those of the other claim.
function sameCare(claim, other) {
  const { member, beneficiary, provider, careDate } = other;
  Object.assign(claim, { member, beneficiary, provider, careDate });
}

// Received early enough that what is paid is paid before the export; `leaves` is the day of the payment, null for none.
function change(claim, month, receivedDay, leaves, changes = {}) {
  Object.assign(claim, { received: day(month, receivedDay), careDate: day(month, 1), leaves, ...changes });
  return claim;
}

const decided = (control, records, verdict, by, reason = "") => ({ control: `claims/${control}`, records, verdict, by, reason });

// Two optical invoices of one day that are above the threshold together, the first of them paid when the second comes.
function splitClaim(claims, month) {
  const [first, second] = [claims[7_100], claims[7_101]];
  change(first, month, 5, day(month, 10), { act: "optical", cents: 64_000, handler: "H02" });
  change(second, month, 12, month === 8 ? null : day(month, 28), { act: "optical", cents: 48_000, handler: "H05" });
  sameCare(second, first);
  const refused = month === 8;
  const verdict = refused ? "refused" : "released";
  return [
    decided("over-threshold-in-total", [first.number], verdict, "luc.moreau", refused ? "Un seul équipement, facturé en deux fois" : ""),
    decided("over-threshold-in-total", [second.number], verdict, "nadia.belkacem", refused ? "Un seul équipement, facturé en deux fois" : ""),
  ];
}

// Two claims of people whom nobody shall favour, held whatever they amount to.
function sensitiveClaims(claims, month) {
  return [7_110, 7_111].map((index, i) => {
    const claim = change(claims[index], month, 6 + i, day(month, 28), { act: "pharmacy", cents: 3_450 + 900 * i, handler: "H03" });
    Object.assign(claim, { member: `A14000${i}`, beneficiary: `A14000${i}-1` });
    return decided("vip-beneficiary", [claim.number], "released", "ines.caron");
  });
}

// The same invoice twice, once by the member and once by the pharmacist.
function billedTwice(claims, month) {
  const [first, second] = [claims[7_120], claims[7_121]];
  change(first, month, 4, day(month, 8), { act: "pharmacy", cents: 4_890, handler: "H04" });
  change(second, month, 9, day(month, 14), { act: "pharmacy", cents: 4_890, handler: "H06" });
  sameCare(second, first);
  return [decided("billed-twice", [first.number, second.number], "confirmed", "luc.moreau", "Même facture, adressée deux fois")];
}

// Care of somebody who had left, and of somebody whom no contract knows.
function closedRights(claims, month) {
  const gone = change(claims[7_130], month, 7, day(month, 11), { act: "consultation", cents: 2_650, handler: "H01" });
  Object.assign(gone, { member: "A150000", beneficiary: "A150000-1" });
  const found = [decided("rights-closed", [gone.number], "refused", "luc.moreau", "Radié depuis le 31/05/2026, indu réclamé")];
  if (month !== 9) return found;
  const unknown = change(claims[7_131], month, 8, day(month, 15), { act: "pharmacy", cents: 1_980, handler: "H08" });
  Object.assign(unknown, { member: "A160000", beneficiary: "A160000-1" });
  return [...found, decided("rights-closed", [unknown.number], "corrected", "luc.moreau", "Numéro mal saisi, dossier rattaché au bon bénéficiaire")];
}

function unusualAmount(claims, month) {
  const claim = change(claims[7_140], month, 10, day(month, 17), { act: "consultation", cents: 94_000, handler: "H02" });
  return [decided("unusual-amount", [claim.number], "released", "luc.moreau")];
}

// What the export of the 24th shows. A claim that has `leaves` is paid on that day, and never if it is null.
export function plantInClaims(claims, month) {
  return [
    ...splitClaim(claims, month),
    ...sensitiveClaims(claims, month),
    ...(month === 7 ? [] : billedTwice(claims, month)),
    ...closedRights(claims, month),
    ...(month === 8 ? unusualAmount(claims, month) : []),
  ];
}

// One payment twice, one of more than its claim, one of no claim.
function wrongPayments(claims, month, payments) {
  const paymentOf = (index) => payments.find((payment) => payment.claim === claims[index].number);
  if (month === 8) {
    const typed = paymentOf(7_160);
    typed.cents += 9_000;
    return () => [decided("undue-payment", [typed.number], "refused", "luc.moreau", "Faute de frappe, trop-perçu réclamé")];
  }
  const first = paymentOf(7_150);
  const second = { ...first, paid: day(month, 26) };
  const stray = { claim: "P0999999", cents: 12_000, paid: day(month, 21) };
  payments.push(second, ...(month === 9 ? [stray] : []));
  return () => [
    decided("paid-twice", [first.number, second.number], "confirmed", "luc.moreau", "Virement relancé à tort, trop-perçu réclamé"),
    ...(month === 9 ? [decided("undue-payment", [stray.number], "refused", "luc.moreau", "Aucun dossier : virement rappelé")] : []),
  ];
}

// Numbers the payments and the lines of their remittances: one a day, and one of its own for what was released, which
// in September lacks a line. Gives what is to be found in them.
export function plantInPayments(claims, month, payments, released, paidTooEarly) {
  const wrong = wrongPayments(claims, month, payments);
  payments.sort((a, b) => a.paid - b.paid || (a.claim < b.claim ? -1 : 1));
  const lines = new Map();
  payments.forEach((payment, i) => {
    const ofReleased = released.has(payment.claim) && payment.paid.getUTCDate() === 28;
    payment.number = `V${String(month).padStart(2, "0")}${String(i + 1).padStart(5, "0")}`;
    payment.remittance = `${ofReleased ? "BP" : "VR"}-${payment.paid.toISOString().slice(0, 10)}`;
    const line = (lines.get(payment.remittance) ?? 0) + 1;
    payment.line = line;
    lines.set(payment.remittance, month === 9 && ofReleased && line === 8 ? 9 : line);
  });
  const early = payments.filter((payment) => paidTooEarly.has(payment.claim));
  const incomplete = payments.filter((payment) => month === 9 && payment.remittance.startsWith("BP"));
  return [
    ...early.map((payment) =>
      decided("paid-before-check", [payment.number], "refused", "luc.moreau", "Parti avec la remise du 24 au soir, sans lecture de la liste des suspendus")),
    ...wrong(),
    ...(incomplete.length === 0 ? [] : [
      decided("missing-payments", incomplete.map((payment) => payment.number), "dismissed", "luc.moreau", "Ligne 9 rejetée par la banque avant l’envoi : RIB clos")]),
  ];
}

// Everybody whom a claim names, as the contracts know them, but one.
export function members(beneficiaries) {
  return [...new Set(beneficiaries)].sort().filter((number) => number !== "A160000-1").map((number) => ({
    number,
    contract: `K${number.slice(1, 7)}`,
    joined: new Date(Date.UTC(2012 + (Number(number.slice(4, 7)) % 12), 0, 1)),
    left: number === "A150000-1" ? day(5, 31) : null,
    vip: number.startsWith("A14000"),
  }));
}

export function staff(handlers) {
  return handlers.map((code, i) => ({ code, since: new Date(Date.UTC(2015 + i, 8, 1)), team: i < 4 ? "Prestations Nord" : "Prestations Sud" }));
}
