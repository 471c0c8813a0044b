import { createContext, useContext } from "react";
import type { AnswerError, Answers } from "../engine/answers";
import type { Definition, Texts } from "../engine/definition";
import type { Evaluation } from "../engine/evaluate";
import type { Given } from "./paths";

/** A form that somebody answers: what its questions and screens share. */
export interface Filling {
  definition: Definition;
  answers: Answers;
  evaluation: Evaluation;
  /** Fields that are not asked. */
  hidden: ReadonlySet<string>;
  language: string;
  /** A text in the form's language. */
  words: (texts: Texts | undefined) => string;
  set: (at: string, value: Given) => void;
  /** The trouble of an answer, once the reader has left it or tried to hand it in. */
  errorAt: (at: string) => AnswerError | undefined;
  left: (at: string) => void;
}

const Context = createContext<Filling | null>(null);
export const FillingProvider = Context.Provider;

export function useFilling(): Filling {
  const filling = useContext(Context);
  if (!filling) throw new Error("A question stands outside a form.");
  return filling;
}
