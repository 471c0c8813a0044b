export interface Piece {
  text: string;
  found: boolean;
}

/** A text in pieces, those that were found told apart. Marks are in UTF-16 units, in order and apart, as the server sends them. */
export function piecesOf(text: string, marks: { begin: number; end: number }[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { begin, end } of marks) {
    pieces.push({ text: text.slice(at, begin), found: false }, { text: text.slice(begin, end), found: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), found: false });
  return pieces.filter((piece) => piece.text !== "");
}
