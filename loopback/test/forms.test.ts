import { describe, expect, it } from 'vitest';
import { refuseCallback, refuseFiles } from '../check.ts';
import { partsOf } from '../multipart.ts';

const input = (id: string, more: object = {}) => ({
  type: 18,
  label: 'A label',
  component: { type: 4, custom_id: id, style: 1, ...more },
});
const form = (...components: object[]) => ({
  type: 9,
  data: { custom_id: 'form', title: 'A form', components },
});
const codesOf = (body: object) => refuseCallback(body)?.problems.map(({ code }) => code);

describe('A form', () => {
  it('is taken with one to five fields in labels', () => {
    expect(refuseCallback(form(input('a'), input('b')))).toBeUndefined();
    expect(codesOf(form(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => input(id))))).toEqual([
      'BASE_TYPE_BAD_LENGTH',
    ]);
  });

  it('is refused where two fields have one id, or a field has a label of its own', () => {
    expect(codesOf(form(input('a'), input('a')))).toEqual(['COMPONENT_CUSTOM_ID_DUPLICATED']);
    expect(codesOf(form(input('a', { label: 'twice' })))).toEqual(['COMPONENT_LABEL_FORBIDDEN']);
  });

  it('is refused where what stands there at first could not have been typed', () => {
    expect(codesOf(form(input('a', { value: 'too long', max_length: 3 })))).toEqual(['BASE_TYPE_BAD_LENGTH']);
  });

  it('is refused where more could be chosen than there is', () => {
    const select = { type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }], max_values: 2 };
    expect(codesOf(form({ type: 18, label: 'A label', component: select }))).toEqual([
      'SELECT_COMPONENT_BAD_COUNT',
    ]);
  });
});

describe('Files', () => {
  const boundary = 'x-1';
  const body = Buffer.from(
    [
      `--${boundary}`,
      'content-disposition: form-data; name="payload_json"',
      '',
      '{"a":1}',
      `--${boundary}`,
      'content-disposition: form-data; name="files[0]"; filename="a.md"',
      '',
      'one\r\ntwo',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );

  it('come in parts beside the JSON', () => {
    const { text, files } = partsOf(body, `multipart/form-data; boundary=${boundary}`);
    expect(JSON.parse(text)).toEqual({ a: 1 });
    expect(files.map(({ filename, content }) => [filename, Buffer.from(content).toString()])).toEqual([
      ['a.md', 'one\r\ntwo'],
    ]);
  });

  it('are refused where the message neither tells of them nor shows them', () => {
    const files = [{ filename: 'a.md', content: Buffer.from('one') }];
    expect(refuseFiles({}, files)?.problems).toHaveLength(2);
    const shown = {
      attachments: [{ id: '0', filename: 'a.md' }],
      components: [{ type: 13, file: { url: 'attachment://a.md' } }],
    };
    expect(refuseFiles(shown, files)).toBeUndefined();
  });
});
