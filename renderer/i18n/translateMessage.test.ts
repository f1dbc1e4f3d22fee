import fc from 'fast-check';
import { expect, test } from 'vitest';
import messages from '../../resources/translations/messages.ko.json';
import { translateMessage } from './translateMessage.ts';

const ko = (text: string) => translateMessage('ko', text);

test.each([
  [
    'Batch size 1,601 is larger than the training split of 600 samples.',
    '미니배치 크기 1,601이 학습 데이터셋의 샘플 600개보다 큽니다.',
  ],
  [
    'Dropout p must be in [0, 1). Received 1.2.',
    'Dropout의 p는 [0, 1) 범위의 값이어야 합니다. 입력한 값: 1.2.',
  ],
  [
    'The model has nothing to learn. Add a Linear layer.',
    '모델에 학습할 파라미터가 없습니다. Linear 계층을 추가하세요.',
  ],
  [
    "Line 1, column 47: Conv2d padding 'same' pads one side by a pixel more than the other with a kernel_size of (3, 2) and a dilation of 1. Here both sides are padded alike: give an odd kernel_size, or the padding in pixels.",
    "1행 47열: kernel_size가 (3, 2), dilation이 1이면 Conv2d의 padding 'same'은 한쪽에 한 픽셀을 더 덧붙입니다. 여기서는 양쪽을 똑같이 채웁니다. kernel_size를 홀수로 하거나 패딩을 픽셀 수로 쓰세요.",
  ],
  [
    "Line 1, column 42: Conv2d padding 'same' needs a stride of 1. Received (2, 1). PyTorch takes it with no other: give the padding in pixels.",
    "1행 42열: Conv2d의 padding이 'same'이면 stride는 1이어야 합니다. 입력한 값: (2, 1). PyTorch도 다른 stride와는 받지 않습니다. 패딩을 픽셀 수로 쓰세요.",
  ],
  ['Layer 3.0 cannot be read: "a". It is left out.', '계층 3.0을 읽을 수 없어 뺐습니다: "a"'],
  [
    'outFeatures of layer 0 cannot be read: {}. It is left out.',
    '계층 0의 outFeatures를 읽을 수 없어 뺐습니다: {}',
  ],
  ['team cannot be read: "ours". It is left out.', 'team을 읽을 수 없어 뺐습니다: "ours"'],
  ['row 214, column 3', '214행, 3 열'],
  ['row 2, column "b"', '2행, "b" 열'],
  ['line 7', '7줄'],
])('%s', (english, korean) => {
  expect(ko(english)).toBe(korean);
  expect(translateMessage('en', english)).toBe(english);
});

test('leaves what it does not know as it is, and never throws', () => {
  expect(ko('Nobody says this.')).toBe('Nobody says this.');
  const part = fc.constantFrom(...Object.keys(messages.sentences));
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 4 }), (parts) => {
      const text = parts.join(' ');
      expect(typeof ko(text)).toBe('string');
      expect(translateMessage('en', text)).toBe(text);
    }),
  );
});

test.each(Object.entries({ ...messages.sentences, ...messages.phrases }))(
  '%s: the Korean uses placeholders of the English alone',
  (english, korean) => {
    const names = [...korean.matchAll(/\{(?:\w+ )?(\w+)\}/g)].map(([, name]) => name);
    const known = [...english.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(known).toEqual(expect.arrayContaining(names));
  },
);
