import { useTranslation } from "react-i18next";
import { Section } from "../ui";
import classes from "./practices.module.css";
import type { PracticeKind, PracticeText } from "./queries";
import { BODY_FIELDS } from "./template";

/** The template, read. Its headings are in the reader's language, its text in its own. */
export function TemplateView({ kind, text }: { kind: PracticeKind; text: PracticeText }) {
  const { t } = useTranslation();
  const filled = BODY_FIELDS.filter((field) => text[field].trim());
  return (
    <Section title={t(`practices.kind.${kind}`)}>
      <div className={classes.template}>
        {filled.map((field) => (
          <div key={field}>
            <h3>{t(`practices.template.${kind}.${field}`)}</h3>
            <p className={classes.text} lang={text.language}>{text[field]}</p>
          </div>))}
      </div>
    </Section>
  );
}
