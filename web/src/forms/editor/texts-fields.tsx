import { useTranslation } from "react-i18next";
import { SPOKEN_LANGUAGES } from "../../i18n/languages";
import { TextArea, TextField } from "../../ui";
import { without, type Texts } from "../engine/definition";
import classes from "../forms.module.css";

const FIRST = ["en", "ru"];

interface TextsFieldsProps {
  label: string;
  value: Texts | undefined;
  /** Undefined once nothing is written in any language. */
  onChange: (texts: Texts | undefined) => void;
  long?: boolean;
  error?: string;
}

/** One text in the seven languages of the region: English and Russian in sight, the others under a fold. */
export function TextsFields({ label, value = {}, onChange, long = false, error }: TextsFieldsProps) {
  const { t } = useTranslation();
  const Input = long ? TextArea : TextField;
  const write = (language: string, text: string) => {
    const next: Texts = text === "" ? without(value, language) : { ...value, [language]: text };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  const one = (language: string) => (
    <Input key={language} lang={language} label={t("forms.editor.in_language", { label, language: t(`common.language_name.${language}`) })}
           value={value[language] ?? ""} onChange={(event) => write(language, event.currentTarget.value)}
           error={language === "en" ? error : undefined} maxLength={long ? 4000 : 1000} />
  );
  const others = SPOKEN_LANGUAGES.filter((language) => !FIRST.includes(language));
  const written = others.filter((language) => value[language]).length;
  return (
    <div className={classes.texts}>
      <div className={classes.beside}>{FIRST.map(one)}</div>
      <details className={classes.fold}>
        <summary>{t("forms.editor.other_languages", { label, written, all: others.length })}</summary>
        <div className={classes.beside}>{others.map(one)}</div>
      </details>
    </div>
  );
}
