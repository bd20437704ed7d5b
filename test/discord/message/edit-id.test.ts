import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editIdOf, isEditId, readEditId } from '../../../src/discord/message/edit-id.ts';
import { LIMITS } from '../../../src/limits.ts';
import { EDITS, type Edit, type EditVerb } from '../../../src/reply/edit.ts';
import { LOCALES } from '../../../src/reply/locale.ts';

const verbs = Object.keys(EDITS) as EditVerb[];
const fromOf = (verb: EditVerb) => ('isForm' in EDITS[verb] ? 'form' : 'press');
const edit: fc.Arbitrary<Edit> = fc
  .tuple(fc.constantFrom(...verbs), fc.stringMatching(/^[a-z0-9]{0,20}$/), fc.nat({ max: 1_000_000 }))
  .map(([verb, of, at]) => ({ verb, ...(of !== '' && { of }), ...(at > 0 && { at }) }));

describe('The id of what a moderator presses', () => {
  it('says again what it was made of, within what Discord takes', () => {
    fc.assert(
      fc.property(edit, fc.constantFrom(...LOCALES), (made, locale) => {
        const id = editIdOf(made, locale);
        expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
        expect(isEditId(id)).toBe(true);
        expect(readEditId(id, fromOf(made.verb))).toEqual({ edit: made, locale });
      }),
    );
  });

  it('does what a form does only where a form was filled in, and the other way round', () => {
    fc.assert(
      fc.property(edit, (made) => {
        const other = fromOf(made.verb) === 'form' ? 'press' : 'form';
        expect(readEditId(editIdOf(made, 'en-US'), other)).toBeUndefined();
      }),
    );
  });

  it('is read as untrusted: whatever is damaged says nothing', () => {
    for (const id of [
      '',
      'e1',
      'e1:publish:en-US:a',
      'e2:publish:en-US:a:',
      'e1:publish:fr:a:',
      'e1:toString:en-US:a:',
      'e1:publish:en-US:A:',
      'e1:publish:en-US:a\n:',
      `e1:publish:en-US:${'a'.repeat(21)}:`,
      'e1:publish:en-US:a:-1',
      '1:ask:en-US',
    ]) {
      expect(readEditId(id, 'press')).toBeUndefined();
      expect(readEditId(id, 'form')).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (id) => readEditId(id, 'press') === undefined || isEditId(id)));
  });
});
