import { useState } from "react";

// Names stand in no address and in no storage of the browser: a shared computer would keep them. So the text of the last
// search lives in the page's memory, for the way back to the list.
let kept = { text: "", of: "" };

/** The text being searched for; kept while its reader is signed in and the page is open. */
export function useSearchText(reader: string): [string, (text: string) => void] {
  const [text, setText] = useState(kept.of === reader ? kept.text : "");
  const change = (next: string) => {
    kept = { text: next, of: reader };
    setText(next);
  };
  return [text, change];
}
