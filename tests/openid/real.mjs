// SPDX-License-Identifier: Apache-2.0
// A certified provider of OpenID Connect on this machine (oidc-provider), whose pages people fill in: whatever name is
// typed is the person's.
// usage: real.mjs PORT SITE ALGORITHM
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const [port, site, algorithm] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const keys = [
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }),
].map((key, i) => ({ ...key, kid: `key-${i}`, use: "sig" }));

const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: "cadran",
      client_secret: "a secret that / needs + escapes",
      redirect_uris: [`${site}/sign-in/provider/return`],
      id_token_signed_response_alg: algorithm,
    },
  ],
  jwks: { keys },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["preferred_username"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["of tests alone"] },
  pkce: { required: () => true, methods: ["S256"] },
  async findAccount(context, id) {
    const claims = { sub: `person-${id}`, email: `${id}@example.org`, email_verified: true, preferred_username: id };
    return { accountId: id, claims: async () => claims };
  },
});
provider.listen(port, "127.0.0.1", () => console.log("ready"));
