import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { pdf, textPicture } from './make-files.js';

const here = dirname(fileURLToPath(import.meta.url));
const files = { script: 'ends.local.ts', picture: 'ends.local.png', paper: 'ends.local.pdf' };
afterAll(() => {
  for (const file of Object.values(files)) rmSync(join(here, file), { force: true });
});

it.each([
  ['after close()', 'await reader.close();'],
  ['also where close() was forgotten', ''],
])('the process ends by itself %s', async (_, ending) => {
  writeFileSync(join(here, files.picture), await textPicture(['Hello']).png().toBuffer());
  writeFileSync(join(here, files.paper), await pdf());
  writeFileSync(
    join(here, files.script),
    `import { createReader } from '../src/index.js';
    const reader = createReader({ languages: ['eng'] });
    for (const file of ['${files.picture}', '${files.paper}']) {
      const opened = await reader.open(new URL(file, import.meta.url).pathname);
      const text = opened.ok ? await opened.value.pages[0].readText() : opened;
      console.log(text.ok);
    }
    ${ending}`,
  );
  const args = ['--import', 'tsx', '--conditions=@dossierkit/source', join(here, files.script)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 25_000 });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'true\ntrue\n', stderr: '' });
});
