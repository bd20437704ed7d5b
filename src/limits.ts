/**
 * What Discord takes at the most, in UTF-16 units and counts
 * (https://docs.discord.com/developers/interactions/application-commands and …/components/reference). The rooms of
 * search know of none: what they need is passed to them.
 */
export const LIMITS = {
  /** What is offered while somebody types, and the options of a menu: how many, and how long a name or a value. */
  choices: { most: 25, longest: 100 },
  /** Labels of buttons, the words in an unopened menu, the address of a link, and buttons in a row. */
  button: 80,
  placeholder: 150,
  url: 512,
  row: 5,
  customId: 100,
  /**
   * A form: how many fields, and how long its title and the labels, descriptions and texts of its fields
   * (https://docs.discord.com/developers/components/using-modal-components).
   */
  form: { fields: 5, title: 45, label: 45, description: 100, text: 4000 },
  /** Files of a message, and the bytes of each where nobody pays for more (https://docs.discord.com/developers/reference#uploading-files). */
  files: { most: 10, bytes: 10 * 1024 * 1024 },
  /**
   * Components, characters (discord.js guide, "Display Components") and bytes of a message: Discord answers HTTP 500 when
   * the bytes of all text displays plus 12 for each exceed these (discord-api-docs#8554).
   */
  message: { components: 40, characters: 4000, bytes: 10_170 },
} as const;
