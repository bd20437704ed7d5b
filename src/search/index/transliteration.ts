// Finds names by their sound.
import type { Language } from '../text/language.ts';
import { SHAPE } from '../text/shape.ts';
import type { IndexPart } from './sentence-index.ts';

/** Names that articles print, by how their consonants sound: 安纳托利亚 (an na tuo li ya) meets `Anatolia`. */
export interface NamesBySound {
  /** Names that sound like a run of pinyin syllables: `["an", "na", "tuo", "li", "ya"]`. */
  like(syllables: readonly string[]): readonly { readonly surface: string; readonly term: number }[];
}

/** Characters that names are transcribed with, simplified and traditional; others are words in their own right. */
const TRANSCRIBING = new Set(
  '阿埃艾爱愛安昂奥奧巴拜班邦保贝貝本比彼毕畢宾賓波伯博布查达達戴丹德登邓鄧迪蒂丁东東杜敦顿頓多厄恩尔爾法凡范範菲费費芬丰夫弗福富盖蓋甘冈岡高戈格根哈海汉漢豪赫黑亨洪胡华華怀懷惠霍基吉纪季加贾賈杰捷金卡开開凯凱坎康考柯科可克肯库庫奎昆拉莱萊赖賴兰蘭朗劳勞勒雷里利莉丽麗连連列林琳留柳龙龍隆卢盧鲁魯路伦倫罗羅洛吕呂马馬玛瑪迈邁麦麥曼毛梅门門蒙孟米密明莫姆穆纳納娜奈南内內尼涅宁寧努诺諾欧歐帕潘庞龐佩彭皮平珀普奇齐齊恰乔喬切琼瓊让讓热熱日荣榮儒瑞萨薩塞桑瑟森沙莎山尚绍紹舍申圣聖施什史士舒斯司苏蘇索所塔泰坦汤湯唐陶特滕提廷通图圖托瓦万萬旺威维維韦韋魏温溫文翁沃乌烏吴吳伍西希锡錫夏香肖谢謝辛欣幸兄休许許雅亚亞扬揚耶叶葉伊以易因英永尤于約约泽澤曾扎詹张張珍芝朱兹茲孜宗祖佐',
);

/** Whether names are transcribed with this character. */
export function transcribes(character: string): boolean {
  return TRANSCRIBING.has(character);
}

/** Consonants that Chinese transcriptions hardly tell apart share a letter; vowels are dropped. */
const PINYIN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^er$/, 'L'],
  [/^(?:zh|ch|sh|[zcsjqx])/, 'S'],
  [/^[bp]/, 'P'],
  [/^[dt]/, 'T'],
  [/^[gk]/, 'K'],
  [/^[fw]/, 'F'],
  [/^[lr]/, 'L'],
  [/^m/, 'M'],
  [/^n/, 'N'],
  [/^h/, 'H'],
  [/^[aeiouvy]+/, ''],
];
/** Stands before the consonants of a name that begins with a vowel. */
const VOWEL = 'A';
/** Consonants that tell a name: with fewer, too many names sound alike. */
const LEAST_CONSONANTS = 3;

export function namesBySound(part: IndexPart, language: Language): NamesBySound {
  const bySound = new Map<string, Set<number>>();
  part.surfaces.forEach((surface, id) => {
    if (((part.shapeOfSurface[id] ?? 0) & SHAPE.name) === 0 || part.termOfSurface[id] === 0) return;
    const sound = soundOfName(language.fold(surface));
    if (consonantsOf(sound) >= LEAST_CONSONANTS)
      bySound.set(sound, (bySound.get(sound) ?? new Set()).add(id));
  });
  return {
    like(syllables) {
      const sound = soundOfSyllables(syllables);
      if (consonantsOf(sound) < LEAST_CONSONANTS) return [];
      return [...(bySound.get(sound) ?? [])].map((id) => ({
        surface: part.surfaces[id] ?? '',
        term: part.termOfSurface[id] ?? 0,
      }));
    },
  };
}

/** Names that sound alike in one part or the other; one that both print once. */
export function joinedSounds(house: NamesBySound, own: NamesBySound): NamesBySound {
  return {
    like(syllables) {
      const found = house.like(syllables);
      const known = new Set(found.map(({ surface }) => surface));
      return [...found, ...own.like(syllables).filter(({ surface }) => !known.has(surface))];
    },
  };
}

function soundOfSyllables(syllables: readonly string[]): string {
  const sounds = syllables.map((syllable) => {
    const [pattern, sound] = PINYIN_SOUNDS.find(([onset]) => onset.test(syllable)) ?? [/^/, ''];
    return sound + (/ng?$/.test(syllable.replace(pattern, '')) ? 'N' : '');
  });
  return (/^[aeiouyw]/.test(syllables[0] ?? '') ? VOWEL : '') + withoutRepeats(sounds.join(''));
}

/** The same letters for a name in Latin script: `norman` → `NMN`, since transcriptions leave out an r before a consonant. */
function soundOfName(name: string): string {
  const vowel = /^[aeiouyw]/.test(name) ? VOWEL : '';
  const sound = withoutRepeats(
    name
      .replace(/r(?=[^aeiouy]|$)/g, '')
      .replace(/ph/g, 'f')
      .replace(/c(?=[eiy])/g, 's')
      .replace(/(?:sh|ch|th(?=$)|[szjx])/g, 'S')
      .replace(/[bp]/g, 'P')
      .replace(/[dt]h?/g, 'T')
      .replace(/[gkcq]h?/g, 'K')
      .replace(/[fvw]/g, 'F')
      .replace(/[lr]/g, 'L')
      .replace(/[mn]/g, (letter) => letter.toUpperCase())
      .replace(/(?<=[aeiou])h|[^A-Zh]/g, '')
      .toUpperCase(),
  );
  return vowel + sound;
}

function withoutRepeats(sound: string): string {
  return sound.replace(/(.)\1+/g, '$1');
}

function consonantsOf(sound: string): number {
  return sound.startsWith(VOWEL) ? sound.length - 1 : sound.length;
}
