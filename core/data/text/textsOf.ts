import { strFromU8 } from 'fflate';
import type { TextDataset } from '../Dataset.ts';
import type { Texts } from './Texts.ts';

/** The texts of a dataset, or those of the given samples in their order, each decoded when asked. */
export function textsOf({ texts, offsets, samples }: TextDataset, chosen?: Int32Array): Texts {
  return {
    length: chosen?.length ?? samples,
    at(place) {
      const index = chosen ? chosen[place] : place;
      if (index === undefined || index < 0 || index >= samples) return undefined;
      return strFromU8(texts.subarray(offsets[index], offsets[index + 1]));
    },
  };
}
