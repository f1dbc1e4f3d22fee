/** Whether a category names whom or what a sample comes from: patient, user, session. */
const GROUP_NAMES =
  /(^|[^a-z])(id|uid|patient|subject|person|user|customer|author|speaker|group|session|device|family)([^a-z]|$)|환자|사용자|고객|피험자|작성자|화자|그룹|집단|번호/i;
const FEWEST_GROUPS = 10;

/**
 * By its name, or by its numbers: at least 10 values, which repeat (2 to 50 samples each on
 * average). A colour or a country repeats far more often; an identifier never does.
 */
export function looksLikeGroups(name: string, groups: number, samples: number): boolean {
  const samplesInEach = samples / groups;
  if (samplesInEach < 1.5 || groups < 3) return false;
  if (GROUP_NAMES.test(name)) return true;
  return groups >= FEWEST_GROUPS && samplesInEach >= 2 && samplesInEach <= 50;
}
