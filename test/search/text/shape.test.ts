import { describe, expect, it } from 'vitest';
import { monthsOf, SHAPE, shapesOf } from '../../../src/search/text/shape.ts';

const english = shapesOf('en');

describe('The shape of a word', () => {
  it.each(['50', '1,000.5', '72B', 'seven', 'Dozens', '三百', '两'])('tells that %s is a number', (word) => {
    expect(english(word) & SHAPE.number).toBe(SHAPE.number);
  });

  it.each(['1871', '2025', '1990s'])('tells that %s is a year, and a number', (word) => {
    expect(english(word) & (SHAPE.year | SHAPE.number)).toBe(SHAPE.year | SHAPE.number);
  });

  it.each(['871', '18710', '2100', '1871st', '2,025'])('tells that %s is no year', (word) => {
    expect(english(word) & SHAPE.year).toBe(0);
  });

  it('tells a name by its capital, where there are capitals', () => {
    expect(english('Huang')).toBe(SHAPE.name);
    expect(english('Élan') & SHAPE.name).toBe(SHAPE.name);
    expect(shapesOf('ru')('Москва') & SHAPE.name).toBe(SHAPE.name);
    expect(english('iPhone')).toBe(0);
    expect(english('千问')).toBe(0);
  });

  it('tells nothing of an ordinary word, nor of a number word of another language', () => {
    expect(english('lighthouse')).toBe(0);
    expect(shapesOf('de')('seven')).toBe(0);
    expect(english('onehundred')).toBe(0);
  });
});

describe('The months, alone and in a date,', () => {
  it.each([
    ['en', 'november'],
    ['en', 'may'],
    ['de', 'märz'],
    ['es', 'noviembre'],
    ['ru', 'ноябрь'],
    ['ru', 'ноября'],
    ['el', 'νοεμβρίου'],
    ['tr', 'kasım'],
    ['ro', 'noiembrie'],
    ['hi', 'नवंबर'],
    ['sv', 'november'],
  ])('of %s has %s among them', (tag, word) => {
    expect(monthsOf(tag).has(word)).toBe(true);
  });
});
