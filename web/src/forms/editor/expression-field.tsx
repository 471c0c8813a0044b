import { useTranslation } from "react-i18next";
import { TextArea } from "../../ui";
import type { Problem } from "../engine/definition";
import classes from "../forms.module.css";
import { formProblemText } from "./form-data";

/** Where an expression cannot be read, its text with a mark there. */
function Marked({ text, position }: { text: string; position: number }) {
  const letters = [...text];
  const before = letters.slice(Math.max(0, position - 21), position - 1).join("");
  return <code className={classes.code}>{before}<mark>{letters.slice(position - 1, position + 12).join("") || " "}</mark></code>;
}

/** An expression; what is wrong with it is told while it is written. */
export function ExpressionField({ label, description, value, onChange, problem }:
  { label: string; description?: string; value: string | undefined; onChange: (text: string | undefined) => void; problem?: Problem }) {
  const { t } = useTranslation();
  const text = value ?? "";
  const position = Number(problem?.params.position ?? 0);
  return (
    <TextArea label={label} description={description} value={text} minRows={1} maxLength={2000} spellCheck={false} autoCapitalize="off" className={classes.expression}
              onChange={(event) => onChange(event.currentTarget.value || undefined)}
              error={problem && <>{formProblemText(t, problem)}{position > 0 && text !== "" && <> <Marked text={text} position={position} /></>}</>} />
  );
}
