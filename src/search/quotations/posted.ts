/**
 * A message as its reader sees it: without marks of formatting, its line breaks kept. Whatever shows messages makes
 * it of its own kind of them; what follows from it is the same for all.
 */
export interface PostedMessage {
  /** What its author says, without what stands in `quotations`; empty where there is nothing. */
  readonly text: string;
  /** What it shows as somebody else's words, each as displayed, in order: none is empty. */
  readonly quotations: readonly string[];
}
