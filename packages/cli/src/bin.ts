#!/usr/bin/env node
import { createRequire } from 'node:module';
import { timestampFromMs } from '@dossierkit/core';
import { runProgram } from './main.js';
import type { Output } from './terminal.js';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
// A reader who has seen enough (`| head`) ends the program as an interruption would.
process.stdout.once('error', () => interrupted.abort());

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
    color: stream.isTTY === true && stream.hasColors(),
  };
}

process.exitCode = await runProgram({
  args: process.argv.slice(2),
  out: outputTo(process.stdout),
  err: outputTo(process.stderr),
  // The program is the host: this is where the clock comes from.
  now: () => timestampFromMs(performance.timeOrigin + performance.now()),
  elapsedMs: () => performance.now(),
  version,
  signal: interrupted.signal,
});
