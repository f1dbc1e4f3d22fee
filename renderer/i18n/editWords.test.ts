import { afterEach, expect, test, vi } from 'vitest';
import { catalog } from '../../core/catalog/catalog.ts';
import type { EditName } from '../../core/contract/EditName.ts';
import { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { useCatalog } from '../state/catalog.ts';
import { editWords } from './editWords.ts';
import { i18n } from './i18n.ts';

vi.mock('../studio.ts', () => ({ request: vi.fn(), desktop: {} }));

useCatalog.setState({ catalog });
afterEach(() => i18n.changeLanguage('en').then(() => undefined));

test.each<[EditName, string, string]>([
  [{ edit: 'layers', verb: 'move', type: 'Dropout', count: 1 }, 'move Dropout', 'Dropout 옮기기'],
  [{ edit: 'layers', verb: 'remove', count: 3 }, 'remove 3 layers', '계층 3개 제거'],
  [
    { edit: 'option', type: 'Linear', option: 'outFeatures', count: 1 },
    'output features of Linear',
    'Linear의 출력 특징 수',
  ],
  [
    { edit: 'option', type: 'Dropout', option: 'p', count: 6 },
    'drop probability of 6 Dropout layers',
    'Dropout 계층 6개의 드롭 확률',
  ],
  [
    { edit: 'option', type: 'Adam', option: 'learningRate', count: 1 },
    'learning rate of Adam',
    'Adam의 학습률',
  ],
  [{ edit: 'groupName', name: 'conv' }, 'name the group conv', '그룹 이름을 conv로 바꾸기'],
  [
    { edit: 'groupNote', name: 'conv', isWritten: true },
    'write a note on the group conv',
    '그룹 conv에 메모 쓰기',
  ],
  [
    { edit: 'groupNote', name: 'conv', isWritten: false },
    'remove the note on the group conv',
    '그룹 conv의 메모 지우기',
  ],
  [
    { edit: 'layerName', type: 'Linear', name: 'encoder' },
    'name Linear encoder',
    'Linear 이름을 encoder로 바꾸기',
  ],
  [
    { edit: 'layerNote', type: 'Linear', isWritten: true },
    'write a note on Linear',
    'Linear에 메모 쓰기',
  ],
  [
    { edit: 'layerNote', type: 'Linear', isWritten: false },
    'remove the note on Linear',
    'Linear의 메모 지우기',
  ],
  [{ edit: 'layerName', type: 'Linear' }, 'remove the name of Linear', 'Linear 이름 지우기'],
  [
    { edit: 'template', name: { en: 'Small VGG', ko: '작은 VGG' } },
    'template Small VGG',
    '템플릿 작은 VGG',
  ],
  [
    { edit: 'fix', label: { en: 'Insert Flatten', ko: 'Flatten 넣기' } },
    'insert Flatten',
    'Flatten 넣기',
  ],
  [{ edit: 'network' }, 'layers of the network', '신경망의 계층'],
  [{ edit: 'setting', place: 'training.batchSize' }, 'batch size', '미니배치 크기'],
  [{ edit: 'setting', place: 'training.earlyStopping.patience' }, 'early stopping', '조기 종료'],
  [{ edit: 'setting', place: 'of a newer studio' }, 'several settings', '여러 설정'],
  [{ edit: 'settings' }, 'several settings', '여러 설정'],
])('%o in both languages', async (name, english, korean) => {
  expect(editWords(name)).toBe(english);
  await i18n.changeLanguage('ko');
  expect(editWords(name)).toBe(korean);
});

test('every setting of the document has a word of its own', () => {
  const { format, version, model, ...places } = ExperimentSpec.shape;
  for (const place of Object.keys(places)) {
    expect(editWords({ edit: 'setting', place })).not.toBe('several settings');
  }
});
