import type { ScheduleDefinition } from './ScheduleDefinition.ts';

/**
 * lr. Not PyTorch's ConstantLR, which scales the first epochs: a warm-up does that here.
 */
export const Constant: ScheduleDefinition = {
  descriptor: {
    type: 'Constant',
    family: 'schedule',
    summary: {
      en: 'The learning rate stays as it is.',
      ko: '학습률을 그대로 유지합니다.',
    },
    equation: 'lrₑ = lr',
    options: [],
  },
  steppedBy: 'epoch',
  learningRate: (_step, { learningRate }) => learningRate,
};
