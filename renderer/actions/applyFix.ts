import type { SpecFix } from '../../core/contract/SpecEdit.ts';
import { i18n } from '../i18n/i18n.ts';
import { announce } from '../state/announcement.ts';
import { whenChecked } from '../state/whenChecked.ts';
import { applyEdits } from './applyEdits.ts';

/**
 * One step, to be undone. The button goes with the problem, so what it did is said.
 *
 * Pressed right behind another change, it waits for what the studio says of that, and does its work
 * only if the very same is still offered: a second press of it finds nothing to mend.
 */
export function applyFix(fix: SpecFix): void {
  const pressed = JSON.stringify(fix);
  whenChecked(({ problems }) => {
    const offered = problems.flatMap(({ fixes = [] }) => fixes);
    if (!offered.some((one) => JSON.stringify(one) === pressed) || !applyEdits(fix)) return;
    announce(i18n.t('advice.done', { what: fix.label[i18n.language === 'ko' ? 'ko' : 'en'] }));
  });
}
