/** Marks the line that repeats the question, so that it can be found again in the message: the component's `id`. */
export const QUESTION_ID = 1000;
/** The same of what was changed and left out of a source. */
export const REPORT_ID = 1001;
