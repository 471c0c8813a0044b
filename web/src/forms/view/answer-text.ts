import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui";
import type { Field, Texts } from "../engine/definition";
import { isWholeDate } from "../engine/value";
import type { Given } from "../fill/paths";

/** Says an answer in words; a choice in those of its form. */
export function useAnswerText(): (field: Field, answer: Given, words: (texts: Texts | undefined) => string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (field, answer, words) => {
    if (answer === undefined || answer === "") return t("forms.view.not_answered");
    // A code that the form does not know is shown as it is: better than a gap.
    const ofChoice = (code: string) => words(field.choices?.find((choice) => choice.code === code)?.label) || code;
    if (Array.isArray(answer)) return (answer as string[]).map(ofChoice).join(", ");
    if (typeof answer === "boolean") return t(answer ? "common.yes" : "common.no");
    if (typeof answer === "number") return format.number(answer);
    if (field.kind === "yes_no") return t(answer === "yes" ? "common.yes" : "common.no");
    if (field.kind === "choice") return ofChoice(answer);
    if (field.kind === "partial_date" || isWholeDate(answer)) return format.partialDate(answer);
    return answer;
  };
}
