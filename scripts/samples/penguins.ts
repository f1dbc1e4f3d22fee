/**
 * Palmer penguins, all 344, with what is missing and with island and sex as the categories that they
 * are: the sample that shows what preprocessing does.
 */
import { strFromU8 } from 'fflate';
import type { Column, TableDataset } from '../../core/data/Dataset.ts';
import type { SampleSource } from './SampleSource.ts';

export const penguins: SampleSource = {
  about: {
    id: 'penguins',
    name: 'Palmer penguins',
    description: {
      en: '344 penguins of three species: beak, flipper, body mass, island and sex, some unknown.',
      ko: '펭귄 세 종 344마리의 부리, 날개, 몸무게, 섬, 성별 기록입니다. 빠진 값도 있습니다.',
    },
    license: 'CC0 1.0',
    source:
      'K. B. Gorman, Palmer Station LTER; A. Horst, https://github.com/allisonhorst/palmerpenguins, ' +
      'as packaged in vega-datasets 3.2.1',
    experiment: 'penguins',
  },
  sourceFile: 'penguins.csv',
  build: readPenguins,
};

const number = (name: string): Column => ({ name, type: 'number' });

const columns: readonly Column[] = [
  { name: 'island', type: 'category', labels: ['Biscoe', 'Dream', 'Torgersen'] },
  number('beak length (mm)'),
  number('beak depth (mm)'),
  number('flipper length (mm)'),
  number('body mass (g)'),
  { name: 'sex', type: 'category', labels: ['FEMALE', 'MALE'] },
];

const species = ['Adelie', 'Chinstrap', 'Gentoo'];

function readPenguins(source: Uint8Array): TableDataset {
  const rows = strFromU8(source)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const targets = Int32Array.from(rows, ([name = '']) => species.indexOf(name));
  const counts = species.map((_, label) => targets.filter((target) => target === label).length);
  return {
    kind: 'table',
    samples: rows.length,
    target: { kind: 'class', name: 'species', labels: species, counts },
    targets,
    columns,
    values: Float32Array.from(
      rows.flatMap(([, ...cells]) => columns.map((column, place) => valueAt(column, cells[place]))),
    ),
    givenSplits: null,
    warnings: [],
  };
}

/** NaN for an empty cell, and for the one sex that is written as a point. */
function valueAt({ type, labels = [] }: Column, cell = ''): number {
  if (type !== 'category') return cell === '' ? Number.NaN : Number(cell);
  const place = labels.indexOf(cell);
  return place === -1 ? Number.NaN : place;
}
