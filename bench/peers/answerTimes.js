// How a peer speaks to childContender.ts: says what it is, then trains for the seconds in each line of stdin.
import { createInterface } from 'node:readline';

// `step(index)` trains one minibatch; where it gives a promise, that is waited for.
export async function answerTimes({ detail, batchSize, step }) {
  console.log(JSON.stringify({ detail }));
  for await (const line of createInterface({ input: process.stdin })) {
    const [start, cpuStart] = [performance.now(), process.cpuUsage()];
    let [steps, seconds] = [0, 0];
    while (seconds < Number(line)) {
      const pending = step(steps);
      if (pending) await pending;
      steps += 1;
      seconds = (performance.now() - start) / 1000;
    }
    const { user, system } = process.cpuUsage(cpuStart);
    const cpuSeconds = (user + system) / 1e6;
    console.log(JSON.stringify({ samples: steps * batchSize, seconds, cpuSeconds }));
  }
}
