/**
 * Palmer penguins: rows with a missing value or an unreadable sex (".") are left out, which keeps
 * 333 of 344; island and sex become one column of 0 and 1 for each of their values, because a
 * network needs numbers without an order.
 */
import { strFromU8 } from 'fflate';
import { readTable } from '../../core/data/readTable.ts';
import type { SampleSource } from './SampleSource.ts';

const islands = ['Biscoe', 'Dream', 'Torgersen'];
const sexes = ['FEMALE', 'MALE'];

export const penguins: SampleSource = {
  about: {
    id: 'penguins',
    name: 'Palmer penguins',
    description: {
      en: '333 penguins of three species: beak, flipper, body mass, island and sex.',
      ko: '펭귄 세 종 333마리의 부리, 날개, 몸무게, 섬, 성별 기록입니다.',
    },
    license: 'CC0 1.0',
    source:
      'K. B. Gorman, Palmer Station LTER; A. Horst, https://github.com/allisonhorst/palmerpenguins, ' +
      'as packaged in vega-datasets 3.2.1',
    experiment: 'penguins',
  },
  sourceFile: 'penguins.csv',
  build: (source) =>
    readTable(numericTable(strFromU8(source)), {
      name: 'penguins.csv',
      choices: { target: 'species' },
    }),
};

function numericTable(source: string): string {
  const rows = source
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const header = [
    'beak length (mm)',
    'beak depth (mm)',
    'flipper length (mm)',
    'body mass (g)',
    ...islands.map((island) => `island ${island}`),
    ...sexes.map((sex) => `sex ${sex.toLowerCase()}`),
    'species',
  ];
  const complete = rows.filter((row) => !row.includes('') && sexes.includes(row[6] ?? ''));
  const lines = complete.map(([species, island, ...rest]) => [
    ...rest.slice(0, 4),
    ...islands.map((name) => Number(name === island)),
    ...sexes.map((name) => Number(name === rest[4])),
    species,
  ]);
  return [header, ...lines].map((line) => line.join(',')).join('\n');
}
