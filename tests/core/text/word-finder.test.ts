import fc from "fast-check";
import { expect, test } from "vitest";
import { wordFinder, wordStarts } from "../../../core/text/word-finder.ts";

const finder = wordFinder([
  ["取組", 1],
  ["取組み", 2],
  ["子", 3],
  ["子ども", 4],
  ["", 5],
]);

test("左から順に、その場所で最も長い語を、重ならずに見つける", () => {
  expect(finder.find("取組みと取組、子どもの子")).toEqual([
    { word: "取組み", value: 2, start: 0, end: 3 },
    { word: "取組", value: 1, start: 4, end: 6 },
    { word: "子ども", value: 4, start: 7, end: 10 },
    { word: "子", value: 3, start: 11, end: 12 },
  ]);
});

test("a word may begin with the last letter of another where its value says so", () => {
  const words = [
    ["行う", 1],
    ["う事", 1],
    ["行なう事業", 0],
  ] as const;
  const overlapping = wordFinder(words, (value) => value);
  const found = ["行う事", "行なう事業", "う事う事"].map((text) => overlapping.find(text).map(({ word }) => word));
  expect(found).toEqual([["行う", "う事"], ["行なう事業"], ["う事", "う事"]]);
  const texts = ["行う事"];
  const own: string[] = [];
  const starts = wordStarts(
    texts,
    words.map(([word]) => word),
  );
  overlapping.visitFrom(texts[0]!, starts, 0, (_, start, end) => own.push(texts[0]!.slice(start, end)));
  expect(own).toEqual(["行う", "う事"]);
});

test("語のない文字列と空の文字列", () => {
  expect(finder.find("取り締まり")).toEqual([]);
  expect(finder.find("")).toEqual([]);
});

test("places where a word of several lists may begin lead to the same words as a walk of its own", () => {
  const word = fc.string({ unit: fc.constantFrom(..."取組みの子ども".split("")), maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom(..."取組みの子どもを".split("")), maxLength: 20 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.array(word), fc.array(text), (words, others, texts) => {
      const own = wordFinder(words.map((one) => [one, one] as const));
      const starts = wordStarts(texts, [...others, ...words]);
      texts.forEach((one, number) => {
        const found: unknown[] = [];
        own.visitFrom(one, starts, number, (value, start, end) => found.push({ word: value, value, start, end }));
        expect(found).toEqual(own.find(one));
      });
    }),
  );
});
