import { companyCheck } from './company-check.js';

process.exitCode = await companyCheck(process.argv.slice(2), {
  env: process.env,
  now: new Date().toISOString(),
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  colors: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
});
