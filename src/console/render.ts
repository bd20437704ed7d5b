// Draws a reply for a terminal.
import { type Span, spanOf, without } from '../corpus/passage.ts';
import type { Action } from '../reply/action.ts';
import { withinAllowance } from '../reply/allowance.ts';
import { placeOf, sayPlace } from '../reply/attribution.ts';
import { openAtButton } from '../reply/buttons.ts';
import { allOf, type Claim, type Shown, tell } from '../reply/claim.ts';
import { marksOf, tellEvidence } from '../reply/evidence.ts';
import { hiddenMarksIn } from '../reply/quotation.ts';
import type { Block, Button, Quotation, Reply } from '../reply/reply.ts';
import type { Words } from '../reply/words.ts';
import { type Choice, choicesOf } from './choices.ts';
import type { Style } from './style.ts';
import { widthOf } from './width.ts';
import { wrap } from './wrap.ts';

export interface Screen {
  readonly style: Style;
  /** Columns; `Infinity` where lines need not end. */
  readonly width: number;
  readonly words: Words;
  /** Whether the question stands right above, as the reader typed it. */
  readonly showsInput: boolean;
}

export interface Rendered {
  readonly text: string;
  /** What the numbers under the reply do; number 1 is the first. Empty where nobody can type a number. */
  readonly actions: readonly Action[];
}

const INDENT = '  ';

/** A reply as lines of a terminal, each ended by a line feed; with numbers to press where it is `pressable`. */
export function render(whole: Reply, screen: Screen, pressable: boolean): Rendered {
  const reply = withinAllowance(whole, screen.words);
  const { style } = screen;
  const shown = allOf(reply.blocks);
  const heading = tell(reply.heading, shown, screen.words) || screen.words.place.here;
  const lines = flow(heading, screen).map((line) => style.heading(reply.tone, line));
  const blocks = reply.blocks.filter(
    (block) =>
      block.kind !== 'note' || (!(screen.showsInput && block.question) && !(block.ofStress && !style.isSeen)),
  );
  blocks.forEach((block, index) => {
    const told = linesOf(block, shown, screen);
    if (told.length > 0 && hasSpaceBefore(block, blocks.slice(0, index))) lines.push('');
    lines.push(...told);
  });
  if (reply.footer) lines.push('', ...flow(tell(reply.footer, shown, screen.words), screen).map(style.dim));
  for (const { label, url } of [...linksOf(blocks, screen), ...reply.buttons]) {
    if (url) lines.push(`${label} ${url}`);
  }
  if (!pressable) return { text: `${lines.join('\n')}\n`, actions: [] };
  const { buttons, menus } = choicesOf(reply, screen.words);
  if (buttons.length > 0) lines.push('', ...inRows(buttons, screen));
  let next = buttons.length + 1;
  for (const { placeholder, options } of menus) {
    lines.push('', style.dim(placeholder), ...inColumn(options, next, screen));
    next += options.length;
  }
  return {
    text: `${lines.join('\n')}\n`,
    actions: [...buttons, ...menus.flatMap(({ options }) => options)].map(({ action }) => action),
  };
}

/** Links to the quotations that have a letter, each on its page. */
function linksOf(blocks: readonly Block[], { words }: Screen): Button[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'quotation') return [];
    const { passage, letter } = block.quotation;
    return openAtButton(passage.article, spanOf(passage), letter, words) ?? [];
  });
}

/** Text of the interface, wrapped. */
export function flow(text: string, { width }: Pick<Screen, 'width'>, indent = ''): string[] {
  return wrap(text, width - indent.length).map(({ start, end }) => indent + text.slice(start, end));
}

/** What belongs together stands together: small print follows what it is about, a quotation its heading. */
function hasSpaceBefore(block: Block, before: readonly Block[]): boolean {
  const last = before.at(-1)?.kind;
  switch (block.kind) {
    case 'note':
      return false;
    case 'evidence':
      return block.part === 'legend';
    case 'text':
      return before.some((block) => block.kind === 'quotation' || block.kind === 'entry');
    case 'quotation':
      return last !== 'heading';
    default:
      return true;
  }
}

function linesOf(block: Block, shown: Shown, screen: Screen): string[] {
  const { style, words } = screen;
  const lines = (text: string | Claim, indent = '') => {
    const told = tell(text, shown, words);
    return told === '' ? [] : flow(told, screen, indent);
  };
  switch (block.kind) {
    case 'text':
      return lines(block.text);
    case 'note':
      return lines(block.text).map(style.dim);
    case 'heading':
      return flow(block.text, screen).map(style.bold);
    case 'quotation':
      return block.quotation.form === 'exact'
        ? exactLines(block.quotation, screen)
        : quotationLines(block.quotation, screen);
    case 'evidence':
      return evidenceLines(block, screen);
    case 'gap':
      return [`${INDENT}[…]`];
    case 'divider':
      return [style.dim('─'.repeat(Math.min(screen.width, 40)))];
    case 'report':
      return 'lines' in block ? block.lines.flatMap((line) => lines(line)).map(style.dim) : [];
    case 'entry':
      return [
        ...flow(block.name, screen).map(style.bold),
        ...block.lines.flatMap((line) => lines(line, INDENT)),
      ];
  }
}

function evidenceLines(
  { part, evidence, reason }: Extract<Block, { kind: 'evidence' }>,
  screen: Screen,
): string[] {
  const { style, words } = screen;
  const { line, sentence, statement } = tellEvidence(evidence, reason, words);
  if (part !== 'legend') {
    const text = part === 'line' ? line : sentence;
    return text ? flow(text, screen) : [];
  }
  if (line === '') return [];
  const marks = marksOf(statement);
  const seen = style.isSeen ? marks : { ...marks, bold: false, underlined: undefined };
  return flow(words.ask.legend(seen, statement.passages), screen).map(style.dim);
}

function quotationLines(quotation: Quotation, screen: Screen): string[] {
  const { style, width } = screen;
  const { passage, matches, answers } = quotation;
  const span = spanOf(passage);
  const hidden = hiddenMarksIn(quotation, span);
  const words = without(passage.article.text, span, hidden, matches);
  const shown = `“${words.text}”`;
  const within = (spans: readonly Span[], stress: Style['bold']) =>
    spans.map(({ start, end }) => ({ start: start + 1, end: end + 1, stress }));
  const stresses = [
    ...within(words.stressed, style.bold),
    ...within(without(passage.article.text, span, hidden, answers).stressed, style.underline),
  ].sort((a, b) => a.start - b.start);
  return [
    ...wrap(shown, width - INDENT.length).map((line) => INDENT + stressed(shown, line, stresses)),
    ...flow(attributionOf(quotation, screen), { width }, INDENT).map(style.dim),
  ];
}

/** Characters to be copied: not indented, not wrapped, nothing added. */
function exactLines(quotation: Quotation, screen: Screen): string[] {
  const { passage } = quotation;
  const span = spanOf(passage);
  const { text } = without(passage.article.text, span, hiddenMarksIn(quotation, span));
  return [...flow(attributionOf(quotation, screen), screen).map(screen.style.dim), text];
}

/** Its letter, and where it stands. */
function attributionOf({ passage, letter, placing }: Quotation, { words }: Screen): string {
  const place = sayPlace(placeOf(passage, spanOf(passage), placing), words);
  return letter ? `${letter} · ${place}` : place;
}

type Stressed = Span & { readonly stress: Style['bold'] };

function stressed(text: string, line: Span, stresses: readonly Stressed[]): string {
  let shown = '';
  let at = line.start;
  for (const { stress, ...match } of stresses) {
    const start = Math.max(match.start, line.start);
    const end = Math.min(match.end, line.end);
    if (end <= start) continue;
    shown += text.slice(at, start) + stress(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at, line.end);
}

/** Numbered buttons side by side, as many as fit. */
function inRows(choices: readonly Choice[], { style, width, words }: Screen): string[] {
  const rows: { text: string; width: number }[] = [
    { text: style.dim(words.console.press), width: widthOf(words.console.press) },
  ];
  choices.forEach(({ label }, index) => {
    const number = String(index + 1);
    const columns = widthOf(`${number} ${label}`) + 3;
    const row = rows.at(-1);
    const text = `${style.bold(number)} ${label}`;
    if (row && row.width + columns <= width) {
      rows[rows.length - 1] = { text: `${row.text}   ${text}`, width: row.width + columns };
    } else rows.push({ text: `   ${text}`, width: columns });
  });
  return rows.map(({ text }) => text);
}

/** Numbered options of a menu, one below the other. */
function inColumn(choices: readonly Choice[], first: number, screen: Screen): string[] {
  const digits = String(first + choices.length - 1).length;
  return choices.flatMap(({ label: name, description }, index) => {
    const label = description ? `${name} ${description}` : name;
    const number = String(first + index);
    const [line = '', ...more] = flow(label, { width: screen.width - INDENT.length - digits - 1 });
    const indent = ' '.repeat(INDENT.length + digits + 1);
    return [
      `${INDENT}${' '.repeat(digits - number.length)}${screen.style.bold(number)} ${line}`,
      ...more.map((rest) => indent + rest),
    ];
  });
}
