/** A message as it is displayed to those who read it. */
export interface PostedMessage {
  /** What is displayed of what its author says, without the marks of Markdown and without what stands in `quotations`. */
  readonly text: string;
  /** Block quotes, and the quotations of the bot's own replies, as they are displayed. */
  readonly quotations: readonly string[];
}
