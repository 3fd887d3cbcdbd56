/** A text taken out of a comment again. */
export interface OpenedState {
  readonly text: string;
  /** It was signed with our key, about the same thing. Without a key it never is. */
  readonly isSigned: boolean;
}

/** Packs what a comment has to remember into few characters that survive Markdown, and signs it when there is a key. */
export interface StateSeal {
  /** @param about what the text belongs to; a text packed about something else does not open as signed */
  pack(text: string, about: string): string;
  /** @returns null when it is not ours, damaged, or too large */
  open(packed: string, about: string): OpenedState | null;
}
