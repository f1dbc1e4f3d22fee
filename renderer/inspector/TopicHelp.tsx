import { useTranslation } from 'react-i18next';
import type { HelpTopic } from '../state/inspection.ts';
import { HelpCard } from './HelpCard.tsx';

/** Help for what is not in the catalog; its words are in the translations. */
export function TopicHelp({ topic }: { readonly topic: HelpTopic }) {
  const { t } = useTranslation();
  const advice = t(`help.${topic}.advice`);
  return (
    <HelpCard
      title={t(`help.${topic}.title`)}
      summary={t(`help.${topic}.summary`)}
      equation={t(`help.${topic}.equation`)}
      facts={[
        { name: t('inspector.unit'), value: t(`help.${topic}.unit`) },
        { name: t('inspector.range'), value: t(`help.${topic}.range`) },
        { name: t('inspector.default'), value: t(`help.${topic}.default`) },
      ]}
    >
      {advice ? (
        <div className="border-t border-line pt-3">
          <p className="caption mb-1">
            {t(topic.startsWith('screen') ? 'inspector.tip' : 'inspector.advice')}
          </p>
          <p className="text-pretty">{advice}</p>
        </div>
      ) : null}
    </HelpCard>
  );
}
