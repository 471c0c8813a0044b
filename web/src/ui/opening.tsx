import { Button, type ButtonProps } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Icon } from "./icon";

interface OpeningProps extends Omit<ButtonProps, "children"> {
  label: string;
  /** What a screen reader says in place of the label, where several buttons have the same. */
  spoken?: string;
  /** What the button opens; given a way to close it again. */
  children: (close: () => void) => ReactNode;
}

/** A button that gives way to a form. The focus goes to the form's first field, and back to the button in the end. */
export function Opening({ label, spoken, children, ...props }: OpeningProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    else if (was.current) button.current?.focus();
    was.current = open;
  }, [open]);
  if (open) return <div ref={box}>{children(() => setOpen(false))}</div>;
  return (
    <div data-no-print>
      <Button ref={button} leftSection={<Icon name="plus" size={18} />} {...props} aria-label={spoken} onClick={() => setOpen(true)}>{label}</Button>
    </div>
  );
}
