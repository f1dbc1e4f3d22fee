/** Writes resources/THIRD_PARTY_LICENSES.txt anew; run it after a dependency came, went or changed its version. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { thirdPartyLicenses } from './thirdPartyLicenses.ts';

writeFileSync(join(root, 'resources', 'THIRD_PARTY_LICENSES.txt'), thirdPartyLicenses());
