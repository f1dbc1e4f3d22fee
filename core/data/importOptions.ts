/** The options of an import in words, for forms and for the terminal. */
import type { ImportOptionDescriptor } from '../contract/ImportOptions.ts';

const choice = (value: string, en: string, ko: string) => ({ value, label: { en, ko } });

export const importOptions: readonly ImportOptionDescriptor[] = [
  {
    name: 'encoding',
    kind: 'choice',
    choices: [
      choice('utf-8', 'UTF-8', 'UTF-8'),
      choice('cp949', 'CP949 (Korean Windows)', 'CP949 (한국어 Windows)'),
      choice('windows-1252', 'Windows-1252 (Western European)', 'Windows-1252 (서유럽어)'),
      choice('utf-16le', 'UTF-16 LE', 'UTF-16 LE'),
      choice('utf-16be', 'UTF-16 BE', 'UTF-16 BE'),
    ],
    label: { en: 'Encoding', ko: '인코딩' },
    help: {
      en: 'How the bytes of the file become letters. Found by looking when left out.',
      ko: '파일의 바이트를 글자로 바꾸는 방식입니다. 정하지 않으면 파일을 보고 찾습니다.',
    },
  },
  {
    name: 'delimiter',
    kind: 'choice',
    choices: [
      choice(',', 'Comma', '쉼표'),
      choice(';', 'Semicolon', '세미콜론'),
      choice('\t', 'Tab', '탭'),
      choice('|', 'Bar', '세로줄'),
    ],
    label: { en: 'Delimiter', ko: '구분 문자' },
    help: {
      en: 'What stands between two cells. Found in the first rows when left out.',
      ko: '두 칸 사이에 있는 문자입니다. 정하지 않으면 처음 몇 행에서 찾습니다.',
    },
  },
  {
    name: 'decimal',
    kind: 'choice',
    choices: [
      choice('point', 'Point: 1,234.5', '점: 1,234.5'),
      choice('comma', 'Comma: 1.234,5', '쉼표: 1.234,5'),
    ],
    label: { en: 'Decimal mark', ko: '소수점' },
    help: {
      en: 'What stands before the fraction of a number; the other sign may group its digits. When left out, it is found in each column, and 1,234 is read only where other columns show what it means.',
      ko: '수의 소수 부분 앞에 오는 문자입니다. 다른 문자는 자릿수를 묶는 데 쓸 수 있습니다. 정하지 않으면 열마다 값을 보고 찾으며, 1,234 같은 값은 다른 열에서 뜻이 드러날 때만 수로 읽습니다.',
    },
  },
  {
    name: 'header',
    kind: 'choice',
    choices: [choice('yes', 'Names', '열 이름'), choice('no', 'A sample', '샘플')],
    label: { en: 'First row', ko: '첫 행' },
    help: {
      en: 'Whether the first row names the columns. When left out, a first row with numbers is a sample, unless they count up or texts in it stand above numbers, and the columns are numbered.',
      ko: '첫 행이 열 이름인지 정합니다. 정하지 않으면 수가 있는 첫 행은 샘플로 읽고 열에 번호를 붙입니다. 다만 그 수가 1씩 커지거나 첫 행의 텍스트 아래에 수만 있으면 열 이름으로 읽습니다.',
    },
  },
  {
    name: 'quotes',
    kind: 'choice',
    choices: [choice('enclose', 'Around cells', '칸을 묶음'), choice('letters', 'Letters', '글자')],
    label: { en: 'Quotation marks', ko: '따옴표' },
    help: {
      en: 'Whether " stands around a cell that holds a delimiter, or is a letter like all others. When left out, it is a letter only between tabs, where the rows fit only then.',
      ko: '"가 구분 문자를 담은 칸을 묶는지, 다른 글자와 같은 글자인지 정합니다. 정하지 않으면 탭으로 나눈 파일에서 글자로 읽어야만 행이 맞을 때에만 글자로 읽습니다.',
    },
  },
  {
    name: 'target',
    kind: 'column',
    label: { en: 'Target', ko: '타깃' },
    help: {
      en: 'The column to predict. The one named like a target, else the last that is no date, when left out.',
      ko: '예측할 열입니다. 정하지 않으면 타깃 같은 이름의 열, 없으면 날짜가 아닌 마지막 열입니다.',
    },
  },
  {
    name: 'task',
    kind: 'choice',
    choices: [
      choice('classification', 'Classification', '분류'),
      choice('regression', 'Regression', '회귀'),
    ],
    label: { en: 'Task', ko: '과제' },
    help: {
      en: 'Whether the target names classes or is a number. Found in its values when left out.',
      ko: '타깃이 클래스인지 수인지 정합니다. 정하지 않으면 값을 보고 찾습니다.',
    },
  },
  {
    name: 'text',
    kind: 'column',
    label: { en: 'Text', ko: '텍스트' },
    help: {
      en: 'The column of texts that the network reads. It makes this a text dataset.',
      ko: '신경망이 읽을 텍스트 열입니다. 이 열이 있으면 텍스트 데이터셋이 됩니다.',
    },
  },
  {
    name: 'columns',
    kind: 'columnTypes',
    choices: [
      choice('number', 'Number', '수'),
      choice('category', 'Category', '범주'),
      choice('date', 'Date', '날짜'),
      choice('skip', 'Leave out', '제외'),
    ],
    label: { en: 'Column types', ko: '열 종류' },
    help: {
      en: 'How the cells of each column are read. Found in its values when left out.',
      ko: '각 열의 값을 읽는 방식입니다. 정하지 않으면 값을 보고 찾습니다.',
    },
  },
  {
    name: 'splitColumn',
    kind: 'column',
    label: { en: 'Split column', ko: '분할 열' },
    help: {
      en: 'The column that says train, validation or test of each row.',
      ko: '행마다 train, validation, test 중 하나를 적은 열입니다.',
    },
  },
  {
    name: 'missing',
    kind: 'choice',
    choices: [
      choice('keep', 'Keep the row', '행 유지'),
      choice('drop', 'Leave the row out', '행 제외'),
    ],
    label: { en: 'Missing values', ko: '결측값' },
    help: {
      en: 'Kept rows are filled when training starts, from the training split alone.',
      ko: '유지한 행의 빈 값은 학습을 시작할 때 학습 데이터셋의 통계로만 채웁니다.',
    },
  },
  {
    name: 'ragged',
    kind: 'choice',
    choices: [
      choice('refuse', 'Refuse the file', '파일 거부'),
      choice('drop', 'Leave the row out', '행 제외'),
    ],
    label: { en: 'Rows of another length', ko: '길이가 다른 행' },
    help: {
      en: 'What happens to rows with more or fewer fields than the header. They are named either way.',
      ko: '머리글보다 필드가 많거나 적은 행을 어떻게 할지 정합니다. 어느 쪽이든 어떤 행인지 알려 줍니다.',
    },
  },
  {
    name: 'size',
    kind: 'size',
    label: { en: 'Size (width × height)', ko: '크기 (너비 × 높이)' },
    help: {
      en: 'Width and height of all images, at most 1024. When left out: the size that most images have, else a square of the median side.',
      ko: '모든 이미지의 너비와 높이이며 최대 1024입니다. 정하지 않으면 절반이 넘는 이미지의 크기이고, 그런 크기가 없으면 변 길이의 중앙값을 한 변으로 하는 정사각형입니다.',
    },
  },
  {
    name: 'fit',
    kind: 'choice',
    choices: [
      choice('stretch', 'Stretch', '늘이기'),
      choice('crop', 'Crop around the centre', '가운데 자르기'),
      choice('pad', 'Pad with black', '검은 여백 채우기'),
    ],
    label: { en: 'Images of another size', ko: '크기가 다른 이미지' },
    help: {
      en: 'How they become the size above. Stretching changes their proportions, cropping loses what lies at two edges, and padding keeps all and adds black bars.',
      ko: '위 크기로 맞추는 방식입니다. 늘이면 가로세로 비율이 바뀌고, 자르면 양쪽 가장자리가 사라지며, 여백을 채우면 전체가 남고 검은 띠가 생깁니다.',
    },
  },
  {
    name: 'color',
    kind: 'choice',
    choices: [choice('rgb', 'Colour', '컬러'), choice('grey', 'Grey', '회색조')],
    label: { en: 'Colour mode', ko: '색상 모드' },
    help: {
      en: 'Three channels or one. Grey where all images are grey, when left out.',
      ko: '채널을 세 개로 할지 하나로 할지 정합니다. 정하지 않고 모든 이미지가 회색이면 회색조입니다.',
    },
  },
  {
    name: 'damaged',
    kind: 'choice',
    choices: [
      choice('refuse', 'Refuse them all', '모두 거부'),
      choice('drop', 'Leave the image out', '이미지 제외'),
    ],
    label: { en: 'Damaged images', ko: '손상된 이미지' },
    help: {
      en: 'What happens where an image cannot be read. It is named either way.',
      ko: '읽을 수 없는 이미지가 있을 때 어떻게 할지 정합니다. 어느 쪽이든 어떤 파일인지 알려 줍니다.',
    },
  },
];
