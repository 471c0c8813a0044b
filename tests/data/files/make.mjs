// Makes the files of this folder: node tests/data/files/make.mjs
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const latin = (text) => Buffer.from(text, "latin1");
const save = (name, bytes) => writeFileSync(new URL(name, import.meta.url), bytes);

/** A PDF of these objects, from 1; `trailer` is added to its trailer. Each is a string or a Buffer. */
function pdf(objects, trailer = "") {
  const parts = [latin("%PDF-1.5\n%\xE2\xE3\xCF\xD3\n")];
  const offsets = [];
  let at = parts[0].length;
  const add = (bytes) => (parts.push(bytes), (at += bytes.length));
  objects.forEach((object, index) => {
    offsets.push(at);
    add(latin(`${index + 1} 0 obj\n`));
    add(Buffer.isBuffer(object) ? object : latin(object));
    add(latin("\nendobj\n"));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = at;
  add(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const stream = (dictionary, bytes) => Buffer.concat([latin(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`), bytes, latin("\nendstream")]);
const page = (content) => [
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
  content,
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
];
const words = latin("BT /F1 18 Tf 72 760 Td (Family unity comes first) Tj ET");

/** RC4, as the first encryption of PDF wants it. */
function rc4(key, data) {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i] + key[i % key.length]) & 255;
    [s[i], s[j]] = [s[j], s[i]];
  }
  let i = 0, j = 0;
  return Buffer.from(data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + s[i]) & 255;
    [s[i], s[j]] = [s[j], s[i]];
    return byte ^ s[(s[i] + s[j]) & 255];
  }));
}

/** ISO 32000-1, 7.6.3: revision 2, opened by the empty password. */
function encrypted() {
  const pad = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");
  const md5 = (bytes) => createHash("md5").update(bytes).digest();
  const owner = rc4(md5(pad).subarray(0, 5), pad);
  const id = Buffer.alloc(16, 7);
  const key = md5(Buffer.concat([pad, owner, Buffer.from("fcffffff", "hex"), id])).subarray(0, 5);
  const user = rc4(key, pad);
  const content = rc4(md5(Buffer.concat([key, Buffer.from([4, 0, 0, 0, 0])])).subarray(0, 10), words);
  const hex = (bytes) => `<${bytes.toString("hex")}>`;
  return pdf([...page(stream("", content)), `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -4 >>`],
    `/Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}]`);
}

/** A gigabyte and a half of spaces in less than a kilobyte: packed three times over. */
function bomb() {
  const gigabytes = Buffer.alloc(1536 << 20, 0x20);
  const packed = [1, 2, 3].reduce((bytes) => deflateSync(bytes, { level: 9 }), gigabytes);
  return pdf(page(stream("/Filter [/FlateDecode /FlateDecode /FlateDecode]", packed)));
}

save("plain.pdf", pdf(page(stream("/Filter /FlateDecode", deflateSync(words)))));
save("encrypted.pdf", encrypted());
save("bomb.pdf", bomb());
