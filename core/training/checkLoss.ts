/** Problems of the loss with its options and with the targets of the dataset. */
import type { DatasetTarget } from '../contract/DatasetInfo.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { prepareLoss } from '../losses/prepareLoss.ts';
import { caught } from './caught.ts';

export function checkLoss(loss: Component, target: DatasetTarget): Problem[] {
  const outputs = target.kind === 'class' ? target.labels.length : 1;
  let problems: Problem[] = [];
  const refused = caught(() => {
    const { targetRange = {} } = prepareLoss(loss, target.kind, outputs).definition;
    problems = checkRange(loss.type, target, targetRange);
  });
  return [...refused, ...problems];
}

function checkRange(
  type: string,
  target: DatasetTarget,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY },
): Problem[] {
  if (target.kind === 'class') return [];
  if (target.minimum >= minimum && target.maximum <= maximum) return [];
  const message =
    `${type} needs targets in [${minimum}, ${maximum}]. ` +
    `Received targets from ${target.minimum} to ${target.maximum}.`;
  return [{ severity: 'error', where: 'loss', message }];
}
