import { useBlocker } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { sessionOver } from "./typed";

/** The answer just given, for the other forms of the page that hear of the same step: nobody is asked twice. */
let answered: boolean | undefined;

function staysFor(question: string): boolean {
  if (answered === undefined) {
    answered = !window.confirm(question);
    // All forms are asked before the browser comes to this.
    setTimeout(() => { answered = undefined; }, 0);
  }
  return answered;
}

/** Asks before a page with unsaved text is left. Gives what to call before leaving it saved. */
export function useUnsaved(unsaved: boolean): () => void {
  const { t } = useTranslation();
  const letGo = useRef(false);
  useBlocker({
    shouldBlockFn: ({ current, next }) => {
      if (letGo.current || sessionOver() || current.pathname === next.pathname) return false;
      return staysFor(t("common.unsaved"));
    },
    enableBeforeUnload: unsaved,
    disabled: !unsaved,
  });
  return () => { letGo.current = true; };
}
