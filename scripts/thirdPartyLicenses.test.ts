import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './root.ts';
import { thirdPartyLicenses } from './thirdPartyLicenses.ts';

it('the committed licences are those of the packages that the application carries', () => {
  const committed = readFileSync(join(root, 'resources', 'THIRD_PARTY_LICENSES.txt'), 'utf8');
  // `node scripts/buildNotices.ts` writes it anew.
  expect(committed).toBe(thirdPartyLicenses());
});

it('names what is bundled and what is installed beside it, and no tools', () => {
  const text = thirdPartyLicenses();
  for (const name of [
    'react',
    'recharts',
    'zod',
    'better-sqlite3',
    'onnxruntime-node',
    'pretendard',
  ]) {
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
  expect(text).not.toMatch(/^(vitest|electron|typescript|csv-parse) \d/m);
});
