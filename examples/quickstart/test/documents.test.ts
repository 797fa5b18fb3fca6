import { runReadme } from '../../../scripts/run-readme.js';

runReadme(import.meta.url, '../../../README.md');
runReadme(import.meta.url, '../../../docs/concepts.md');
runReadme(import.meta.url, '../../../docs/getting-started.md');
