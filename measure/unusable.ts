/** Input that cannot be used; the message says what is wrong and where, and is all that the user is shown. */
export class Unusable extends Error {}
