import type { IconName } from "../ui";

/** What can be found, each with its sign. */
const ICONS = {
  practice: "heart", decision: "decision", session: "meeting", minutes: "quote", action: "task", paper: "file", law: "table", training: "people",
  commitment: "check", agreement: "send", body: "globe", expert: "person", notice: "alert", report: "chart",
} as const satisfies Record<string, IconName>;

export type Kind = keyof typeof ICONS;
export const KINDS = Object.keys(ICONS) as Kind[];
export const isKind = (text: string): text is Kind => text in ICONS;
export const iconOf = (kind: string): IconName => (isKind(kind) ? ICONS[kind] : "file");

/** Where a thing of a kind is read: a page of this app, or a file to be saved; guests have an address of their own for it. */
export function addressOf(kind: string, id: string, guest = false): { to: string } | { file: string } {
  switch (kind) {
    case "session": return { to: guest ? `/calendar/${id}` : `/meetings/${id}` };
    case "minutes": return { to: `/meetings/${id}` };
    case "decision": return { to: `/decisions/${id}` };
    case "practice": return { to: `/practices/${id}` };
    case "training": return { to: guest ? "/trainings" : `/trainings/${id}` };
    case "body": return { to: `/members/${id}` };
    case "paper": return { file: `/api/${guest ? "public/" : ""}papers/${id}/content` };
    case "action": return { to: `/actions/${id}` };
    case "agreement": return { to: `/agreements/${id}` };
    case "expert": return { to: `/experts/${id}` };
    case "notice": return { to: `/notices/${id}` };
    case "report": return { to: `/reports/${id}` };
    // Entries stand side by side, under their topic.
    case "law": return { to: "/law" };
    case "commitment": return { to: `/commitments/clause/${id}` };
    default: return { to: "/" };
  }
}
