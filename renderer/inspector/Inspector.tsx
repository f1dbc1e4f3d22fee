/**
 * Explains the control in focus or the thing selected: what it is, its equation, unit, range,
 * default, and when to change it.
 */
import { useTranslation } from 'react-i18next';
import { type Subject, useInspection } from '../state/inspection.ts';
import { type Screen, useNavigation } from '../state/navigation.ts';
import { ComponentHelp } from './ComponentHelp.tsx';
import { ImportOptionHelp } from './ImportOptionHelp.tsx';
import { OptionHelp } from './OptionHelp.tsx';
import { TopicHelp } from './TopicHelp.tsx';

const screenTopics = {
  welcome: 'screenData',
  data: 'screenData',
  model: 'screenModel',
  train: 'screenTrain',
  runs: 'screenRuns',
  test: 'screenTest',
  devices: 'screenDevices',
} as const satisfies Record<Screen, string>;

export function Inspector() {
  const { t } = useTranslation();
  const screen = useNavigation((state) => state.screen);
  const chosen = useInspection((state) => state.subject);
  const subject: Subject = chosen ?? { kind: 'help', topic: screenTopics[screen] };
  return (
    <section
      aria-label={t('inspector.name')}
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="h-full overflow-y-auto border-t border-line bg-surface p-4 outline-none selectable focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset"
    >
      <Explanation subject={subject} />
    </section>
  );
}

function Explanation({ subject }: { readonly subject: Subject }) {
  switch (subject.kind) {
    case 'help':
      return <TopicHelp topic={subject.topic} />;
    case 'importOption':
      return <ImportOptionHelp option={subject.option} />;
    case 'component':
      return <ComponentHelp group={subject.group} type={subject.type} />;
    case 'option':
      return <OptionHelp {...subject} />;
    default:
      return subject satisfies never;
  }
}
