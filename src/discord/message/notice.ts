// A heading and a sentence.
import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';

/** A heading and a sentence of the bot's own, as Markdown: a time or a mention of a command may stand in it. */
export function notice(heading: string, markdown: string, accent = 0xd83c3e): APIMessageTopLevelComponent[] {
  return [
    {
      type: ComponentType.Container,
      accent_color: accent,
      components: [
        { type: ComponentType.TextDisplay, content: `### ${heading}` },
        { type: ComponentType.TextDisplay, content: markdown },
      ],
    },
  ];
}
