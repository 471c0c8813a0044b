import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Figure, useFormat } from "../ui";
import type { Claim } from "./queries";

/** The figure in words: "more than 2,100". */
export function useClaimText(): (claim: Pick<Claim, "value" | "qualifier">) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ value, qualifier }) => {
    const number = format.number(value);
    return qualifier === "exact" ? number : t(`public.qualifier.${qualifier}`, { number });
  };
}

/** Whom the number counts: in Russian where that is known and the reader reads it, else as it was published. */
export function useDefinition(): (claim: Pick<Claim, "definition" | "definition_ru">) => string {
  const { i18n } = useTranslation();
  return ({ definition, definition_ru }) => (i18n.language === "ru" && definition_ru) || definition;
}

/** Where a claim comes from; a link when its publication has an address. */
export function Source({ claim }: { claim: Claim }) {
  return claim.source_url
    ? <Anchor href={claim.source_url} target="_blank" rel="noreferrer" underline="always">{claim.source}</Anchor>
    : claim.source;
}

/** A public figure with its date, its definition and its source. */
export function ClaimFigure({ claim, label }: { claim: Claim; label: string }) {
  const text = useClaimText();
  const definition = useDefinition();
  return <Figure label={label} value={claim.value} text={text(claim)} asOf={claim.as_of} definition={definition(claim)} source={<Source claim={claim} />} />;
}
