import { useEffect, useRef, type ReactNode } from "react";

/** Makes something that is no control take the focus. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/**
 * What a button has just opened in its own place, such as a form: the keyboard goes to its first field, and back to the
 * section around it when it closes. Without this the focus would be lost with the button.
 */
export function Opened({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const section = box.current?.closest<HTMLElement>("section");
    const first = box.current?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea");
    if (first) first.focus();
    else focusOn(box.current);
    return () => focusOn(section);
  }, []);
  return <div ref={box}>{children}</div>;
}
