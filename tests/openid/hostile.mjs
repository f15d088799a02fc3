// SPDX-License-Identifier: Apache-2.0
// A provider that asks nobody anything and lies as it is told: `/lie?as=…` chooses how, `good` not at all.
// usage: hostile.mjs PORT
import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import http from "node:http";

const port = Number(process.argv[2]);
const issuer = `http://localhost:${port}`;
const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
const granted = new Map(); // code → nonce
let lie = "good";
let count = 0;

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

function token(nonce) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: "cadran", sub: "248", preferred_username: "anne", nonce, iat: now, exp: now + 300 };
  const head = { alg: "RS256", kid: "own" };
  if (lie === "nonce") claims.nonce = "of another";
  if (lie === "audience") claims.aud = "payroll";
  if (lie === "audiences") claims.aud = ["cadran", "payroll"];
  if (lie === "issuer") claims.iss = "https://elsewhere.example";
  if (lie === "expired") claims.exp = now - 300;
  if (lie === "no-end") delete claims.exp;
  if (lie === "future") claims.iat = now + 3600;
  if (lie === "nobody") delete claims.sub;
  if (lie === "stranger") Object.assign(claims, { sub: "666", preferred_username: "nobody.known" });
  if (lie === "second") Object.assign(claims, { sub: "667" });
  if (lie === "none") return `${part({ alg: "none" })}.${part(claims)}.`;
  if (lie === "unknown-key") head.kid = "new";
  const said = `${part(lie === "hs256" ? { alg: "HS256", kid: "own" } : head)}.${part(claims)}`;
  if (lie === "hs256") return `${said}.${createHmac("sha256", own.publicKey.export({ type: "spki", format: "pem" })).update(said).digest("base64url")}`;
  const key = lie === "other-key" ? other.privateKey : own.privateKey;
  return `${said}.${sign("sha256", Buffer.from(said), key).toString("base64url")}`;
}

function answer(request, response, body) {
  const url = new URL(request.url, issuer);
  const json = (value, status = 200) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  switch (url.pathname) {
    case "/lie":
      lie = url.searchParams.get("as");
      return json({});
    case "/.well-known/openid-configuration":
      return json({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` });
    case "/keys":
      return json({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "own", use: "sig", alg: "RS256" }] });
    case "/authorize": {
      const code = `code-${++count}`;
      granted.set(code, url.searchParams.get("nonce"));
      const back = new URL(url.searchParams.get("redirect_uri"));
      if (lie === "no") back.searchParams.set("error", "access_denied");
      else back.searchParams.set("code", code);
      back.searchParams.set("state", url.searchParams.get("state"));
      if (lie === "mix-up") back.searchParams.set("iss", "https://elsewhere.example");
      return response.writeHead(303, { location: back.href }).end();
    }
    case "/token": {
      const code = new URLSearchParams(body).get("code");
      const nonce = granted.get(code);
      if (nonce === undefined || lie === "no-token") return json({ error: "invalid_grant" }, 400);
      granted.delete(code);
      if (lie === "elsewhere") return response.writeHead(307, { location: `${issuer}/else` }).end();
      if (lie === "garbage") return response.writeHead(200).end("<html>");
      if (lie === "endless") return response.writeHead(200).end("[".repeat(1_000_000));
      return json({ id_token: token(nonce), access_token: "x", token_type: "Bearer" });
    }
    default:
      return response.writeHead(404).end();
  }
}

http
  .createServer((request, response) => {
    let body = "";
    request.on("data", (bytes) => (body += bytes));
    request.on("end", () => answer(request, response, body));
  })
  .listen(port, "127.0.0.1", () => console.log("ready"));
