import { useId } from "react";
import type { Choice } from "../ui";
import classes from "./notes.module.css";

interface TapsProps {
  label: string;
  choices: readonly Choice[];
  /** Three of one width beside each other. */
  three?: boolean;
}

/** One of a few, chosen by a tap of the thumb; a second tap takes an answer back where none is needed. */
export function TapOne({ label, choices, three = false, value, onChange, required = false }:
  TapsProps & { value: string | null; onChange: (value: string | null) => void; required?: boolean }) {
  const name = useId();
  return (
    <fieldset className={classes.taps}>
      <legend>{label}</legend>
      <div className={three ? classes.three : classes.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.tap}>
            <input type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)}
                   onClick={() => { if (!required && value === choice.value) onChange(null); }} />
            <span>{choice.label}</span>
          </label>))}
      </div>
    </fieldset>
  );
}

/** Any of a few. */
export function TapMany({ label, choices, values, onChange }: TapsProps & { values: readonly string[]; onChange: (values: string[]) => void }) {
  return (
    <fieldset className={classes.taps}>
      <legend>{label}</legend>
      <div className={classes.row}>
        {choices.map(({ value, label: words }) => (
          <label key={value} className={classes.tap}>
            <input type="checkbox" checked={values.includes(value)}
                   onChange={(event) => onChange(event.currentTarget.checked ? [...values, value] : values.filter((each) => each !== value))} />
            <span>{words}</span>
          </label>))}
      </div>
    </fieldset>
  );
}
