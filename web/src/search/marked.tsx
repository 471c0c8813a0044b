import { Mark } from "@mantine/core";
import { piecesOf } from "./pieces";

/** A text with what was found in it marked. */
export function Marked({ text, marks }: { text: string; marks: { begin: number; end: number }[] }) {
  return piecesOf(text, marks).map((piece, at) => (piece.found ? <Mark key={at}>{piece.text}</Mark> : <span key={at}>{piece.text}</span>));
}
