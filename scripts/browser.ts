// The one way in which tests find and start a browser.
//
// An installed Chrome or Chromium is taken where there is one; else the Chromium that the npm package `@sparticuz/chromium`
// carries (Linux; it is unpacked into the temporary folder). `DOSSIERKIT_BROWSER` names another program.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { build } from 'tsup';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PROGRAMS = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

const MACOS_AND_WINDOWS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of an installed Chrome or Chromium, or `undefined`. */
export function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  const wanted = process.env.DOSSIERKIT_BROWSER;
  return [...(wanted ? [wanted] : []), ...onPath, ...MACOS_AND_WINDOWS].find((path) => existsSync(path));
}

/** Starts a browser without a window. The caller closes it. `extraArgs` are added to Chromium's command line. */
export async function launchBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  const args = [...ARGS, ...extraArgs];
  return chromium.launch({ ...(await program()), args, env: quietEnvironment(), timeout: 20_000 });
}

async function program(): Promise<LaunchOptions> {
  const installed = installedBrowser();
  if (installed) return { executablePath: installed };
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath() };
}

/** Without a desktop's session bus, about which Chromium would complain for seconds. */
function quietEnvironment(): Record<string, string> {
  const set = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(set), DBUS_SESSION_BUS_ADDRESS: '/dev/null' };
}

/** The text of a script that puts everything an entry file exports into the global `name`, as a bundler would ship it. */
export async function bundleForBrowser(entry: URL, name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  try {
    await build({
      entry: { bundle: fileURLToPath(entry) },
      outDir: folder,
      format: ['iife'],
      globalName: name,
      platform: 'browser',
      target: 'es2023',
      noExternal: [/.*/],
      config: false,
      silent: true,
      dts: false,
      clean: false,
      esbuildOptions: (options) => {
        options.conditions = ['@dossierkit/source'];
      },
    });
    return readFileSync(join(folder, 'bundle.global.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
