import { useBlocker } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

/** Asks before a page with unsaved text is left. Gives what to call before leaving it saved. */
export function useUnsaved(unsaved: boolean): () => void {
  const { t } = useTranslation();
  const saved = useRef(false);
  useBlocker({
    shouldBlockFn: ({ current, next }) => !saved.current && current.pathname !== next.pathname && !window.confirm(t("practices.unsaved")),
    enableBeforeUnload: unsaved,
    disabled: !unsaved,
  });
  return () => { saved.current = true; };
}
