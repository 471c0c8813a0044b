// The Council's letters, from its program to a mail server on loopback.
import assert from "node:assert/strict";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Region, rows, until } from "./region.mjs";

/** A mail server that takes everything. */
class MailServer {
  mails = [];

  static async start() {
    const server = new MailServer();
    server.listener = createServer((socket) => server.talk(socket));
    await new Promise((settle) => server.listener.listen(0, "127.0.0.1", settle));
    server.port = server.listener.address().port;
    return server;
  }

  talk(socket) {
    let unread = "", mail = null, to;
    const say = (line) => socket.write(`${line}\r\n`);
    const hear = (line) => {
      if (mail !== null) {
        if (line !== ".") mail += `${line.replace(/^\./, "")}\r\n`;
        else {
          this.mails.push({ to, text: mail });
          mail = null;
          say("250 taken");
        }
      } else if (line === "DATA") {
        mail = "";
        say("354 go on");
      } else {
        if (line.startsWith("RCPT")) to = line.match(/<(.*)>/)[1];
        say(line === "QUIT" ? "221 bye" : "250 ok");
      }
    };
    socket.on("error", () => {}).on("data", (part) => {
      const lines = (unread + part).split("\r\n");
      unread = lines.pop();
      lines.forEach(hear);
    });
    say("220 here");
  }

  stop = () => new Promise((settle) => this.listener.close(settle));
}

/** @type {Region} */ let region;
/** @type {MailServer} */ let server;

before(async () => {
  region = await Region.make({ only: ["council"] });
  server = await MailServer.start();
});
after(async () => {
  await region?.stop();
  await server?.stop();
});

/** Writes [mail], and whether this is still a demo. */
async function configure({ demo = false, ...mail }) {
  const file = region.config("council");
  const text = (await readFile(file, "utf8")).replace(/\n\[mail\][^[]*/, "\n").replace(/demo = \w+/, `demo = ${demo}`);
  const lines = Object.entries(mail).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  await writeFile(file, `${text}\n[mail]\n${lines.join("\n")}\n`);
}
const usual = () => ({ server: "127.0.0.1", port: server.port, security: "none", from: "council@homeward.example", from_name: "Secretariat" });
const states = async () => Object.fromEntries((await rows(region.database("council"), "SELECT state, COUNT(*) AS many FROM mail_letters GROUP BY state")).map((row) => [row.state, row.many]));
/** What quoted-printable says. */
const readable = (text) => Buffer.from(text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), "latin1").toString();

test("a demo sends nothing, whatever its configuration says", async () => {
  await configure({ ...usual(), demo: true });
  await region.start("council");
  const { queued } = await states();
  assert.ok(queued > 5);
  await region.end("council");
  assert.equal(server.mails.length, 0);
  assert.deepEqual(Object.keys(await states()), ["queued"]);
});

test("letters that waited go out, the old ones excepted", async () => {
  const waited = await rows(region.database("council"),
    "SELECT id, queued_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-4 days') AS fresh FROM mail_letters");
  const fresh = waited.filter(({ fresh }) => fresh).length;
  assert.ok(fresh > 0 && fresh < waited.length);
  await configure(usual());
  await region.start("council");
  await until(async () => !(await states()).queued, "all letters to be settled");
  const { sent, given_up } = await states();
  assert.deepEqual([sent, given_up], [fresh, waited.length - fresh]);
  assert.equal(server.mails.length, fresh);
});

test("each can be stopped by its own link", async () => {
  const mail = server.mails.find(({ to }) => to === "focal.uz@council.example");
  const link = mail.text.match(/List-Unsubscribe: \r\n <(.*)>/)[1];
  assert.ok(link.startsWith(`${region.url("council")}/unsubscribe?token=`));
  assert.match(mail.text, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  assert.ok(readable(mail.text).includes(link));
  assert.equal((await fetch(link)).headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal((await fetch(link, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) })).status, 204);
  assert.equal((await rows(region.database("council"), "SELECT COUNT(*) AS many FROM mail_choices WHERE wanted = 0"))[0].many, 1);
  assert.equal((await fetch(`${region.url("council")}/api/mailbox`)).status, 404);
});

test("what is not public is in no mail", async () => {
  const notices = await rows(region.database("council"), "SELECT title FROM notices");
  assert.ok(notices.length >= 3);
  for (const { to, text } of server.mails) {
    for (const { title } of notices) assert.ok(!readable(text).includes(title), `${to}: ${title}`);
  }
});

test("a new letter goes out by itself", async () => {
  const before = server.mails.length;
  const secretariat = await region.signIn("council", "secretariat");
  await secretariat.post("/api/notices", { topic: "health", urgency: "raised", marking: "clear", addressees: ["kg"], title: "Vaccination days", text: "In spring.", no_person: true });
  await until(() => server.mails.length > before, "the letter");
  const { to, text } = server.mails.at(-1);
  assert.equal(to, "focal.kg@council.example");
  assert.ok(!readable(text).includes("Vaccination days"));
  assert.equal((await secretariat.get("/api/mail/outgoing")).delivery, "server");
  await region.end("council");
});

test("a configuration that would give a password away is refused with a sentence", async () => {
  const refused = async (mail) => {
    await configure({ ...usual(), ...mail });
    try {
      await region.start("council");
    } catch (failed) {
      return failed.message;
    }
    await region.end("council");
    return "started";
  };
  const secret = join(region.into, "council", "mail.password");
  await writeFile(secret, "secret\n", { mode: 0o644 });
  await chmod(secret, 0o644);
  assert.match(await refused({ user: "council", password_file: "mail.password" }), /would send the password in the open/);
  assert.match(await refused({ user: "council", password_file: "mail.password", security: "starttls" }), /may be read by others: chmod 600/);
  assert.match(await refused({ user: "council" }), /needs `user` and `password_file`, or neither/);
  assert.match(await refused({ security: "maybe" }), /security must be starttls, tls or none/);
  assert.match(await refused({ from: "Council <council@homeward.example>" }), /from must be one plain address/);
  await chmod(secret, 0o600);
  assert.equal(await refused({ user: "council", password_file: "mail.password", security: "starttls" }), "started");
});
