// Checks bodies against Discord's published schemas.
import type { ZodMiniType } from 'zod/mini';
import { quicken } from './quicken.ts';
import type { Problem } from './refusal.ts';

type Issue = Readonly<{
  code?: string;
  path: readonly PropertyKey[];
  message: string;
  errors?: readonly (readonly Issue[])[];
}>;

/**
 * Documented request fields that the published schemas lack, and fields that discord.js sends with every message
 * (`MessagePayload.resolveBody`) and Discord ignores where they do not apply.
 */
const KNOWN_ALL_THE_SAME = new Set(['nsfw', 'tts', 'nonce', 'enforce_nonce', 'sticker_ids']);

/** Everything in which `body` departs from a schema of Discord's, keys that the schema does not know among it. */
export function schemaProblems(schema: ZodMiniType, body: unknown): Problem[] {
  quicken(schema);
  const parsed = schema.safeParse(body);
  if (parsed.success) return unknownKeys(body, parsed.data, []);
  return parsed.error.issues.flatMap((issue) => problemsOf(issue, []));
}

function problemsOf(issue: Issue, above: readonly (string | number)[]): Problem[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  const branches = issue.errors ?? [];
  if (issue.code !== 'invalid_union' || branches.length === 0) {
    return [{ path, code: `SCHEMA_${(issue.code ?? 'invalid').toUpperCase()}`, message: issue.message }];
  }
  // Of the components that could stand here, the one whose `type` fits is the one that was meant.
  const meant = branches.filter((branch) => !branch.some(({ path: [first] }) => first === 'type'));
  const wrongType = branches.flat().find(({ path: [first] }) => first === 'type');
  if (meant.length === 0 && wrongType) return problemsOf(wrongType, path);
  const depth = (branch: readonly Issue[]) => Math.min(...branch.map((inner) => inner.path.length));
  const [nearest = []] = meant.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  return nearest.flatMap((inner) => problemsOf(inner, path));
}

/** Parsing drops keys without a word; what is missing from the parsed value was not known. */
function unknownKeys(body: unknown, parsed: unknown, path: readonly (string | number)[]): Problem[] {
  if (Array.isArray(body)) {
    const items = Array.isArray(parsed) ? parsed : [];
    return body.flatMap((item, index) => unknownKeys(item, items[index], [...path, index]));
  }
  if (!isRecord(body) || !isRecord(parsed)) return [];
  return Object.entries(body).flatMap(([key, value]) => {
    if (key in parsed) return unknownKeys(value, parsed[key], [...path, key]);
    if (KNOWN_ALL_THE_SAME.has(key)) return [];
    return [{ path: [...path, key], code: 'UNKNOWN_KEY', message: `Discord knows no field “${key}” here.` }];
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
