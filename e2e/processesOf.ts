import { readdirSync, readFileSync } from 'node:fs';

/** The ids of the processes of this home's studio that run the entry. */
export function processesOf(home: string, entry: string): string[] {
  return readdirSync('/proc').filter((id) => {
    const command = readProcess(id, 'cmdline');
    const environment = readProcess(id, 'environ').split('\0');
    return command.includes(entry) && environment.includes(`DESCENT_HOME=${home}`);
  });
}

/** Empty for what is no process, or has just ended. */
function readProcess(id: string, file: 'cmdline' | 'environ'): string {
  try {
    return /^\d+$/.test(id) ? readFileSync(`/proc/${id}/${file}`, 'utf8') : '';
  } catch {
    return '';
  }
}
