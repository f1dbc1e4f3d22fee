/** Python as the tests of exported projects run it. */
import { spawnSync } from 'node:child_process';

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
export const hasPython = runs('python3', '--version');
/** Debian's torch belongs to Debian's Python, which need not be the first on the path. */
export const python = ['python3', '/usr/bin/python3'].find((one) =>
  runs(one, '-c', 'import torch'),
);
export const torch = python ?? 'no python';

export function call(command: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** What torchrun does, which in torch 1.13 does not start under Python 3.11. */
export const twoProcesses = `
import os, socket, subprocess, sys
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = str(free.getsockname()[1])
common = {**os.environ, "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
command = [sys.executable, "train.py", *sys.argv[1:]]
workers = [subprocess.Popen(command, env={**common, "RANK": str(i)}) for i in range(2)]
sys.exit(max(worker.wait() for worker in workers))
`;
