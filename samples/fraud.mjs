// SPDX-License-Identifier: Apache-2.0
// The monthly extractions in which fraud is sought, and what of it is planted in them. Nothing here is drawn by lot. See
// generate.mjs.

const day = (month, dayOfMonth) => new Date(Date.UTC(2026, month - 1, dayOfMonth));

// Every payment of a known claim, as the bank executed it; each claim has one invoice.
export function extraction(claims, payments) {
  const known = new Map(claims.map((claim) => [claim.number, claim]));
  return payments.filter((payment) => known.has(payment.claim)).map((payment) => {
    const { member, beneficiary, provider, act, handler, iban } = known.get(payment.claim);
    const { number, cents, paid } = payment;
    return { number, member, beneficiary, provider, act, invoice: `F-${payment.claim}`, cents, paid, handler, iban };
  });
}

// The first benefit of the month that is above the ceiling alone, of a member who has no other in the quarter.
function lonelyHighBenefit(extractions, month) {
  const counts = new Map();
  for (const rows of extractions.values()) for (const { member } of rows) counts.set(member, (counts.get(member) ?? 0) + 1);
  return extractions.get(month).find((benefit) => benefit.cents > 150_000 && counts.get(benefit.member) === 1);
}

// Changes the extractions; gives what is to be found, by control, and since when which members have not paid: null for
// never, none where nobody knows the member.
export function plantFraud(extractions, people) {
  const [july, august, september] = [7, 8, 9].map((month) => lonelyHighBenefit(extractions, month));
  const unpaid = new Map([[july.member, null], [august.member, day(5, 31)], [september.member, undefined]]);

  // A reimbursement of August went into the account of a handler, who processed another claim of that day.
  const diverted = extractions.get(8)[1_200];
  diverted.iban = people[2].iban;

  // An invoice of July goes round: another member presents it in September.
  const original = extractions.get(7)[900];
  const copy = { ...original, number: "VF0900001", member: "A170000", beneficiary: "A170000-1", paid: day(9, 15) };

  // Glasses that nobody ever wore.
  const forged = { ...extractions.get(9)[400], number: "VF0900002", act: "optical", invoice: "F-2026-0001", cents: 948_000, paid: day(9, 16) };
  extractions.get(9).push(copy, forged);
  return {
    unpaid,
    found: {
      "fraud/spending-without-contribution": [july.number, august.number, september.number],
      "fraud/staff-account": [diverted.number],
      "fraud/shared-invoice": [[original.number, copy.number].sort().join(", ")],
      "fraud/very-high-invoice": [forged.number],
    },
  };
}

// Of every member whom a claim names, and of the one who presents a copy.
export function contributions(beneficiaries, unpaid) {
  const known = [...new Set([...beneficiaries.map((number) => number.slice(0, 7)), "A170000"])].sort();
  return known.filter((member) => !unpaid.has(member) || unpaid.get(member) !== undefined).map((member) => ({
    member,
    stated: day(9, 30),
    until: unpaid.has(member) ? unpaid.get(member) : day(12, 31),
  }));
}
