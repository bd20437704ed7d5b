// Reads the letters of a page.
import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { type Font, fontOf } from './font.ts';
import { type Box, IDENTITY, type Matrix, placed, placedBox, product } from './matrix.ts';
import { isDrawnTwice } from './twice.ts';
import { type Drawn, type PageMarks, quarterTurns, turnedUpright } from './upright.ts';

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[];
}

interface State {
  matrix: Matrix;
  font: LoadedFont | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** As `#rrggbb`; undefined for patterns. */
  fill: string | undefined;
  opacity: number;
}

interface LoadedFont {
  readonly font: Font;
  /** Of its own space, in that of text: a thousandth but in Type 3 fonts. */
  readonly unit: number;
  /** Its em square's side over its nominal size: 1 but in Type 3 fonts. */
  readonly em: number;
  readonly isVertical: boolean;
}

/** A fill or an image, over which text of its own color is not seen. */
interface Ground extends Box {
  /** Undefined where it has no single color. */
  readonly color: string | undefined;
}

/** Below this opacity, nothing is seen. */
const UNSEEN = 0.05;
/** Of two colors' channels, out of 255, that no eye tells apart on paper. */
const SAME_COLOR = 10;
/** Thicker horizontal bars, in points, are grounds, not rules. */
const RULE_THICKNESS = 3;
/** Points: three lines of small print. */
const SHADED_ROW = 40;
/** Shorter bars, in points, are strokes of letters and of fractions. */
const BAR_LENGTH = 8;
/** Shorter rules, in points, are marks within a line, such as those of fractions. */
const RULE_LENGTH = 24;

/** Reads where a page's letters are, what hides some of them, and its rules. */
export async function marksOf(
  page: PDFPageProxy,
  operators: Readonly<Record<string, number>>,
  layers: Layers,
): Promise<PageMarks> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: 0 });
  const nameOf = namesOf(operators);
  const fonts = new Map<string, LoadedFont>();
  const loadedFont = (id: string): LoadedFont => {
    let known = fonts.get(id);
    if (!known) {
      const loaded = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined;
      const unit = Math.abs(loaded?.fontMatrix?.[0] ?? 0.001) || 0.001;
      known = {
        font: fontOf(loaded),
        unit,
        em: loaded?.isType3Font === true ? emOf(unit, loaded.bbox) : 1,
        isVertical: loaded?.vertical === true,
      };
      fonts.set(id, known);
    }
    return known;
  };

  const drawn: Drawn[] = [];
  const grounds: Ground[] = [];
  const rules: Box[] = [];
  const bars: Box[] = [];
  const seen = new Map<string, [number, number][]>();
  let order = 0;
  let state: State = {
    matrix: viewport.transform as unknown as Matrix,
    font: undefined,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    opacity: 1,
  };
  const stack: { state: State; paints: number }[] = [];
  let paints = 0;
  let text: Matrix = IDENTITY;
  let line: Matrix = IDENTITY;
  const marked: { isOff: boolean; isArtifact: boolean }[] = [];

  const whyUnseen = (x: number, y: number, size: number): Drawn['why'] => {
    if (marked.some(({ isOff }) => isOff)) return 'hidden';
    if (x < -size || x > viewport.width || y < 0 || y > viewport.height + size) return 'hidden';
    if (state.mode === 3 || state.mode === 7) return 'invisible';
    if (state.opacity < UNSEEN || size < 0.5) return 'hidden';
    if (state.mode === 0 && state.fill !== undefined) {
      const middle = y - size * 0.3;
      const ground = grounds.findLast(
        ({ x0, y0, x1, y1 }) => x0 <= x && x <= x1 && y0 <= middle && middle <= y1,
      );
      const behind = ground ? ground.color : '#ffffff';
      if (behind !== undefined && isSameColor(behind, state.fill)) return 'hidden';
    }
    return marked.some(({ isArtifact }) => isArtifact) ? 'artifact' : undefined;
  };

  const show = (glyphs: readonly (PdfGlyph | number | null)[]) => {
    paints += 1;
    const { font, size, scale, charSpacing, wordSpacing, rise } = state;
    if (!font) return;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        const shift = (-glyph * size) / 1000;
        text = product(text, font.isVertical ? [1, 0, 0, 1, 0, shift] : [1, 0, 0, 1, shift * scale, 0]);
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const advance = font.isVertical
        ? ((glyph.vmetric?.[0] ?? -1000) * size) / 1000 + spacing * -1
        : (glyph.width * font.unit * size + spacing) * scale;
      const at = product(state.matrix, text);
      const [x, y] = placed(at, 0, rise);
      const [nextX, nextY] = font.isVertical ? placed(at, 0, advance) : placed(at, advance, rise);
      const [upX, upY] = [at[2] * size, at[3] * size];
      const printed = Math.hypot(upX, upY) * font.em;
      text = product(text, font.isVertical ? [1, 0, 0, 1, 0, advance] : [1, 0, 0, 1, advance, 0]);
      if (glyph.unicode === '') continue;
      const isSpace = /^\s*$/u.test(glyph.unicode);
      if (!isSpace) order += 1;
      const direction = font.isVertical
        ? [at[2] * -size, at[3] * -size]
        : [at[0] * size * scale, at[1] * size * scale];
      const turns = quarterTurns(direction[0] ?? 0, direction[1] ?? 0);
      if (!isSpace && isDrawnTwice(seen, glyph.unicode, x, y, printed)) continue;
      const why = isSpace ? undefined : whyUnseen(x, y, printed);
      const width =
        Math.hypot(nextX - x, nextY - y) -
        (font.isVertical ? 0 : Math.abs(spacing * scale * Math.hypot(at[0], at[1])));
      drawn.push({
        text: glyph.unicode,
        isSpace,
        x,
        y,
        width: Math.max(width, 0),
        size: printed,
        font: font.font,
        order,
        turns,
        ...(why !== undefined && { why }),
      });
    }
  };
  const moveLine = (x: number, y: number) => {
    line = product(line, [1, 0, 0, 1, x, y]);
    text = line;
  };

  for (let at = 0; at < list.fnArray.length; at += 1) {
    const name = nameOf.get(list.fnArray[at] ?? -1);
    // biome-ignore lint/suspicious/noExplicitAny: the arguments of each operator have their own shape.
    const given = (list.argsArray[at] ?? []) as any;
    switch (name) {
      case 'save':
        stack.push({ state: { ...state }, paints });
        break;
      case 'restore': {
        const before = stack.pop();
        if (!before) break;
        // Images are passed over by the reader: what is left of one is a unit square that was placed and not painted.
        if (paints === before.paints && state.matrix !== before.state.matrix)
          grounds.push({ ...placedBox(state.matrix, { x0: 0, y0: 0, x1: 1, y1: 1 }), color: undefined });
        state = before.state;
        break;
      }
      case 'transform':
        state.matrix = product(state.matrix, given);
        break;
      case 'paintFormXObjectBegin':
        stack.push({ state: { ...state }, paints });
        if (given[0]) state.matrix = product(state.matrix, given[0]);
        paints += 1;
        break;
      case 'paintFormXObjectEnd':
        state = stack.pop()?.state ?? state;
        paints += 1;
        break;
      case 'beginText':
        text = IDENTITY;
        line = IDENTITY;
        paints += 1;
        break;
      case 'setFont':
        state.font = loadedFont(String(given[0]));
        state.size = Number(given[1]);
        break;
      case 'setCharSpacing':
        state.charSpacing = Number(given[0]);
        break;
      case 'setWordSpacing':
        state.wordSpacing = Number(given[0]);
        break;
      case 'setHScale':
        state.scale = Number(given[0]) / 100;
        break;
      case 'setLeading':
        state.leading = -Number(given[0]);
        break;
      case 'setTextRise':
        state.rise = Number(given[0]);
        break;
      case 'setTextRenderingMode':
        state.mode = Number(given[0]);
        break;
      case 'setLeadingMoveText':
        state.leading = Number(given[1]);
        moveLine(Number(given[0]), Number(given[1]));
        break;
      case 'moveText':
        moveLine(Number(given[0]), Number(given[1]));
        break;
      case 'nextLine':
        moveLine(0, state.leading);
        break;
      case 'setTextMatrix':
        line = [...(typeof given[0] === 'number' ? given : given[0])] as unknown as Matrix;
        text = line;
        break;
      case 'nextLineSetSpacingShowText':
        state.wordSpacing = Number(given[0]);
        state.charSpacing = Number(given[1]);
        moveLine(0, state.leading);
        show(given[2]);
        break;
      case 'nextLineShowText':
        moveLine(0, state.leading);
        show(given[0]);
        break;
      case 'showText':
      case 'showSpacedText':
        show(given[0]);
        break;
      case 'setFillRGBColor':
        state.fill = String(given[0]);
        break;
      case 'setFillTransparent':
      case 'setFillColorN':
        state.fill = undefined;
        break;
      case 'setGState':
        for (const [key, value] of given[0] ?? []) {
          if (key === 'ca') state.opacity = Number(value);
          if (key === 'Font' && Array.isArray(value)) {
            state.font = loadedFont(String(value[0]));
            state.size = Number(value[1]);
          }
        }
        break;
      case 'beginMarkedContent':
        marked.push({ isOff: false, isArtifact: tagOf(given[0]) === 'Artifact' });
        break;
      case 'beginMarkedContentProps':
        marked.push({
          isOff: given[0] === 'OC' && given[1] ? !layers.isVisible(given[1]) : false,
          isArtifact: tagOf(given[0]) === 'Artifact',
        });
        break;
      case 'endMarkedContent':
        marked.pop();
        break;
      case 'constructPath': {
        paints += 1;
        const bounds = given[2];
        if (!bounds || !Number.isFinite(bounds[0])) break;
        const box = placedBox(state.matrix, { x0: bounds[0], y0: bounds[1], x1: bounds[2], y1: bounds[3] });
        const painting = nameOf.get(given[0]) ?? '';
        if (/clip|endPath/i.test(painting)) break;
        if (box.x1 - box.x0 <= RULE_THICKNESS && box.y1 - box.y0 >= BAR_LENGTH) bars.push(box);
        if (box.y1 - box.y0 <= RULE_THICKNESS) {
          if (box.x1 - box.x0 >= RULE_LENGTH) rules.push(box);
        } else if (/fill/i.test(painting)) {
          if (state.opacity > 0.5) grounds.push({ ...box, color: state.fill });
          // Shaded rows of tables part them as rules do; larger grounds lie under whole columns.
          if (box.y1 - box.y0 < SHADED_ROW) rules.push({ ...box, y1: box.y0 }, { ...box, y0: box.y1 });
        } else if (box.x1 - box.x0 >= RULE_LENGTH) {
          rules.push({ ...box, y1: box.y0 }, { ...box, y0: box.y1 });
          bars.push({ ...box, x1: box.x0 }, { ...box, x0: box.x1 });
        }
        break;
      }
      case 'shadingFill':
        paints += 1;
        grounds.push({ x0: 0, y0: 0, x1: viewport.width, y1: viewport.height, color: undefined });
        break;
      default:
        break;
    }
  }
  return turnedUpright(drawn, rules, bars, viewport);
}

/** A Type 3 font is as large as its bounding box says: about 1.2 of its em square, as those of most fonts. */
function emOf(unit: number, bounds: readonly number[] | undefined): number {
  const height = Math.abs((bounds?.[3] ?? 0) - (bounds?.[1] ?? 0));
  return height > 0 ? (height * unit) / 1.2 : unit * 1000;
}

const names = new WeakMap<object, Map<number, string>>();

function namesOf(operators: Readonly<Record<string, number>>): Map<number, string> {
  let found = names.get(operators);
  if (!found) {
    found = new Map(Object.entries(operators).map(([name, number]) => [number, name]));
    names.set(operators, found);
  }
  return found;
}

function tagOf(tag: unknown): string {
  if (typeof tag === 'string') return tag;
  return typeof tag === 'object' && tag !== null && 'name' in tag ? String(tag.name) : '';
}

function isSameColor(one: string, other: string): boolean {
  const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const others = channels(other);
  return channels(one).every((channel, at) => Math.abs(channel - (others[at] ?? 0)) <= SAME_COLOR);
}
