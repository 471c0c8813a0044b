import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import type { BodyLine } from "./queries";

interface BodySelectProps {
  label: string;
  description?: string;
  error?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** Code of the body, or null. */
  value?: string | null;
  onChange?: (code: string | null) => void;
  onFocus?: (event: React.FocusEvent<HTMLElement>) => void;
  onBlur?: (event: React.FocusEvent<HTMLElement>) => void;
  /** Only bodies of this tier, or of this kind. */
  tier?: "member" | "observer" | "partner";
  kind?: BodyLine["kind"];
  "data-path"?: string;
}

const labelOf = ({ name, short_name }: { name: string; short_name: string }) => (short_name ? `${short_name} – ${name}` : name);

/** Any State or body, found by typing a part of one of its names, in either script. */
export function BodySelect({ value, onChange, tier, kind, ...props }: BodySelectProps) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed, 200);
  const language = i18n.language;
  const chosen = useQuery({
    queryKey: ["bodies", "one", value, "", language], enabled: Boolean(value),
    queryFn: () => body(api.GET("/api/bodies/{code}", { params: { path: { code: value ?? "" }, query: { language } } })),
  }).data;
  // What stands in the field once something is chosen is its label, not a search.
  const q = chosen && words === labelOf(chosen) ? "" : words;
  const found = useQuery({
    queryKey: ["bodies", "choose", q, tier, kind, language], placeholderData: keepPreviousData,
    queryFn: () => body(api.GET("/api/bodies", { params: { query: { q, language, limit: 20, ...(tier && { tier }), ...(kind && { kind }) } } })),
  }).data?.items ?? [];
  const choices = found.map((each) => ({ value: each.code, label: labelOf(each) }));
  if (chosen && !found.some(({ code }) => code === chosen.code)) choices.unshift({ value: chosen.code, label: labelOf(chosen) });
  return (
    <Select {...props} data={choices} value={value ?? null} searchable clearable={!props.required} searchValue={typed} onSearchChange={setTyped}
            filter={({ options }) => options} placeholder={t("members.choose_body")} nothingFoundMessage={t("common.field.nothing_found")}
            onChange={(code) => onChange?.(code)} />
  );
}
