import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/discord/interactions/read-message.ts';

describe('the words of a message', () => {
  it('are those typed, whatever else the message holds', () => {
    expect(wordsOf({ content: 'Qwen panic', embeds: [{ title: 'A link' }] })).toBe('Qwen panic');
  });

  it('are those of the message passed on, where nothing was typed', () => {
    const message = { content: 'Huang praised Qwen' };
    expect(wordsOf({ content: '', message_snapshots: [{ message }] })).toBe('Huang praised Qwen');
  });

  it('are those of its cards, where an app wrote it', () => {
    const embeds = [{ title: 'Qwen panic', description: null }, { description: 'Silicon Valley' }];
    expect(wordsOf({ content: '', embeds })).toBe('Qwen panic\nSilicon Valley');
    const components = [{ type: 17, components: [{ type: 10, content: 'Qwen panic' }, { type: 14 }] }];
    expect(wordsOf({ content: '', components })).toBe('Qwen panic');
  });

  it('are none in a picture', () => {
    expect(wordsOf({ content: '' })).toBe('');
    expect(wordsOf({})).toBe('');
  });
});
