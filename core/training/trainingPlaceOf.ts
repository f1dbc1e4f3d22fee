/** Place of a sample among the training samples; null: no epoch trains on it. */
export function trainingPlaceOf(index: number, train: Int32Array): number | null {
  const place = train.indexOf(index);
  return place < 0 ? null : place;
}
