/** Marks the line that repeats the question, so that it can be found again in the message: the component's `id`. */
export const QUESTION_ID = 1000;
