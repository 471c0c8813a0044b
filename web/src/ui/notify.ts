import { notifications } from "@mantine/notifications";

/** A short word after something worked. It goes away by itself; nothing that must be read belongs here. */
export function notify(text: string): void {
  notifications.show({ message: text, color: "spruce", autoClose: 5000 });
}
