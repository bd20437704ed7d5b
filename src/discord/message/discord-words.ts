// Words that only Discord needs.
import type { Locale } from '../../reply/locale.ts';
import type { Refusal } from './custom-id.ts';

/** What only Discord needs to say, in one language; `src/reply/words.ts` has the rest. A missing key does not compile. */
export interface DiscordWords {
  /** Under a quotation whose own characters would end the code block. */
  readonly noCodeBlock: string;
  readonly leftOut: (blocks: number) => string;
  /** Why a button or menu cannot be acted upon. */
  readonly refusals: Readonly<Record<Refusal | 'no-such-page', string>>;
  /**
   * Why a reply was not removed: by whom it could be, that it is gone, that Discord forbids it. Outside of servers, in direct and
   * group messages, nobody manages the messages of others.
   */
  readonly removal: Readonly<
    Record<'notTheirs' | 'notTheirsOutside' | 'gone' | 'refused' | 'refusedOutside', string>
  >;
  readonly unknownCommand: string;
  /** What is stored of this place cannot be read at present. */
  readonly unavailable: string;
  readonly tooFast: string;
  readonly disproved: (id: string) => string;
  /** In the private message that waited, when the answer is for everyone. */
  readonly belowForAll: string;
}

const english: DiscordWords = {
  noCodeBlock: 'it prints three backticks, so Discord cannot show it as a code block',
  leftOut: (blocks) => `[…] ${blocks} more left out: the message has no room for them.`,
  refusals: {
    'other-version': 'This button is from another version of the bot. Ask again to get a new one.',
    'unknown-verb': 'This button asks for something the bot does not know. Ask again to get a new one.',
    unreadable: 'This button is damaged. Ask again to get a new one.',
    'unknown-article': 'The article behind this button is no longer here. Ask again to search the others.',
    'no-such-page': 'This passage has no such page. Ask again to see it.',
  },
  removal: {
    notTheirs: 'Only the person who asked, or someone who may manage messages here, can delete this reply.',
    notTheirsOutside: 'Only the person who asked can delete this reply.',
    gone: 'This reply has already been deleted.',
    refused:
      'Discord does not let the bot delete this reply. Someone who may manage messages here still can.',
    refusedOutside: 'Discord does not let the bot delete this reply.',
  },
  unknownCommand: 'The bot no longer has this command. Reload Discord to see the ones it has.',
  unavailable:
    'The articles here cannot be read at the moment. Nothing is lost. Please try again in a minute.',
  tooFast: 'Slow down a little',
  disproved: (id) =>
    `The reply did not match the article letter for letter, so it is not shown. It was noted under ${id}.`,
  belowForAll: 'The answer is below, where everyone can see it.',
};

const simplified: DiscordWords = {
  noCodeBlock: '其中印有三个反引号，Discord 无法用代码块显示',
  leftOut: (blocks) => `[…] 还有 ${blocks} 项因消息篇幅所限未显示。`,
  refusals: {
    'other-version': '这个按钮来自机器人的另一个版本。请重新提问以获得新的按钮。',
    'unknown-verb': '机器人不认识这个按钮的操作。请重新提问以获得新的按钮。',
    unreadable: '这个按钮已损坏。请重新提问以获得新的按钮。',
    'unknown-article': '这个按钮所指的文章已不再收录。请重新提问以搜索现有文章。',
    'no-such-page': '这段文字没有这一页。请重新提问以查看。',
  },
  removal: {
    notTheirs: '只有提问者本人或有权管理此处消息的人才能删除这条回复。',
    notTheirsOutside: '只有提问者本人才能删除这条回复。',
    gone: '这条回复已被删除。',
    refused: 'Discord 不允许机器人删除这条回复。有权管理此处消息的人仍可删除。',
    refusedOutside: 'Discord 不允许机器人删除这条回复。',
  },
  unknownCommand: '机器人已没有这个命令。请重新加载 Discord 以查看现有命令。',
  unavailable: '暂时无法读取这里的文章。文章没有丢失，请过一分钟再试。',
  tooFast: '请稍慢一点',
  disproved: (id) => `回复与文章原文不完全一致，因此不予显示。已记录，编号 ${id}。`,
  belowForAll: '回复在下方，所有人可见。',
};

const traditional: DiscordWords = {
  noCodeBlock: '其中印有三個反引號，Discord 無法以程式碼區塊顯示',
  leftOut: (blocks) => `[…] 還有 ${blocks} 項因訊息篇幅所限未顯示。`,
  refusals: {
    'other-version': '這個按鈕來自機器人的另一個版本。請重新提問以取得新的按鈕。',
    'unknown-verb': '機器人不認得這個按鈕的操作。請重新提問以取得新的按鈕。',
    unreadable: '這個按鈕已損壞。請重新提問以取得新的按鈕。',
    'unknown-article': '這個按鈕所指的文章已不再收錄。請重新提問以搜尋現有文章。',
    'no-such-page': '這段文字沒有這一頁。請重新提問以檢視。',
  },
  removal: {
    notTheirs: '只有提問者本人或有權管理此處訊息的人才能刪除這則回覆。',
    notTheirsOutside: '只有提問者本人才能刪除這則回覆。',
    gone: '這則回覆已被刪除。',
    refused: 'Discord 不允許機器人刪除這則回覆。有權管理此處訊息的人仍可刪除。',
    refusedOutside: 'Discord 不允許機器人刪除這則回覆。',
  },
  unknownCommand: '機器人已沒有這個指令。請重新載入 Discord 以檢視現有指令。',
  unavailable: '暫時無法讀取這裡的文章。文章沒有遺失，請過一分鐘再試。',
  tooFast: '請稍慢一點',
  disproved: (id) => `回覆與文章原文不完全一致，因此不予顯示。已記錄，編號 ${id}。`,
  belowForAll: '回覆在下方，所有人可見。',
};

export const DISCORD_WORDS: Readonly<Record<Locale, DiscordWords>> = {
  'en-US': english,
  'zh-CN': simplified,
  'zh-TW': traditional,
};
