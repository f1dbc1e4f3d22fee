import type { ElectronApplication } from '@playwright/test';

/** Chooses the file or folder in the system's next dialogs. */
export function answerOpen(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}
