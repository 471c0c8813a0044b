// Who listens on a TCP port of this machine. Linux only: reads /proc, so that it needs no tool.

import { createServer } from "node:net";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const LISTENING = "0A";

/** Can nobody else listen on 127.0.0.1:port? @param {number} port @returns {Promise<boolean>} */
export function isBusy(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(true));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(false)));
  });
}

/** What `read` gives, or `otherwise` for another user's process, or one that has just ended. */
function unlessGone(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** The socket that listens on a port, as its inode; undefined when none does. */
function listeningSocket(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const rows = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) =>
    unlessGone(() => readFileSync(file, "utf8").trim().split("\n").slice(1), []));
  const fields = rows.map((row) => row.trim().split(/\s+/)).find((row) => row[1].endsWith(`:${hex}`) && row[3] === LISTENING);
  return fields?.[9];
}

function holdsSocket(pid, socket) {
  const files = unlessGone(() => readdirSync(`/proc/${pid}/fd`), []);
  return files.some((file) => unlessGone(() => readlinkSync(`/proc/${pid}/fd/${file}`), "") === `socket:[${socket}]`);
}

/**
 * The process that listens on a port, when we may see it.
 * @param {number} port
 * @returns {{pid: number, command: string} | undefined}
 */
export function holderOf(port) {
  const socket = listeningSocket(port);
  if (socket === undefined) return undefined;
  const pid = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).find((name) => holdsSocket(name, socket));
  if (pid === undefined) return undefined;
  return { pid: Number(pid), command: unlessGone(() => readFileSync(`/proc/${pid}/comm`, "utf8").trim(), "ended") };
}
