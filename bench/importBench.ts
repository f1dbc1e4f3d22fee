/**
 * `npm run bench:import`: how fast files come into the library, and what memory that takes; with
 * `--quick` a tenth of the data.
 */
import { importRates } from './importRates.ts';
import { importReport } from './importReport.ts';

console.log(importReport(await importRates(process.argv.includes('--quick'))));
