import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';

/** Splits what is joined here by `|` back into the same pieces. */
function splitsAsMarked(marked: string, lang = 'en'): void {
  const pieces = marked.split('|');
  const text = pieces.join('');
  const split = splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));
  expect(split).toEqual(pieces.map((piece) => piece.trim()));
}

describe('in English', () => {
  test.each([
    ['The threat to U.S. security is clear, a leaked White House memorandum says. |Alibaba has denied it.'],
    ['He moved to the U.S. |It was the spring of 1990.'],
    ['Much of the U.S. South was rural, and the U.S. Secretary of Defense said so.'],
    ['The J.P. Morgan Chase Bank and the U.N. Security Council met in Washington, D.C. |They agreed.'],
    ['It closed at 5 p.m. |He left at 6 p.m. Eastern Time.'],
  ])('does not take the full stops of U.S. for ends: %s', (marked) => splitsAsMarked(marked));

  test.each([
    ['Mr. Huang spoke first, then Mrs. Li and Dr. Constantine. |Prof. Gray and Gen. Lee did not.'],
    ['The river was called St. Johns near St. Augustine. |The St. Lawrence was not.'],
    [
      'It holds that in Brown v. Board of Education (1954). |Others, e.g. Qwen, i.e. Alibaba vs. OpenAI, do not.',
    ],
    ['A paper by Jones et al. 1998 disagrees. |See Fig. 3, p. 5 and No. 5 of vol. 2.'],
    ['Was it No. 5? |I say no. |The answer stands.'],
    ['On Nov. 13 it was reported. |The Inc. Magazine list was led by Alibaba Inc. |It was no surprise.'],
  ])('does not split after abbreviations: %s', (marked) => splitsAsMarked(marked));

  test.each([
    ['J. K. Rowling, J.R.R. Tolkien and George W. Bush met. |Michael E. Mann did not.'],
    ['It is rich in vitamin C. |The juice is sour.'],
    ['That was after World War I. |In 1920 it ended.'],
    ['Newcomen was before Watt’s. |Watt’s engine was better than Newcomen’s. |Nobody objects.'],
    ['Let there be primes between 2 and n. |Then there are more.'],
  ])('knows initials from single letters: %s', (marked) => splitsAsMarked(marked));

  test.each([
    ['A model for under $50. |Growth was 3.5 percent, up from 2.25. |The end.'],
    ['It ended in 1990. |24 people came. |“3 left,” he said.'],
    ['It costs $1,000.50 a month. |That is 12.5% more.'],
  ])('keeps decimals together, and splits before a number: %s', (marked) => splitsAsMarked(marked));

  test.each([
    ['He waited... and left. |He waited... |Then he left.'],
    ['He waited … and left … |Then he came back…'],
    ['He waited . . . and left. |Then . . . nothing.'],
  ])('splits after an ellipsis only before a capital: %s', (marked) => splitsAsMarked(marked));

  test.each([
    ['He called it “better and cheaper.” |She did not. |"I do," he said.'],
    ['“Stop!” he cried. |"Who is it?" asked Tom.'],
    ['Yahoo! is a company. |Really?! |Yes!'],
    ['He said (in the U.S. they agree. Or do they?) what he thought. |(She had left.) |Then it ended.'],
  ])('keeps quotation marks and parentheses with their sentence: %s', (marked) => splitsAsMarked(marked));

  test.each([
    ['They undermine recent U.S.-China trade negotiations [1]. |Alibaba has denied it [2].'],
    ['It was leaked.[1] |Alibaba denied it.[2][3] |Then it ended.'],
    ['It was leaked. [1] |Alibaba denied it.[a][note 2] |Then it ended.'],
    ['It was leaked.[4, 5]|Alibaba denied it.[citation needed] |“Never,” it said.[1]'],
    ['He “went.”[1] |[The king] stayed. |She said [a] word.'],
    ['The list is long (see [1]). |It has [12] entries.'],
  ])('keeps note marks with the sentence they stand in: %s', (marked) => splitsAsMarked(marked));

  test('joins a sentence over a line break, whichever it is', () => {
    splitsAsMarked('The text was\nwrapped by Mr.\r\nHuang at column 20. |It goes\r\non.');
  });

  test('splits where the space was forgotten, but no addresses', () => {
    splitsAsMarked(
      'They share these stories.|Political geographers do. |See www.example.com or Node.js today.',
    );
  });

  test('leaves a text without full stops whole', () => {
    splitsAsMarked('a headline without any full stop');
    splitsAsMarked('UPPER CASE WITHOUT END');
    expect(splitSentences('', 'en')).toEqual([]);
    expect(splitSentences(' \n ', 'en')).toEqual([]);
  });
});

describe('in other languages', () => {
  test.each([
    [
      'zh',
      '他说：“好。”|然后走了。|「真的？！」|他问（不信。）了很久。|是[1]。|不是。[2]|《你好！》是一首歌。',
    ],
    ['zh', '阿里巴巴否认了指控。|“千问”表现出色！|$50就够了吗？|够了……'],
    ['ja', '彼は「行く。」と言った。|本当ですか？|はい！'],
    [
      'de',
      'Er kam am 5. Mai, z. B. mit Dr. Müller, ca. 40 Jahre alt. |Das war im 19. Jahrhundert n. Chr. |Der 2. Weltkrieg folgte.',
    ],
    ['de', 'Ludwig XIV. regierte lange. |„Ich bin da.“ |Er ging.'],
    ['es', 'El Sr. García vive en EE. UU. |Es médico. |¿De verdad? |¡Sí! |Cuesta p. ej. 5 euros.'],
    ['fr', 'M. Dupont est venu. |Il est parti « hier. » |C’est tout.'],
    [
      'ru',
      'В 1990 г. Германия объединилась. |Это было в 1990 г. |Он родился в XX в. и умер, т. е. жил, при А. С. Пушкине. |Да.',
    ],
    [
      'tr',
      'II. Dünya Savaşı 19. yüzyılda değildi. |Prof. Dr. Yılmaz, Kraliçe II. Elizabeth ile görüştü. |Bu doğru.',
    ],
    ['ro', 'Dl. Popescu locuiește pe str. Lungă nr. 5. |El are 30 de ani.'],
    ['vi', 'Ông ấy sống ở TP. Hồ Chí Minh. |GS. Nguyễn đến sau.'],
    ['el', 'Τι είναι αυτό; |Είναι ο κ. Παπαδόπουλος, π.χ. στην Αθήνα το 300 π.Χ. |Η πόλη είναι μεγάλη.'],
    ['hi', 'यह एक किताब है। |क्या आप डॉ. राम को जानते हैं? |एम. के. गांधी आए। |हाँ!'],
    ['ar', 'هل هذا صحيح؟ |نعم. |ولد د. أحمد في القاهرة، ثم سافر. |انتهى.'],
    ['ko', '그는 갔다. |정말? |네!'],
  ])('%s: %s', (lang, marked) => splitsAsMarked(marked, lang));

  test('ends a Thai sentence at two spaces, not at the full stop of an abbreviation', () => {
    splitsAsMarked('เขาเกิดในปี พ.ศ. 2500  |เขาเป็นนักร้อง', 'th');
  });

  test('parts a long Thai paragraph at phrases, not within numbers', () => {
    const sentence = 'ในปี 2004 บริษัทได้ออกแบบระบบวิทยุ 25 ระบบ สำหรับรถไฟใต้ดินในเมืองนิวคาสเซิล ';
    const text = sentence.repeat(12).trim();
    const split = splitSentences(text, 'th').map(({ start, end }) => text.slice(start, end));
    expect(split.length).toBeGreaterThan(3);
    for (const piece of split) {
      expect(piece.length).toBeLessThanOrEqual(240);
      expect(piece).toMatch(/^ในปี 2004/);
    }
  });
});

describe('a text without full stops that is too long to quote', () => {
  test('is cut at its clauses', () => {
    const clause = 'the company said that it would open a further office in the city, ';
    const text = clause.repeat(40).trim();
    const split = splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end));
    expect(split.length).toBe(3);
    for (const piece of split) expect(piece).toMatch(/^the company .* in the city,$/);
  });

  test('is cut between characters where it has no spaces, never within one', () => {
    const text = '👩🏽‍🚀'.repeat(400);
    const split = splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end));
    expect(split.join('')).toBe(text);
    for (const piece of split) expect(piece).toMatch(/^(?:👩🏽‍🚀)+$/u);
  });
});

test('splits a megabyte without line breaks as it splits its sentences', () => {
  const sentence = 'Mr. Huang said in the U.S. that it is “better.”[1] ';
  const split = splitSentences(sentence.repeat(20_000), 'en');
  expect(split).toHaveLength(20_000);
  expect(new Set(split.map(({ start, end }) => end - start))).toEqual(new Set([sentence.length - 1]));
});

test('splits at once what is signed below a line of signs', () => {
  for (const sign of ['_', '*', '~', '`', ']', ')', '"', '*_']) {
    const text = `I would be glad to help.${sign.repeat(300)}My new page has more.`;
    const from = performance.now();
    expect(splitSentences(text, 'en').at(-1)?.end).toBe(text.length);
    expect(performance.now() - from).toBeLessThan(1000);
  }
});

describe('An end', () => {
  test.each([
    ['en', 'The report was wrong. |*It has been corrected.* |Readers noticed it first.'],
    ['de', '**Die Brücke ist gesperrt.** |Autos fahren über Neustadt.'],
  ])('takes the emphasis along that closes behind it (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([
    ['zh', '**停止。**|然后走。|停。|**然后**走。'],
    ['en', '**Closed.**[1] |Cars wait. |**Open.**[2]'],
    ['en', '[Read the rules.](https://club.example/rules) |They hold. |[Is it open?](x) |Yes.'],
    ['en', '<b>Closed.</b> |Cars wait. |<i>Open!</i> |They go.'],
    ['en', 'Read the [list of A. B.](x). |See [Is it open?](x) and [Why?](y) now. |Then go.'],
    ['en', 'Is 2 < 3? |B is.'],
  ])('takes along what closes a link, an element or emphasis (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([
    ['en', 'Call `rooms.list. Open` first. |It ends with `x.` |Then go. |A lone ` is a mark. |It stays.'],
    ['en', 'Yahoo! Japan paid. |The show Jeopardy! Masters returns. |He met Anna, of course! |Bob left.'],
    ['en', 'Wow! |Masters won. |They love Paris! |They stay.'],
    ['de', 'Das war die Brücke! |Autos fuhren.'],
    [
      'en',
      'It stops at platform C. |Passengers leave. |It has plan B. |Nobody knows. |Painter C. Hale left.',
    ],
    ['de', 'Er hält an Gleis C. |Reisende steigen aus. |Das sagte Minister C. Hale.'],
    ['de', 'Der Bus hält an Haltestelle 12. |Fahrgäste warten. |Am 3. Mai kam die 2. Mannschaft.'],
  ])('tells what a name, a label or code has from an end (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([
    ['de', 'Die Karte steht unter https://beispiel.de/karte?ort=Neustadt bereit. |Sie ist kostenlos.'],
    ['en', 'The password was k8!Tree until March. |Then it was changed.'],
  ])('never falls inside a token (%s): %s', (lang, marked) => splitsAsMarked(marked, lang));

  test.each([
    ['en', 'Three rules apply: (a) Knock first. |(b) Wait for an answer. |(c) Close the door.'],
    ['de', '1. Mehl sieben. |2. Wasser zugeben. |3. Eine Stunde warten.'],
  ])('falls between the items of a list in a line, never behind a number (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([
    ['pl', 'Zebranie zaczyna się o godz. 18 w sali głównej. |Wstęp jest wolny.'],
    ['nb', 'Toget går kl. 7.30 fra Oslo. |Det er ofte fullt.'],
    ['bg', 'Това пише в чл. 3 от наредбата. |Текстът е кратък.'],
    ['ro', 'Condițiile sunt la pct. 4 din anexă. |Anexa are două pagini.'],
  ])('is not what an abbreviation has before a number (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([
    ['bg', 'Църквата е на ул. Шипка в центъра. |Тя е затворена.'],
    ['de', 'Die kath. Schule liegt am Markt. |Sie ist neu.'],
    ['cs', 'Kostel sv. Michala stojí na kopci. |Je otevřen denně.'],
    ['en', 'The V.P. and Assoc. Dean signed it. |Nobody else did.'],
  ])('is not what an abbreviation has before a name (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([
    ['it', "Il progetto è dell'ing. Ferri e di altri. |Costa poco."],
    ['fr', "Selon l'art. 4 du règlement, c'est permis. |Le reste ne l'est pas."],
  ])('is not what an abbreviation has behind an elided article (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([
    ['ja', '画面を開きます。|"保存"ボタンを押します。'],
    ['zh', '组件没有指令。|"use server" 只用于函数。'],
  ])('leaves a straight quotation mark to what it opens (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([
    ['ja', '社長は「大丈夫です！」と答えた。|株価は上がった。'],
    ['ko', '그는 "이제 끝났다."고 말했다. |모두 웃었다.'],
  ])('is not what a quotation has before a particle (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([['zh', '《等等！我来了》是一首歌。|大家都会唱。']])(
    'never falls within title marks (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([['de', '»Ist es weit?« |»Nur eine Stunde.« |Dann schwiegen beide.']])(
    'leaves » to what it opens (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([
    ['fi', 'Ilta oli myöhä. |”Nyt mennään”, hän sanoi.'],
    ['sv', '”Är det långt?” frågade han. |”Bara en timme”, svarade hon.'],
  ])('leaves ” to what it opens (%s): %s', (lang, marked) => splitsAsMarked(marked, lang));

  test.each([['de', "Die Tür fiel zu. |,,Gehen wir'', sagte sie."]])(
    'leaves two commas to what they open (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([
    ['nb', 'Broen er stengt. |– Vi åpner den i mai, sier lederen.'],
    ['ru', 'Никто не пришёл. |— Вернёмся завтра, — сказала она.'],
    ['bg', 'Никой не дойде. |- Ще се върнем утре - каза тя.'],
  ])('falls before a dash that opens speech (%s): %s', (lang, marked) => splitsAsMarked(marked, lang));

  test.each([['he', 'המחיר הוא אלף ש"ח. |איש לא קנה.']])(
    'falls behind a Hebrew abbreviation that has a mark within (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([['de', 'Im Tagebuch steht „wir warteten [...]“ (Hale 55). |Niemand antwortete.']])(
    'takes along the reference behind an omission (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([['en', 'It was signed by (J. R.) Hale in 1920. |The seal is lost.']])(
    'is not what initials in brackets have (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([
    ['en', 'She works in the U.S. |I do not.'],
    ['ru', 'Мост построен в 1912 г. |Движение открыли позже.'],
    ['es', 'La tumba es del 300 a. C. |Investigadores la hallaron ayer.'],
  ])('is what an abbreviation has before a word that opens a sentence (%s): %s', (lang, marked) =>
    splitsAsMarked(marked, lang),
  );

  test.each([['en', 'The price fell. |eBay dropped it from the list.']])(
    'falls before a name with a small letter (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([['en', 'Turnout fell again. 12 |In the north it rose.']])(
    'takes along a bare note number (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([['en', 'The rule was found early.[3]:p. 7 |Later proofs are shorter.']])(
    'takes along a page behind a note mark (%s): %s',
    (lang, marked) => splitsAsMarked(marked, lang),
  );

  test.each([
    ['fr', '« C’est loin ? » demanda-t-elle. |Il rit.'],
    ['en', 'The rate rose to 3.5 percent at 6.30 p.m. on Monday. |It fell later.'],
    ['ar', 'هل وصل القطار؟ |نعم، وصل أمس.'],
    ['de', 'Am 3. Mai beginnt die 2. Etappe. |Sie ist kurz.'],
  ])('falls where it always fell (%s): %s', (lang, marked) => splitsAsMarked(marked, lang));

  test.each([
    ['de', 'Am 3. Mai kam er. |Die 2. Etappe war kurz.'],
    ['en', '.NET runs on Linux. |.NET is free. |It weighs 3 lb. 5 oz. in all.'],
    ['en', 'An army came. |The U.S. Army sent troops. |A fox ran. |Michael J. Fox saw it.'],
    ['en', 'As shown in Fig. (b) below, it falls. |See sec. (a) of the Act.'],
    ['en', 'It rose – China said so. |The St. – Louis line closed.'],
    ['en', 'See the U.S. Army and the Sec. 3 list. |Rooms (a) and (b) are open.'],
    ['en', 'The total is 2 * 3 * 4. |It holds **bold** words.'],
    ['en', 'He wrote “… and so on.” |She agreed.'],
    ['ru', 'В 1912 г. Россия приняла закон. |Он действует.'],
    ['nb', 'Den 17. mai er fridag. |Alle har fri.'],
    ['fr', 'Il partit (voir p. 4) – sans bruit. |Elle resta.'],
  ])('is none where a rule of these lets it pass (%s): %s', (lang, marked) => splitsAsMarked(marked, lang));
});

describe('A sentence without an end', () => {
  const lengths = (text: string) => splitSentences(text, 'en').map(({ start, end }) => end - start);

  test('is whole with 1,000 characters, and parted with one more', () => {
    expect(lengths(`${'lamp '.repeat(199)}burns`)).toEqual([1000]);
    expect(lengths(`${'lamp '.repeat(199)}burned`).length).toBe(2);
  });

  test('is parted between characters where nothing else parts it', () => {
    for (const text of ['😀'.repeat(700), `x${'😀'.repeat(700)}`, '👩\u200d'.repeat(700)]) {
      const pieces = splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end));
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.join('')).toBe(text);
      expect(pieces.filter((piece) => /\p{Cs}/u.test(piece))).toEqual([]);
    }
  });
});
