import { describe, expect, it } from 'vitest';
import { languageOfText } from '../../src/intake/language.ts';

describe('The language of a text', () => {
  it.each([
    [
      'en',
      'The storm reached the bay at noon, and nobody was hurt, though the ferry was out of service for three days and the schools were closed.',
    ],
    [
      'de',
      'Der Sturm erreichte die Bucht am Mittag, und niemand wurde verletzt, obwohl die Fähre drei Tage lang nicht fuhr und die Schulen geschlossen waren.',
    ],
    [
      'fr',
      'La tempête a atteint la baie à midi, et personne n’a été blessé, bien que le bac soit resté à quai pendant trois jours et que les écoles aient fermé.',
    ],
    [
      'es',
      'La tormenta llegó a la bahía al mediodía y nadie resultó herido, aunque el transbordador no salió durante tres días y las escuelas estuvieron cerradas.',
    ],
    [
      'ru',
      'Буря достигла залива в полдень, и никто не пострадал, хотя паром не ходил в течение трёх дней, а школы были закрыты до конца недели из-за ветра.',
    ],
    ['ja', '嵐は正午に湾に達したが、けが人はいなかった。'],
    ['ko', '폭풍은 정오에 만에 닿았지만 다친 사람은 없었다.'],
    ['zh-Hans', '风暴在中午到达海湾，没有人受伤，学校这几天都关门。'],
    ['zh-Hant', '風暴在中午到達海灣，沒有人受傷，學校這幾天都關門。'],
    ['th', 'พายุมาถึงอ่าวตอนเที่ยง ไม่มีใครได้รับบาดเจ็บ'],
  ])('is told as %s by its script and its commonest words', (tag, text) => {
    expect(languageOfText(text)).toBe(tag);
  });

  it('is not told where few words or none of the commonest stand', () => {
    for (const text of [
      '',
      '1990',
      'Storm over the Bay',
      'const wind = 120; holm(wind);'.repeat(8),
      'Berg Holm Sund Anna Lund Ferry '.repeat(6),
    ]) {
      expect(languageOfText(text), text).toBeUndefined();
    }
  });
});
