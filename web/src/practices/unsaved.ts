import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Asks before a page with unsaved text is left. */
export function useUnsaved(unsaved: boolean): void {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && !window.confirm(t("practices.unsaved")),
    enableBeforeUnload: unsaved,
    disabled: !unsaved,
  });
}
