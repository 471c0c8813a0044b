/** Names of what this device keeps for whoever is signed in begin so. */
export const DRAFT_PREFIX = "homeward.draft.";

let closed = false;

/** Signed out, or somebody signed in: what is another's goes from the device. `but` is whose may stay; nobody's after a sign-out. */
export function forgetKept(but = ""): void {
  closed = but === "";
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(DRAFT_PREFIX) && !(but && name.startsWith(`${DRAFT_PREFIX}${but}.`))) localStorage.removeItem(name);
  }
}

/** Whether a page may still write here: one that goes with the sign-out must not leave its text behind. */
export const mayKeep = (): boolean => !closed;
