import { executorContender } from './executorContender.ts';
import { naiveExecutor } from './naiveExecutor.ts';

export const naiveContender = executorContender({
  name: 'naive, a kernel an operation',
  open: async () => naiveExecutor(),
});
