/** Texts by their place; an array of strings is one, and so is a view of a dataset's bytes. */
export interface Texts {
  readonly length: number;
  at(place: number): string | undefined;
}

/** Every text once, in order. */
export function* eachText(texts: Texts): Generator<string> {
  for (let place = 0; place < texts.length; place++) yield texts.at(place) ?? '';
}
