import type { LeakageReport } from '../../core/contract/LeakageReport.ts';
import { formatCount } from './format.ts';
import type { Terminal } from './Terminal.ts';

const SHOWN_GROUPS = 3;

/** What a leakage scan found, and what it looked for. */
export function showLeakage(terminal: Terminal, report: LeakageReport): void {
  for (const { severity, kind, text, groups } of report.findings) {
    terminal.line(`${severity}  ${kind}: ${text.en}`);
    for (const group of groups.slice(0, SHOWN_GROUPS)) {
      const members = group.slice(0, 10).map(({ index, split }) => `${index} (${split ?? 'none'})`);
      terminal.line(`         samples ${members.join(', ')}${group.length > 10 ? ' ...' : ''}`);
    }
  }
  const { checked, compared, samples, findings, isPartial } = report;
  if (findings.length === 0) terminal.line('No leak found.');
  terminal.line(`Looked for ${checked.join(', ')}.`);
  if (!checked.includes('near-copies')) return;
  const extent = `${formatCount(compared)} of ${formatCount(samples)} samples`;
  terminal.line(`Near copies: ${extent} compared${isPartial ? ', not all pairs' : ''}.`);
}
