import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Letters: which a reader gets, how they stop, and in a demo where they lie. The way to the choice is in the account's menu. */
export const mailbox: Area = {
  nav: [{ to: "/mailbox", label: key("mailbox.nav"), group: key("common.group.work"), icon: "inbox", demo: true }],
  routes: [
    page("/mailbox", () => import("./mailbox-page"), "MailboxPage"),
    page("/mail-preferences", () => import("./mail-preferences-page"), "MailPreferencesPage"),
    page("/unsubscribe", () => import("./unsubscribe-page"), "UnsubscribePage", { open: true }),
  ],
};
