import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decoded, decodedAs } from '../../src/intake/encoding.ts';

const ENGLISH =
  'The harbor master said “no ship leaves tonight” — and nobody did. The café stayed open until four o’clock, naïve as ever.\n';
const TEXTS: Readonly<Record<string, string>> = {
  German:
    'Über den Dächern lag Nebel, während die Möwen schliefen. Größere Schiffe mußten draußen warten, bis die Flut kam.\n',
  French:
    'L’été dernier, le phare fut repeint à neuf ; les pêcheurs étaient ravis. Où était passé le gardien ? Nul ne le sut, hélas, même après des années.\n',
  Polish:
    'Wczoraj wieczorem statki stały w porcie, bo wiał silny wiatr. Rybacy mówili, że następny dzień będzie spokojniejszy, a łodzie wypłyną o świcie.\n',
  Russian:
    'Вечером корабли стояли в порту, потому что дул сильный ветер. Рыбаки говорили, что утром станет тише.\n',
  Greek:
    'Το βράδυ τα πλοία έμειναν στο λιμάνι, γιατί φυσούσε δυνατός άνεμος. Οι ψαράδες περίμεναν την αυγή.\n',
  Japanese:
    '昨日の夜、港には強い風が吹いていた。船は一隻も出なかった。漁師たちは、明日の朝には静かになるだろうと話していた。\r',
  Chinese: '昨天晚上，港口刮起了大风，没有一艘船离开。渔民们说，明天早上就会平静下来。灯塔一直亮到天明。\r\n',
  Taiwanese:
    '昨天晚上，港口颳起了大風，沒有一艘船離開。漁民們說，明天早上就會平靜下來。燈塔一直亮到天明。\r\n',
  Korean:
    '어제 저녁 항구에는 강한 바람이 불어 배가 한 척도 나가지 않았다. 어부들은 내일 아침이면 잠잠해질 것이라고 말했다.\n',
};

function readAs(text: string, encoding: string, stated?: string) {
  return decodedAs(iconv.encode(text, encoding), stated);
}

describe('Encodings', () => {
  it.each([
    ['German', 'windows-1252'],
    ['French', 'windows-1252'],
    ['French', 'macintosh'],
    ['Polish', 'windows-1250'],
    ['Polish', 'ISO-8859-2'],
    ['Russian', 'windows-1251'],
    ['Russian', 'KOI8-R'],
    ['Russian', 'ISO-8859-5'],
    ['Russian', 'CP866'],
    ['Greek', 'windows-1253'],
    ['Japanese', 'Shift_JIS'],
    ['Japanese', 'EUC-JP'],
    ['Chinese', 'GB18030'],
    ['Taiwanese', 'Big5'],
    ['Korean', 'EUC-KR'],
  ])('are found by what the bytes say: %s in %s', (language, encoding) => {
    const text = (TEXTS[language] ?? '').repeat(4);
    expect(readAs(text, encoding)).toEqual({ value: { text, encoding: expect.any(String) } });
  });

  it('are told by the name that they are commonly called by', () => {
    expect(readAs((TEXTS.Japanese ?? '').repeat(3), 'Shift_JIS')).toMatchObject({
      value: { encoding: 'Shift_JIS' },
    });
    expect(readAs(ENGLISH, 'utf8')).toMatchObject({ value: { encoding: 'UTF-8' } });
  });

  it('keep typographic quotation marks of Windows', () => {
    expect(decoded(iconv.encode(ENGLISH, 'windows-1252'))).toEqual({ value: ENGLISH });
    expect(decoded(iconv.encode(ENGLISH, 'windows-1252'), 'iso-8859-1')).toEqual({ value: ENGLISH });
  });

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'show by zero bytes or a mark in %s',
    (encoding) => {
      const text = ENGLISH.replaceAll('\n', '\r\n');
      expect(decoded(iconv.encode(text, encoding))).toEqual({ value: text });
      expect(decoded(iconv.encode(text, encoding, { addBOM: true }))).toEqual({ value: text });
      const chinese = (TEXTS.Chinese ?? '').repeat(3);
      expect(decoded(iconv.encode(chinese, encoding))).toEqual({ value: chinese });
    },
  );

  it('leave a byte order mark of UTF-8 out of the text', () => {
    expect(decoded(Buffer.from(`\ufeff${ENGLISH}`))).toEqual({ value: ENGLISH });
  });

  it('are believed as stated where the bytes are that, and not where they are not', () => {
    const short = 'Prix : 3 £ à Besançon';
    expect(readAs(short, 'ISO-8859-15', 'iso-8859-15')).toEqual({
      value: { text: short, encoding: 'iso-8859-15' },
    });
    const text = (TEXTS.Chinese ?? '').repeat(3);
    expect(decoded(iconv.encode(text, 'gbk'), 'utf-8')).toEqual({ value: text });
    expect(decoded(iconv.encode(text, 'gbk'), 'shift_jis')).toEqual({ value: text });
    expect(decoded(iconv.encode(text, 'gbk'), 'no-such-encoding')).toEqual({ value: text });
  });

  it('of mail in Japanese show by its escapes', () => {
    const bytes = Buffer.from('\x1b$B9A$NIw\x1b(B wind\n', 'latin1');
    expect(decoded(bytes)).toEqual({ value: '港の風 wind\n' });
  });

  it('are UTF-8 where but a byte is not, which becomes a character to leave out', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${ENGLISH.repeat(6)}A broken `),
      Buffer.from([0xe9]),
      Buffer.from(' here.\n'),
    ]);
    expect(decoded(bytes)).toEqual({ value: `${ENGLISH.repeat(6)}A broken \ufffd here.\n` });
  });

  it('refuse EBCDIC, which windows-1252 would read without a complaint', () => {
    // Code page 037: a = 0x81 …, a space = 0x40, a full stop = 0x4b.
    const rows = ['abcdefghi', 'jklmnopqr', ' stuvwxyz'];
    const letter = (sign: string) => {
      const row = rows.findIndex((letters) => sign !== ' ' && letters.includes(sign));
      return row < 0 ? (sign === ' ' ? 0x40 : 0x4b) : 0x81 + row * 0x10 + (rows[row]?.indexOf(sign) ?? 0);
    };
    const text = 'no ship left the harbor tonight. the wind was far too strong for that. nobody complained.';
    const told = decodedAs(Uint8Array.from([...text].map(letter)));
    expect(told).toEqual({ problem: 'This text is in EBCDIC, which is not read. Save it as UTF-8.' });
  });

  it('refuse an image and a program', () => {
    const png = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      Buffer.from('IHDR'),
      Buffer.from(Array.from({ length: 400 }, (_, at) => (at * at * 31 + at * 7) % 256)),
    ]);
    const elf = Buffer.concat([
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]),
      Buffer.alloc(300),
      Buffer.from('main\0exit\0'),
    ]);
    for (const bytes of [png, elf]) {
      expect(decodedAs(bytes)).toEqual({
        problem: expect.stringMatching(/^This is no text: .*Save its text as UTF-8\.$/),
      });
    }
  });

  it('read an empty text', () => {
    expect(decoded(new Uint8Array())).toEqual({ value: '' });
  });
});
