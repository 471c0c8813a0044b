import { useBlocker } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { sessionOver } from "./typed";

/** The last answer, for the other forms of the page that hear of the same step: nobody is asked twice. */
let answered = { to: "", stay: false, at: -Infinity };
const SAME_STEP_MS = 300;

/** Asks before a page with unsaved text is left. Gives what to call before leaving it saved. */
export function useUnsaved(unsaved: boolean): () => void {
  const { t } = useTranslation();
  const letGo = useRef(false);
  useBlocker({
    shouldBlockFn: ({ current, next }) => {
      if (letGo.current || sessionOver() || current.pathname === next.pathname) return false;
      if (answered.to !== next.pathname || performance.now() - answered.at > SAME_STEP_MS) {
        const stay = !window.confirm(t("common.unsaved"));
        answered = { to: next.pathname, stay, at: performance.now() };
      }
      return answered.stay;
    },
    enableBeforeUnload: unsaved,
    disabled: !unsaved,
  });
  return () => { letGo.current = true; };
}
