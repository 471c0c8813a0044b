// What was typed when a session ended: kept in the memory of this tab alone, for the same person's next sign-in.
import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useRef, useState } from "react";

const kept = new Map<string, object>();
let ended = false;
let signedOut = false;
let lastUser = "";

/** The server no longer knows the session; the forms that stand now are about to go. */
export function typedMayGo(): void {
  ended = true;
}

/** Somebody signed in. What another had typed is nobody's to see. */
export function typedBelongsTo(username: string): void {
  if (username !== lastUser) kept.clear();
  lastUser = username;
  ended = signedOut = false;
}

/** Signed out on purpose: nothing is kept. */
export function forgetTyped(): void {
  kept.clear();
  signedOut = true;
}

/** Whether the way now leads to the sign-in page, which no form may hold up. */
export const sessionOver = (): boolean => ended || signedOut;

/**
 * Keeps what is typed in a form when the session ends, and puts it back into the same form, begun from the same values:
 * where a colleague changed them meanwhile, nothing is put over that. Gives whether it was put back.
 *
 * name   tells the forms of one page apart
 */
export function useTyped<Values extends object>(form: UseFormReturnType<Values>, name: string): boolean {
  const [again, setAgain] = useState(false);
  const latest = useRef(form);
  latest.current = form;
  useEffect(() => {
    const begunSignedOut = ended;
    const key = JSON.stringify([location.pathname, name, latest.current.getInitialValues()]);
    const typed = kept.get(key);
    if (typed && !ended) {
      kept.delete(key);
      latest.current.setValues(typed as Values);
      setAgain(true);
    }
    return () => {
      if (ended && !begunSignedOut && latest.current.isDirty()) kept.set(key, latest.current.getValues());
    };
    // Once for the life of the form; `name` is made of words that change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return again;
}
