import type { ElectronApplication } from '@playwright/test';

/** Chooses the files or the folder in the system's next dialogs. */
export function answerOpen(app: ElectronApplication, ...paths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
  }, paths);
}
