import { runReadme } from '../../../scripts/run-readme.js';

runReadme(import.meta.url);
