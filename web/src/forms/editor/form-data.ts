import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { api, body, type Schemas } from "../../api/node";
import type { Problem } from "../engine/definition";
import type { Tone } from "../../ui";

export type FormVersion = Schemas["FormVersion"];
export type FormState = Schemas["FormState"];

export const FORM_TONES: Record<FormState, Tone> = { draft: "info", published: "good", retired: "neutral" };

export function useFormOf(formId: string) {
  return useQuery({ queryKey: ["forms", formId], queryFn: () => body(api.GET("/api/forms/{form_id}", { params: { path: { form_id: formId } } })) });
}

export function versionQuery(formId: string, version: number) {
  return {
    queryKey: ["forms", formId, "version", version],
    queryFn: () => body(api.GET("/api/forms/{form_id}/versions/{version}", { params: { path: { form_id: formId, version } } })),
  };
}

/** A problem of a form in words, with the place where it stands. */
export function formProblemText(t: TFunction, { key, params }: Pick<Problem, "key" | "params">): string {
  const sentence = t(`errors.${key}`, { defaultValue: key, ...params });
  return params.position ? t("forms.editor.at_character", { sentence, position: params.position }) : sentence;
}
