import { wordStarts, type WordStarts } from "../text/word-finder.ts";
import type { Dictionaries } from "./dictionaries.ts";
import type { FieldValue } from "./field-value.ts";
import type { RuleContext } from "./rule.ts";
import { textPlaces } from "./text-places.ts";

const known = new WeakMap<readonly FieldValue[], { dictionaries: Dictionaries; starts: WordStarts }>();

/** Where words of the dictionaries may begin in each text of a document, numbered as its `textPlaces` are. */
export function dictionaryStarts(
  context: Pick<RuleContext, "values" | "written" | "texts" | "dictionaries">,
): WordStarts {
  const { values, dictionaries } = context;
  let found = known.get(values);
  if (found?.dictionaries !== dictionaries) {
    const texts = textPlaces(context).map(({ text }) => text);
    known.set(values, (found = { dictionaries, starts: wordStarts(texts, wordsOf(dictionaries)) }));
  }
  return found.starts;
}

/** What rules look for in texts; names of organisations are compared with whole cells. */
function* wordsOf({ spellings, homophones, terms }: Dictionaries): Generator<string> {
  for (const { spellings: words, except = [] } of spellings) {
    yield* words;
    yield* except;
  }
  for (const { wrong } of homophones) yield wrong;
  for (const { term, informal } of terms) {
    yield term;
    yield* informal;
  }
}
