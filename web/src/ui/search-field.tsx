import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Icon } from "./icon";

const PAUSE_MS = 300;

interface SearchFieldProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: string;
  /** Called once the reader pauses, or presses Enter. */
  onSearch: (text: string) => void;
}

/** Words to search for. Keeps what is being typed to itself until a pause, so that no key is lost while a list loads. */
export function SearchField({ value, onSearch, ...props }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The address changed by other means, such as the back button.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  const tell = (next: string) => {
    clearTimeout(timer.current);
    if (next === told.current) return;
    told.current = next;
    onSearch(next);
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell(next), PAUSE_MS);
  };
  return (
    <TextInput type="search" leftSection={<Icon name="search" size={18} />} autoComplete="off" {...props} value={text}
               onChange={(event) => type(event.currentTarget.value)}
               onKeyDown={(event) => { if (event.key === "Enter") tell(text); }} />
  );
}
