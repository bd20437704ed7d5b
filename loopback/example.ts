// Makes random values that Discord's schemas allow.
import type { ZodMiniType } from 'zod/mini';

/** What zod keeps of a schema: the parts that are read here. */
interface Inner {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly options?: readonly Inner[];
      readonly shape?: Readonly<Record<string, Inner>>;
      readonly element?: Inner;
      readonly innerType?: Inner;
      readonly valueType?: Inner;
      readonly getter?: () => Inner;
      readonly values?: readonly unknown[];
      readonly entries?: Readonly<Record<string, unknown>>;
      readonly checks?: readonly { readonly _zod: { readonly def: { readonly format?: string } } }[];
    };
  };
}

/** A number from 0 to below 1. */
export type Random = () => number;

/** How deep values are nested before lists stay empty and optional fields are left out. */
const DEEPEST = 9;

/** A value that a schema of Discord's allows, chosen by `random`: other fields, other kinds of components each time. */
export function exampleOf(schema: ZodMiniType, random: Random): unknown {
  return make(schema as unknown as Inner, random, 0);
}

function make(schema: Inner, random: Random, depth: number): unknown {
  const { type, ...def } = schema._zod.def;
  const isDeep = depth >= DEEPEST;
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const inside = (inner: Inner | undefined) => (inner ? make(inner, random, depth + 1) : null);
  switch (type) {
    case 'object': {
      const entries = Object.entries(def.shape ?? {}).map(([key, inner]) => [key, inside(inner)]);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    }
    case 'array':
      return isDeep ? [] : Array.from({ length: Math.floor(random() * 3) }, () => inside(def.element));
    case 'record':
      return isDeep ? {} : { '123456789012345678': inside(def.valueType) };
    case 'union':
      return make(oneOf(def.options ?? []), random, depth + 1);
    case 'optional':
      return isDeep || random() < 0.6 ? undefined : inside(def.innerType);
    case 'nullable':
      return isDeep || random() < 0.3 ? null : inside(def.innerType);
    case 'lazy':
      return def.getter ? make(def.getter(), random, depth) : null;
    case 'literal':
      return oneOf(def.values ?? [null]);
    case 'enum':
      return oneOf(Object.values(def.entries ?? {}));
    case 'string':
      return textFor(def.checks?.[0]?._zod.def.format, random);
    case 'int':
    case 'number':
      return Math.floor(random() * 1000);
    case 'boolean':
      return random() < 0.5;
    case 'pipe':
    case 'default':
    case 'readonly':
      return inside(def.innerType);
    default:
      return null;
  }
}

function textFor(format: string | undefined, random: Random): string {
  if (format === 'datetime') return '2025-11-16T09:05:00.000Z';
  if (format === 'url') return 'https://example.org/storm';
  return random() < 0.5 ? 'Qwen panic' : String(10 ** 17 + Math.floor(random() * 10 ** 15));
}
