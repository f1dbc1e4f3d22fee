/** The first minute: three samples as pictures of their real data; one click trains. */
import { FolderOpen, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { importDataset } from '../../actions/importDataset.ts';
import { newExperiment } from '../../actions/newExperiment.ts';
import { Button } from '../../components/Button.tsx';
import { useDatasets } from '../../state/datasets.ts';
import { RecentWork } from './RecentWork.tsx';
import { SampleCard } from './SampleCard.tsx';

export function WelcomeScreen() {
  const { t } = useTranslation();
  const samples = useDatasets((state) => state.samples);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-5xl flex-col gap-9 px-8 py-10">
        <header>
          <h1 className="text-xl font-semibold tracking-tight">{t('welcome.title')}</h1>
          <p className="mt-1 text-md text-pretty text-muted">{t('welcome.subtitle')}</p>
        </header>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-4">
          {samples.map((sample) => (
            <li key={sample.id} className="flex">
              <SampleCard sample={sample} />
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-dashed border-line px-5 py-4">
          <div className="mr-auto">
            <p className="font-semibold">{t('welcome.ownData')}</p>
            <p className="text-muted">{t('data.formats')}</p>
          </div>
          <Button onClick={() => void importDataset('file')}>
            <Plus aria-hidden />
            {t('data.importFile')}
          </Button>
          <Button onClick={() => void importDataset('folder')}>
            <FolderOpen aria-hidden />
            {t('data.importFolder')}
          </Button>
          <Button variant="ghost" onClick={() => void newExperiment()}>
            {t('experiment.new')}
          </Button>
        </div>
        <RecentWork />
      </div>
    </div>
  );
}
