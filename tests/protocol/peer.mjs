// A member of a region, written from docs/protocol and nothing else: keys, messages and receipts over npm `jose`.
// It shares no code with the programs, so that both cannot be wrong in the same way.

import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const jose = require("jose");

const MESSAGE = "homeward-message+jws";
const RECEIPT = "homeward-receipt+jws";
const base64url = (data) => Buffer.from(data).toString("base64url");
export const hashOf = (text) => createHash("sha256").update(text).digest("base64url");

/** UUID of version 7. */
export function newId(now = Date.now()) {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString("hex").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/** The region as one member sees it: from its key file and the manifest. */
export async function openMember(keyFile, manifestFile) {
  const keys = JSON.parse(readFileSync(keyFile, "utf8"));
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const members = new Map();
  for (const member of manifest.members) {
    members.set(member.id, {
      ...member,
      signKid: await jose.calculateJwkThumbprint(member.signing),
      sealKid: await jose.calculateJwkThumbprint(member.sealing),
    });
  }
  return {
    id: keys.member,
    members,
    signKey: await jose.importJWK(keys.signing, "Ed25519"),
    openKey: await jose.importJWK(keys.opening, "ECDH-ES+A256KW"),
  };
}

async function sign(member, typ, claims) {
  const { signKid } = member.members.get(member.id);
  return new jose.CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "Ed25519", typ, kid: signKid })
    .sign(member.signKey);
}

/** The claims of a token and who signed it. */
async function verify(member, typ, token) {
  const { kid } = jose.decodeProtectedHeader(token);
  const signer = [...member.members.values()].find((one) => one.signKid === kid);
  if (!signer) throw new Error("unknown signer");
  const key = await jose.importJWK(signer.signing, "Ed25519");
  const { payload, protectedHeader } = await jose.compactVerify(token, key, { algorithms: ["Ed25519"] });
  if (protectedHeader.typ !== typ) throw new Error(`not a ${typ}`);
  return { signer, claims: JSON.parse(new TextDecoder().decode(payload)) };
}

export async function seal(member, to, payload) {
  const reader = member.members.get(to);
  return new jose.CompactEncrypt(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: "ECDH-ES+A256KW", enc: "A256GCM", kid: reader.sealKid })
    .setKeyManagementParameters({ apu: Buffer.from(member.id), apv: Buffer.from(to) })
    .encrypt(await jose.importJWK(reader.sealing, "ECDH-ES+A256KW"));
}

/** A signed and sealed message. `payload` is JSON as text. */
export async function writeMessage(member, { id = newId(), type, to, epoch, seq, payload, days = 90 }) {
  const now = Date.now();
  return sign(member, MESSAGE, {
    id, type, from: member.id, to, epoch, seq,
    sent_at: new Date(now).toISOString(),
    expires_at: new Date(now + days * 86_400_000).toISOString(),
    sealed: await seal(member, to, payload),
  });
}

export async function readMessage(member, token) {
  const { signer, claims } = await verify(member, MESSAGE, token);
  if (claims.from !== signer.id) throw new Error("signed by another than its sender");
  if (claims.to !== member.id) throw new Error("for another");
  if (Date.parse(claims.expires_at) + 86_400_000 < Date.now()) throw new Error("expired");
  const { plaintext, protectedHeader } = await jose.compactDecrypt(claims.sealed, member.openKey, {
    keyManagementAlgorithms: ["ECDH-ES+A256KW"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  if (protectedHeader.apu !== base64url(claims.from) || protectedHeader.apv !== base64url(claims.to)) throw new Error("sealed by another");
  return { claims, payload: new TextDecoder().decode(plaintext), hash: hashOf(token) };
}

/** The receipt for a message that `readMessage` gave. */
export async function writeReceipt(member, { claims, hash }, rest) {
  return sign(member, RECEIPT, {
    type: "receipt@1.0", from: member.id, to: claims.from, message: claims.id, hash,
    epoch: claims.epoch, seq: claims.seq, ...rest, at: new Date().toISOString(),
  });
}

/** The claims of a receipt of `peer` for the message `token`. */
export async function readReceipt(member, peer, token, receipt) {
  const { signer, claims } = await verify(member, RECEIPT, receipt);
  if (signer.id !== peer || claims.from !== peer || claims.to !== member.id) throw new Error("not the receiver's receipt");
  if (claims.hash !== hashOf(token)) throw new Error("a receipt for another message");
  return claims;
}

/** Anything signed, for a test of what the programs refuse. */
export const signAnything = (member, header, text) =>
  new jose.CompactSign(new TextEncoder().encode(text)).setProtectedHeader(header).sign(member.signKey);
