import { useTranslation } from "react-i18next";
import classes from "./casepapers.module.css";
import type { LetterPreview } from "./casepapers-data";

type Block = LetterPreview["blocks"][number];

/** One block. Each text takes its own direction: a name in Arabic letters runs right to left inside a Russian letter. */
function PaperBlock({ block }: { block: Block }) {
  if (block.heading) return <h4 dir="auto">{block.heading}</h4>;
  if (block.paragraph) return <p className={classes.words} dir="auto">{block.paragraph}</p>;
  if (block.small) return <p className={classes.small} dir="auto">{block.small}</p>;
  if (block.bullets) return <ul>{block.bullets.map((item, at) => <li key={at} dir="auto">{item}</li>)}</ul>;
  if (block.facts) return <dl className={classes.facts}>{block.facts.map(([term, value], at) => <div key={at}><dt>{term}</dt><dd dir="auto">{value}</dd></div>)}</dl>;
  return (
    <table className={classes.table}>
      <thead><tr>{block.columns?.map((label) => <th key={label} scope="col">{label}</th>)}</tr></thead>
      <tbody>{block.rows?.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column} dir="auto">{cell}</td>)}</tr>)}</tbody>
    </table>
  );
}

/** A letter as it will stand on paper. */
export function LetterPaper({ preview }: { preview: LetterPreview }) {
  const { t } = useTranslation();
  return (
    <section className={classes.paper} lang={preview.language} aria-label={t("casepapers.letters.preview")}>
      <h3 dir="auto">{preview.title}</h3>
      {preview.blocks.map((block, at) => <PaperBlock key={at} block={block} />)}
    </section>
  );
}
