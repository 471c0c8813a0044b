import { notifications } from "@mantine/notifications";
import i18next from "i18next";

/** A short word after something worked. It goes away by itself; nothing that must be read belongs here. */
export function notify(text: string): void {
  notifications.show({ message: text, color: "spruce", autoClose: 5000, closeButtonProps: { "aria-label": i18next.t("common.close") } });
}
