import { Button, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Empty, Icon, Opening, Section, Waiting, useFormat } from "../ui";
import classes from "./casepapers.module.css";
import { useLetters, type CaseLetter, type LetterTemplate } from "./casepapers-data";
import { MakeLetter } from "./make-letter";
import { useTemplateWords } from "./template-words";

function LetterLine({ letter, template }: { letter: CaseLetter; template?: LetterTemplate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTemplateWords();
  const title = template ? words(template).title : letter.template_code;
  const facts = [letter.receiver, t(`common.language_name.${letter.language}`), format.dayOf(letter.made_at), letter.made_by.name, t("casepapers.letters.version", { version: letter.template_version })];
  return (
    <li className={classes.file}>
      <strong>{title}</strong>
      <Text size="sm" c="dimmed">{facts.filter(Boolean).join(" · ")}</Text>
      <Text size="sm">{letter.shared ? t("casepapers.letters.shared") : t("casepapers.letters.to_person")}</Text>
      <div className={classes.buttons}>
        <Button component="a" href={`/api/letters/${letter.id}/content`} download variant="default" size="sm" leftSection={<Icon name="download" size={16} />}
                aria-label={`${t("casepapers.letters.save_pdf")}: ${title}, ${format.dayOf(letter.made_at)}`}>{t("casepapers.letters.save_pdf")}</Button>
      </div>
    </li>
  );
}

/** Letters, certificates, forms and summaries: those that were made, and making another. */
export function LettersSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const letters = useLetters(caseId);
  const { first } = letters;
  if (first && !first.allows.make) return null;
  return (
    <Section title={t("casepapers.letters.title")}>
      {!first && <Waiting for={letters} />}
      {first && letters.items.length === 0 && <Empty icon="quote" title={t("casepapers.letters.empty")} hint={t("casepapers.letters.empty_hint")} />}
      {first && letters.items.length > 0 && (
        <ul className={classes.list}>
          {letters.items.map((letter) => <LetterLine key={letter.id} letter={letter} template={first.templates.find(({ code }) => code === letter.template_code)} />)}
        </ul>)}
      {letters.hasMore && <div><Button variant="default" loading={letters.loadingMore} onClick={letters.loadMore}>{t("common.more")}</Button></div>}
      {first && <Opening label={t("casepapers.letters.make")} variant="default">{(close) => <MakeLetter caseId={caseId} templates={first.templates} close={close} />}</Opening>}
    </Section>
  );
}
