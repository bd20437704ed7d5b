/** Letters of the scripts that put no space between words. */
export const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** UTF-16 units of the blocks of Han and kana, signs such as 々 among them; of those above U+FFFF the first unit. */
const EAST_ASIAN = '\\u3005-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\ud840-\\ud88f';

// Plain ranges of units where every text passes: Unicode's classes take 15 ms to compile, which a start would wait for.

/**
 * Nearly what `UNSPACED` is, by blocks: it has the signs of these scripts too, such as ・, and lacks rare letters, such as
 * the small kana of Ainu. Good enough to tell what a segmenter must split.
 */
export const UNSPACED_BLOCKS = new RegExp(`[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff${EAST_ASIAN}]`);

/** Text of Han and kana alone, by blocks. */
export const EAST_ASIAN_ALONE = new RegExp(`^[${EAST_ASIAN}\\udc00-\\udfff]+$`);
