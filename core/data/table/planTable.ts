/**
 * Decides what each column of a table is for and how its cells are read, from its first rows and a
 * person's choices.
 *
 * The first rows may mislead: TableBuilder says which columns later rows contradict, and the plan
 * is made again with that knowledge (`revised`). A choice of a person is never revised.
 */
import type { ImportColumnType, ImportOptions } from '../../contract/ImportOptions.ts';
import { StudioError } from '../../contract/StudioError.ts';
import type { ColumnSurvey } from './surveyColumns.ts';

export interface PlannedColumn {
  readonly name: string;
  /** In the row. */
  readonly position: number;
  readonly role: 'feature' | 'target' | 'text' | 'split';
  readonly type: ImportColumnType;
  /** A person's choice, which later rows cannot change. */
  readonly chosen: boolean;
  /** Why it is left out without a choice, which later rows may contradict. */
  readonly leftOutAs?: 'empty' | 'counting';
  /** Of a target to regress: a mark such as `-` is a missing number. */
  readonly areMarksMissing?: boolean;
}

/** Whether a mark such as `-` is a missing number in the column. */
export const takesMarksAsMissing = ({
  role,
  type,
  areMarksMissing = false,
}: PlannedColumn): boolean => areMarksMissing || (role === 'feature' && type === 'number');

export interface TablePlan {
  readonly kind: 'table' | 'text';
  readonly columns: readonly PlannedColumn[];
  readonly target: PlannedColumn;
  readonly text: PlannedColumn | null;
  readonly split: PlannedColumn | null;
  readonly task: 'classification' | 'regression' | null;
  readonly dropMissing: boolean;
  readonly dropRagged: boolean;
  readonly warnings: readonly string[];
}

export type TableChoices = Pick<
  ImportOptions,
  'target' | 'task' | 'text' | 'columns' | 'splitColumn' | 'missing' | 'ragged'
>;

/** By the position of the column. */
export type Revisions = ReadonlyMap<number, ImportColumnType>;

const targetNames = new Set([
  'target',
  'label',
  'labels',
  'class',
  '정답',
  '레이블',
  '라벨',
  '타깃',
  '타겟',
  '클래스',
]);
const splitNames = new Set(['split', 'set', 'subset', 'partition', '분할']);
/** Below this share of texts, a column of numbers with texts in it has mistakes, not categories. */
export const FEWEST_TEXTS = 0.1;

/**
 * Throws StudioError `invalid-dataset` for a choice that names no column, for two uses of one, and
 * where no column is left to be the target.
 */
export function planTable(
  surveys: readonly ColumnSurvey[],
  choices: TableChoices,
  revised: Revisions = new Map(),
): TablePlan {
  const names = surveys.map(({ name }) => name);
  const chosenTypes = new Map<number, ImportColumnType>();
  for (const { name, type } of choices.columns ?? []) chosenTypes.set(find(names, name, ''), type);
  const chosen = (name: string | undefined, use: string) =>
    name === undefined ? -1 : find(names, name, use);
  const chosenTarget = chosen(choices.target, ' to be the target');
  const chosenText = chosen(choices.text, ' of texts');
  const usesBeside = (split: number) => {
    const taken = new Set([split, chosenTarget].filter((at) => at !== -1));
    const text =
      choices.text === undefined
        ? findText(surveys, (at) => taken.has(at) || chosenTypes.has(at))
        : chosenText;
    taken.add(text);
    const target = chosenTarget === -1 ? guessTarget(surveys, taken) : chosenTarget;
    return { text, target };
  };
  const canBeSpared = (at: number) => {
    const { text, target } = usesBeside(at);
    const isFeature = (survey: ColumnSurvey, position: number) =>
      position !== target &&
      position !== at &&
      (chosenTypes.get(position) ?? typeOf(survey)) !== 'skip';
    return target !== -1 && (text !== -1 || surveys.some(isFeature));
  };
  const isDecided = (at: number) => at === chosenTarget || at === chosenText || chosenTypes.has(at);
  const guessed =
    choices.splitColumn === undefined
      ? guessSplit(surveys, isDecided, canBeSpared)
      : find(names, choices.splitColumn, ' with the splits');
  // A guess that later rows contradict moves no other column: the target stays what was shown.
  const { text, target } = usesBeside(guessed);
  const split = revised.has(guessed) ? -1 : guessed;
  refuseTwoUses(names, { target, text, split });
  if (target === -1) throw noTarget(names, text === -1 ? split : text);
  const warnings: string[] = [];
  const called: number[] = [];
  const empty: number[] = [];
  const columns = surveys.map((survey, position): PlannedColumn => {
    const chosenType = chosenTypes.get(position);
    const common = { name: survey.name, position };
    const type = chosenType ?? revised.get(position) ?? typeOf(survey);
    const isSkipped = position !== target && type === 'skip';
    if (survey.isUnnamed && !isSkipped) called.push(position);
    if (position === target) {
      const areMarksMissing = isRegressed(survey, choices.task ?? null, revised.get(position));
      return { ...common, role: 'target', type: 'category', chosen: true, areMarksMissing };
    }
    if (position === text) return { ...common, role: 'text', type: 'category', chosen: true };
    if (position === split) {
      const isChosen = choices.splitColumn !== undefined;
      return { ...common, role: 'split', type: 'category', chosen: isChosen };
    }
    const feature = { ...common, role: 'feature', type, chosen: chosenType !== undefined } as const;
    if (type !== 'skip' || feature.chosen) return feature;
    const isNothing = isNoFeature(survey) && !revised.has(position);
    if (isNothing && survey.present === 0) {
      empty.push(position);
      return { ...feature, leftOutAs: 'empty' };
    }
    warnings.push(isNothing ? countingNote(survey) : textsNote(survey));
    return isNothing ? { ...feature, leftOutAs: 'counting' } : feature;
  });
  return {
    kind: text === -1 ? 'table' : 'text',
    columns,
    target: columns[target],
    text: columns[text] ?? null,
    split: columns[split] ?? null,
    task: choices.task ?? null,
    dropMissing: choices.missing === 'drop',
    dropRagged: choices.ragged === 'drop',
    warnings: [...calledNote(names, called), ...emptyNote(names, empty), ...warnings],
  };
}

function typeOf(survey: ColumnSurvey): ImportColumnType {
  const { present, numbers, dates, distinct } = survey;
  if (isNoFeature(survey)) return 'skip';
  if (numbers === present || isOfNumbers(survey)) return 'number';
  if (dates === present) return 'date';
  // A few texts among numbers are mistakes, which the builder names with their row.
  const known = present - survey.marks;
  const areFew = numbers > 0 && known - numbers < FEWEST_TEXTS * known;
  if (areFew && distinct > 20) return 'number';
  const isIdentifier = distinct > 20 && distinct > present / 2;
  return isIdentifier ? 'skip' : 'category';
}

/** What a trailing delimiter, or the row numbers of another tool, leave in a table. */
const isNoFeature = ({ isUnnamed, present, isCounting }: ColumnSurvey): boolean =>
  isUnnamed && (present === 0 || isCounting);

/** Of all at once, as spreadsheets may leave thousands of such columns; empty where there are none. */
function calledNote(names: readonly string[], called: readonly number[]): string[] {
  const [first] = called;
  if (first === undefined) return [];
  const name = names[first];
  return [
    called.length === 1
      ? `Column ${first + 1} has no name, and is called "${name}".`
      : `${called.length} columns have no name. The first, column ${first + 1}, is called "${name}".`,
  ];
}

function emptyNote(names: readonly string[], empty: readonly number[]): string[] {
  const [first] = empty;
  if (first === undefined) return [];
  const name = names[first];
  return [
    empty.length === 1
      ? `Column "${name}" is left out: it has neither a name nor a value.`
      : `${empty.length} columns, first "${name}", are left out: they have neither a name nor a value.`,
  ];
}

const countingNote = ({ name }: ColumnSurvey): string =>
  `Column "${name}" is left out: it numbers the rows.`;

/** But for marks of missing ones. */
const isOfNumbers = ({ present, numbers, marks }: ColumnSurvey): boolean =>
  numbers > 0 && numbers + marks === present;

/** Of a target of numbers. Among classes a mark such as `none` is one of them. */
function isRegressed(
  survey: ColumnSurvey,
  task: TablePlan['task'],
  revised: ImportColumnType | undefined,
): boolean {
  if (revised !== undefined) return revised === 'number';
  if (!isOfNumbers(survey)) return false;
  return task === null ? !survey.areClasses : task === 'regression';
}

const textsNote = ({ name, distinct, present }: ColumnSurvey): string =>
  `Column "${name}" is left out: ${distinct} different texts in ${present} rows are no categories.`;

/**
 * The one named like a split, else the one that holds nothing but the names of splits. These may be
 * classes as well: a column that is needed as target or feature, or named like a target, is no split.
 */
function guessSplit(
  surveys: readonly ColumnSurvey[],
  isDecided: (at: number) => boolean,
  canBeSpared: (at: number) => boolean,
): number {
  const free = [...surveys.keys()].filter((at) => holdsSplits(surveys[at]) && !isDecided(at));
  const named = free.find((at) => splitNames.has(nameOf(surveys[at])));
  const spare = (at: number) => !targetNames.has(nameOf(surveys[at])) && canBeSpared(at);
  return named ?? free.find(spare) ?? -1;
}

const holdsSplits = ({ present, splits, distinct }: ColumnSurvey): boolean =>
  present > 0 && splits === present && distinct > 1;

const nameOf = ({ name }: ColumnSurvey): string => name.trim().toLowerCase();

/** The column of the longest texts, where they read like sentences and hardly repeat. */
function findText(surveys: readonly ColumnSurvey[], isTaken: (at: number) => boolean): number {
  let found = -1;
  for (const [at, { present, numbers, dates, meanLength, blanks, distinct }] of surveys.entries()) {
    const isProse =
      numbers + dates < present / 2 &&
      meanLength >= 12 &&
      blanks > 0.7 &&
      distinct > Math.min(present, 10_000) / 2;
    if (!isProse || isTaken(at)) continue;
    if (found === -1 || meanLength > surveys[found].meanLength) found = at;
  }
  // Of a table with many columns one may well be a remark.
  return surveys.length <= 8 ? found : -1;
}

/** The one named like a target, else the first of images as rows, else the last that is no date. */
function guessTarget(surveys: readonly ColumnSurvey[], taken: ReadonlySet<number>): number {
  const free = [...surveys.keys()].filter((at) => !taken.has(at) && !isNoFeature(surveys[at]));
  const called = (name: string) => free.find((at) => nameOf(surveys[at]) === name);
  // Beside an x and others, y is a coordinate.
  const y = called('x') === undefined || free.length === 2 ? called('y') : undefined;
  const named = free.find((at) => targetNames.has(nameOf(surveys[at]))) ?? y;
  const isDate = ({ present, dates }: ColumnSurvey) => present > 0 && dates === present;
  return (
    named ??
    labelOfImages(surveys, free) ??
    free.findLast((at) => !isDate(surveys[at])) ??
    free.at(-1) ??
    -1
  );
}

const SMALLEST_SIDE = 4;

/**
 * The first column, where it holds classes and those behind it may be the pixels of a square: numbers,
 * of which the corners never vary. So MNIST is passed on as CSV.
 */
function labelOfImages(
  surveys: readonly ColumnSurvey[],
  free: readonly number[],
): number | undefined {
  const [label, ...pixels] = free;
  const side = Math.sqrt(pixels.length);
  if (label === undefined || !Number.isInteger(side) || side < SMALLEST_SIDE) return undefined;
  const areNumbers = ({ numbers, present }: ColumnSurvey) => present > 0 && numbers === present;
  const corners = [0, side - 1, side * (side - 1), side * side - 1];
  const arePixels =
    pixels.every((at) => areNumbers(surveys[at])) &&
    corners.every((corner) => surveys[pixels[corner]].distinct === 1);
  const { distinct, areClasses } = surveys[label];
  return arePixels && areNumbers(surveys[label]) && distinct > 1 && areClasses ? label : undefined;
}

const noTarget = (names: readonly string[], used: number): StudioError =>
  new StudioError(
    'invalid-dataset',
    'A table must have a target column. Every column has another use or is left out.',
    {
      where: names[used] === undefined ? null : `column "${names[used]}"`,
      hint: 'Choose the column to predict.',
    },
  );

function refuseTwoUses(names: readonly string[], uses: Readonly<Record<string, number>>): void {
  const entries = Object.entries(uses).filter(([, at]) => at !== -1);
  for (const [use, at] of entries) {
    const other = entries.find(([name, place]) => name !== use && place === at);
    if (!other) continue;
    throw new StudioError(
      'invalid-dataset',
      `Column "${names[at]}" cannot be both ${use} and ${other[0]}.`,
      { where: `column "${names[at]}"` },
    );
  }
}

function find(names: readonly string[], wanted: string, use: string): number {
  const position = names.indexOf(wanted.trim());
  if (position !== -1) return position;
  const listed = names.slice(0, 20).map((name) => `"${name}"`);
  if (names.length > listed.length) listed.push(`${names.length - listed.length} more`);
  throw new StudioError('invalid-dataset', `There is no column "${wanted}"${use}.`, {
    where: `column "${wanted}"`,
    hint: `The columns are ${listed.join(', ')}.`,
  });
}
