// SPDX-License-Identifier: Apache-2.0
// People who work: each signs in by an invitation, then reads a page or proposes an action, thinks for a second on
// average, and goes on. One request in ten is for the static style sheet, against which pages are measured.
// usage: serving.mjs SITE SECONDS < CODES
import http from "node:http";
import { readFileSync } from "node:fs";

const [site, seconds] = [new URL(process.argv[2]), Number(process.argv[3])];
const codes = readFileSync(0, "utf8").split("\n").filter(Boolean);
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const taken = { static: [], read: [], write: [] };
const faults = [];
let accepted = 0;

// A seed, so that each run does the same.
let state = 20261122;
const chance = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

class Person {
  constructor(number, code) {
    Object.assign(this, { number, code, cookies: {}, token: "" });
  }

  request(method, path, form) {
    const body = form && new URLSearchParams({ form_token: this.token, ...form }).toString();
    const headers = { cookie: Object.entries(this.cookies).map(([name, value]) => `${name}=${value}`).join("; ") };
    if (body !== undefined) {
      headers["content-type"] = "application/x-www-form-urlencoded";
      headers["content-length"] = Buffer.byteLength(body);
    }
    return new Promise((done, fail) => {
      // A connection that the server lets go of must not swallow what is sent: forms come on one of their own.
      const asked = http.request(new URL(path, site), { method, headers, agent: body === undefined ? agent : false }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => (text += part));
        answer.on("end", () => {
          for (const cookie of answer.headers["set-cookie"] ?? []) {
            const [name, value] = cookie.split(";")[0].split(/=(.*)/s);
            this.cookies[name] = value;
          }
          this.token = /name="form_token" value="([0-9a-f]*)"/.exec(text)?.[1] ?? this.token;
          done({ status: answer.statusCode, text });
        });
      });
      asked.on("error", fail);
      asked.end(body);
    });
  }

  async comeIn() {
    await this.request("GET", "/invitation");
    const password = "the river runs below";
    const answer = await this.request("POST", "/invitation", { code: this.code, password, again: password });
    if (answer.status !== 303) throw new Error(`person ${this.number} cannot come in: ${answer.status}`);
    const start = await this.request("GET", "/");
    this.style = /href="([^"]*style\.css)"/.exec(start.text)[1];
  }

  async timed(kind, expected, method, path, form) {
    const start = performance.now();
    try {
      const answer = await this.request(method, path, form);
      taken[kind].push(performance.now() - start);
      if (answer.status !== expected) faults.push(`${method} ${path}: ${answer.status}`);
      return answer.status === expected;
    } catch (error) {
      if (form === undefined && error.code === "ECONNRESET") return this.timed(kind, expected, method, path);  // as browsers do
      faults.push(`${method} ${path}: ${error.message}`);
      return false;
    }
  }

  async step() {
    const dice = chance();
    if (dice < 0.1) return this.timed("static", 200, "GET", this.style);
    if (dice < 0.2) {
      const action = { process: "pay-benefits", text: `Bench ${this.number}`, level: "sector", kind: "correction", causes: "", owner: "", due: "" };
      if (await this.timed("write", 303, "POST", "/actions/new", action)) ++accepted;
      return;
    }
    const pages = ["/", "/worklist", "/processes", "/processes/pay-benefits", "/indicators", "/actions", "/actions/new", "/account"];
    await this.timed("read", 200, "GET", pages[Math.floor(chance() * pages.length)]);
  }

  async work(until) {
    await rest(chance() * 1000);
    while (performance.now() < until) {
      await this.step();
      await rest(-Math.log(1 - chance()) * 1000);
    }
  }
}

const people = codes.map((code, i) => new Person(i + 1, code));
for (let i = 0; i < people.length; i += 4) await Promise.all(people.slice(i, i + 4).map((person) => person.comeIn()));
console.log(`${people.length} people came in`);
const start = performance.now();
await Promise.all(people.map((person) => person.work(start + seconds * 1000)));

const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const median = at(taken.static.sort((a, b) => a - b), 0.5);
for (const [kind, times] of Object.entries(taken)) {
  times.sort((a, b) => a - b);
  const [middle, late] = [at(times, 0.5), at(times, 0.99)];
  console.log(`${kind.padEnd(7)} ${String(times.length).padStart(7)} requests  median ${middle.toFixed(2)} ms (${(middle / median).toFixed(1)} × static)  p99 ${late.toFixed(2)} ms (${(late / middle).toFixed(1)} × median)`);
}
console.log(`accepted ${accepted}`);
for (const fault of faults.slice(0, 10)) console.error(fault);
if (faults.length > 0) {
  console.error(`${faults.length} faults`);
  process.exit(1);
}
