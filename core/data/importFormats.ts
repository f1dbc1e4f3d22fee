/** The formats that can be imported, with the options that each has. */
import type { ImportFormatDescriptor, ImportOptions } from '../contract/ImportOptions.ts';

const table: readonly (keyof ImportOptions)[] = [
  'target',
  'task',
  'text',
  'columns',
  'splitColumn',
  'missing',
];

export const importFormats: readonly ImportFormatDescriptor[] = [
  {
    format: 'csv',
    label: { en: 'CSV or TSV', ko: 'CSV 또는 TSV' },
    summary: {
      en: 'A table or texts: one row a sample, with or without a header.',
      ko: '표 또는 텍스트입니다. 한 행이 샘플 하나이고, 첫 행은 머리글일 수 있습니다.',
    },
    extensions: ['.csv', '.tsv', '.txt'],
    options: ['encoding', 'delimiter', 'decimal', 'header', 'quotes', 'ragged', ...table],
  },
  {
    format: 'jsonLines',
    label: { en: 'JSON Lines', ko: 'JSON Lines' },
    summary: {
      en: 'A table or texts: one JSON object a line.',
      ko: '표 또는 텍스트입니다. 한 줄이 JSON 객체 하나입니다.',
    },
    extensions: ['.jsonl', '.ndjson'],
    options: ['encoding', 'decimal', ...table],
  },
  {
    format: 'images',
    label: { en: 'Image folder', ko: '이미지 폴더' },
    summary: {
      en: 'One folder a class, also below train, valid and test: PNG, JPEG, WebP, BMP or GIF.',
      ko: '클래스마다 폴더가 하나 있고, 그 위에 train, valid, test가 있을 수 있습니다. PNG, JPEG, WebP, BMP, GIF를 읽습니다.',
    },
    extensions: [],
    options: ['size', 'fit', 'color', 'damaged'],
  },
  {
    format: 'zip',
    label: { en: 'ZIP of an image folder', ko: '이미지 폴더의 ZIP' },
    summary: {
      en: 'An archive with one folder a class; it is not unpacked to the disk.',
      ko: '클래스마다 폴더가 있는 압축 파일입니다. 디스크에 풀지 않고 읽습니다.',
    },
    extensions: ['.zip'],
    options: ['size', 'fit', 'color', 'damaged'],
  },
  {
    format: 'idx',
    label: { en: 'IDX', ko: 'IDX' },
    summary: {
      en: 'Images and labels as MNIST has them, plain or gzip.',
      ko: 'MNIST 형식의 이미지와 레이블입니다. gzip도 읽습니다.',
    },
    extensions: [],
    options: [],
  },
  {
    format: 'npy',
    label: { en: 'NPY or NPZ', ko: 'NPY 또는 NPZ' },
    summary: {
      en: 'NumPy arrays: samples and targets, also as x_train, y_train, x_test, y_test.',
      ko: 'NumPy 배열입니다. 샘플과 타깃, 또는 x_train, y_train, x_test, y_test를 읽습니다.',
    },
    extensions: ['.npy', '.npz'],
    options: ['target', 'task', 'columns', 'splitColumn', 'missing'],
  },
  {
    format: 'parquet',
    label: { en: 'Parquet', ko: 'Parquet' },
    summary: {
      en: 'A table or texts in columns.',
      ko: '열 단위로 저장된 표 또는 텍스트입니다.',
    },
    extensions: ['.parquet'],
    options: table as (keyof ImportOptions)[],
  },
];
