import { type Timestamp, timestamp } from '@dossierkit/core';
import { type RepresentativeClaim, verifyRepresentative } from '@dossierkit/registry-verify';
import { type Arguments, readArguments, USAGE } from './arguments.js';
import { printReport } from './print.js';
import { openRegisters } from './registers.js';
import { samples } from './samples.js';

/** What a command needs of its surroundings: passed in, so that a test can look on. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: string;
  write(text: string): void;
  writeError(text: string): void;
  readonly colors: boolean;
}

/** Runs the command. Exit code 0: there is an answer, whatever it is. 2: the question was not understood. */
export async function companyCheck(argv: readonly string[], around: Surroundings): Promise<number> {
  const read = readArguments(argv);
  if (read === 'help') {
    around.write(USAGE);
    return 0;
  }
  if (typeof read === 'string') {
    around.writeError(`${read}\n\n${USAGE}`);
    return 2;
  }
  const claims = read.claim ? [read.claim] : read.real ? [] : samples;
  if (claims.length === 0) {
    around.writeError(`Say which company and which person.\n\n${USAGE}`);
    return 2;
  }
  await answer(claims, read, around);
  return 0;
}

async function answer(
  claims: readonly RepresentativeClaim[],
  read: Arguments,
  around: Surroundings,
): Promise<void> {
  const at: Timestamp = timestamp(around.now);
  const opened = await openRegisters(read.real, around.env);
  try {
    const reports = [];
    for (const claim of claims) {
      const report = await verifyRepresentative(claim, { registers: opened.registers, at });
      reports.push(report);
      if (!read.json) around.write(printReport(claim, report, { ...read, ...opened, colors: around.colors }));
    }
    const source = opened.isLocal ? 'bundled-local-registers' : 'real-registers';
    if (read.json) around.write(`${JSON.stringify({ source, reports }, null, 2)}\n`);
  } finally {
    await opened.close();
  }
}
