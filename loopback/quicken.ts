// Speeds up checks of unions in Discord's schemas.
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
    };
    run: (payload: { readonly value: unknown }, context: unknown) => unknown;
  };
}

const quickened = new WeakSet<Inner>();

/**
 * Lets every union of components go straight to the one that the `type` of the value names. The published schemas try
 * all of them in turn, and all of theirs inside each: for a reply of ours that takes several times as long.
 */
export function quicken(schema: ZodMiniType): void {
  visit(schema as unknown as Inner);
}

function visit(schema: Inner): void {
  if (quickened.has(schema)) return;
  quickened.add(schema);
  const { options, shape, element, innerType, valueType, getter } = schema._zod.def;
  const inner = [
    ...(options ?? []),
    ...Object.values(shape ?? {}),
    element,
    innerType,
    valueType,
    getter?.(),
  ];
  for (const part of inner) if (part) visit(part);
  if (options) tellApart(schema, options);
}

function tellApart(union: Inner, options: readonly Inner[]): void {
  const byType = new Map<unknown, Inner>();
  for (const option of options) {
    const types = resolved(option)._zod.def.shape?.type?._zod.def.values ?? [];
    if (types.length !== 1 || byType.has(types[0])) return;
    byType.set(types[0], option);
  }
  const tryAll = union._zod.run;
  union._zod.run = (payload, context) => {
    const { value } = payload;
    const named = typeof value === 'object' && value !== null && 'type' in value && byType.get(value.type);
    return named ? named._zod.run(payload, context) : tryAll(payload, context);
  };
}

function resolved(schema: Inner): Inner {
  const { getter } = schema._zod.def;
  return getter ? resolved(getter()) : schema;
}
