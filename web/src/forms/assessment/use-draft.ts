import { useBlocker } from "@tanstack/react-router";
import { useEffect, useReducer, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/node";
import { useSession } from "../../session/session";
import { Draft } from "./draft";

/** A draft that saves itself: a moment after each change, when the page is put away, and before another is opened. */
export function useDraft(assessment: Schemas["Assessment"]): Draft {
  const { t } = useTranslation();
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const user = useSession().session?.account.username ?? "";
  const [draft] = useState(() => new Draft(assessment, user, draw));
  useEffect(() => {
    const save = () => {
      if (document.visibilityState === "hidden") void draft.flush();
    };
    const leave = () => void draft.flush();
    document.addEventListener("visibilitychange", save);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", save);
      window.removeEventListener("pagehide", leave);
      draft.stop();
    };
  }, [draft]);
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && draft.unsaved && !(await draft.flush()) && !window.confirm(t("forms.fill.unsaved")),
    // Closing the window saves by itself; only where that failed already must the reader be asked.
    enableBeforeUnload: () => draft.saving.kind === "failed" || draft.saving.kind === "clash",
  });
  return draft;
}
