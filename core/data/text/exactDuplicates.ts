/**
 * Texts that stand in a dataset more than once, apart from blanks and the way Unicode writes them.
 *
 * Memory is a few bytes a text: texts are sorted by a hash, and only equal hashes are read again and
 * compared.
 */
import { hashText } from './hashText.ts';
import { runsOfEqual } from './runsOfEqual.ts';
import type { Texts } from './Texts.ts';

/** Places of equal texts, at least two a group, in rising order; groups by their first place. */
export function exactDuplicates(texts: Texts): number[][] {
  const hashes = new Uint32Array(texts.length);
  for (let place = 0; place < texts.length; place++) {
    hashes[place] = hashText(plain(texts.at(place) ?? ''));
  }
  return runsOfEqual(hashes)
    .flatMap((run) => groupsOf(run, texts))
    .filter((group) => group.length > 1)
    .sort((a, b) => a[0] - b[0]);
}

/** Equal hashes are not yet equal texts. */
function groupsOf(places: readonly number[], texts: Texts): number[][] {
  const groups = new Map<string, number[]>();
  for (const place of places) {
    const text = plain(texts.at(place) ?? '');
    const group = groups.get(text);
    if (group) group.push(place);
    else groups.set(text, [place]);
  }
  return [...groups.values()];
}

const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
