/** What a command of the terminal works with. */
import type { StudioApi } from '../../core/contract/StudioApi.ts';
import { studioPaths } from '../paths.ts';
import { createStudioService, type StudioService } from '../service/StudioService.ts';
import { studioHome } from '../service/studioHome.ts';
import { studioVersion } from '../studioVersion.ts';
import type { Terminal } from './Terminal.ts';

export interface CommandContext {
  readonly terminal: Terminal;
  /** Print JSON Lines instead of text. */
  readonly json: boolean;
  readonly home: string;
}

export interface GlobalOptions {
  readonly json?: boolean;
  readonly home?: string;
}

export function commandContext(terminal: Terminal, options: GlobalOptions): CommandContext {
  return {
    terminal,
    json: options.json ?? false,
    home: studioHome({ chosen: options.home }),
  };
}

export interface OpenStudio {
  readonly service: StudioService;
  readonly request: StudioApi['request'];
}

/** Opens the studio of the home for the time of `use`. */
export async function withStudio<T>(
  { home }: Pick<CommandContext, 'home'>,
  use: (studio: OpenStudio) => Promise<T>,
): Promise<T> {
  const service = createStudioService({
    home,
    version: studioVersion(),
    ...studioPaths(),
    gpu: true,
  });
  try {
    // The contract's types hold because the service parses what comes in and makes what goes out.
    return await use({ service, request: service.request as StudioApi['request'] });
  } finally {
    await service.close();
  }
}
