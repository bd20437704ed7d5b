// The parts of a Word file.
import type { Result } from '../../result.ts';
import { archivePath } from '../archive-path.ts';
import { childrenOf, parsedXml, type XmlElement, xmlText } from '../xml.ts';
import type { Zip } from '../zip.ts';

/** A part of a Word file: its XML as it stands there, and read. */
export interface Part {
  readonly xml: string;
  readonly root: XmlElement;
}

/** The parts of a Word file that its text and its properties stand in. */
export interface WordPackage {
  readonly main: Part;
  readonly styles?: Part;
  readonly numbering?: Part;
  readonly footnotes?: Part;
  readonly endnotes?: Part;
  readonly comments?: Part;
  /** Headers and footers. */
  readonly heads: readonly Part[];
  /** Title, language and the like (`docProps/core.xml`). */
  readonly core?: Part;
}

interface Relation {
  /** The last word of its type: `officeDocument`, `styles`. */
  readonly kind: string;
  /** The name of the part in the archive. */
  readonly target: string;
}

/** Where the main part stands, where no relation tells. */
const USUAL_MAIN = 'word/document.xml';

/**
 * Reads the parts of a Word file, found by what they are related as: a main part need not be `word/document.xml`. A main part
 * that cannot be read is a problem, completing "It cannot be read: …"; of the others, one that is damaged counts as lacking
 * unless text stands in it.
 */
export function wordPackageOf(zip: Zip): Result<WordPackage> {
  const ofPackage = relationsOf(zip, '');
  const mainName = targetOf(ofPackage, 'officeDocument') ?? USUAL_MAIN;
  const main = partOf(zip, mainName);
  if (!main) return { problem: 'the part that holds its text is missing; open it in Word and save a copy' };
  if ('problem' in main) return main;
  const relations = relationsOf(zip, mainName);
  const optional = (kind: string, from = relations): Part | undefined => {
    const target = targetOf(from, kind);
    const part = target === undefined ? undefined : partOf(zip, target);
    return part && 'value' in part ? part.value : undefined;
  };
  const notes: Partial<Record<'footnotes' | 'endnotes', Part>> = {};
  for (const kind of ['footnotes', 'endnotes'] as const) {
    const target = targetOf(relations, kind);
    const part = target === undefined ? undefined : partOf(zip, target);
    if (part && 'problem' in part) return part;
    if (part) notes[kind] = part.value;
  }
  const [styles, numbering, comments] = ['styles', 'numbering', 'comments'].map((kind) => optional(kind));
  const core = optional('core-properties', ofPackage);
  const heads = relations
    .filter(({ kind }) => kind === 'header' || kind === 'footer')
    .map(({ target }) => partOf(zip, target))
    .flatMap((part) => (part && 'value' in part ? [part.value] : []));
  return {
    value: {
      main: main.value,
      ...notes,
      heads,
      ...(styles && { styles }),
      ...(numbering && { numbering }),
      ...(comments && { comments }),
      ...(core && { core }),
    },
  };
}

function partOf(zip: Zip, name: string): Result<Part> | undefined {
  const bytes = zip.read(name);
  if (!bytes || 'problem' in bytes) return bytes;
  const xml = xmlText(bytes.value);
  if ('problem' in xml) return xml;
  const root = parsedXml(xml.value);
  return 'problem' in root
    ? { problem: `${root.problem}; open it in Word and save a copy` }
    : { value: { xml: xml.value, root: root.value } };
}

/** What a part is related to; of the package itself where `source` is empty (Open Packaging Conventions, 9.3). */
function relationsOf(zip: Zip, source: string): readonly Relation[] {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const part = partOf(zip, `${folder}_rels/${source.slice(folder.length)}.rels`);
  if (!part || 'problem' in part) return [];
  return childrenOf(part.value.root, 'rel:Relationship')
    .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
    .map(({ attributes }) => ({
      kind: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: archivePath(source, attributes.get('Target') ?? ''),
    }));
}

function targetOf(relations: readonly Relation[], kind: string): string | undefined {
  return relations.find((relation) => relation.kind === kind)?.target;
}
