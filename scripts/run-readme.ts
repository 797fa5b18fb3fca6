// Runs the `ts` examples of a Markdown file as tests, so that no document shows code that does not work.
//
// Every ```ts block is a module of its own. What it prints is compared with the comments behind the `console.log` calls:
//   console.log(1 + 1); // 2
// A comment may go on over the following lines that hold nothing but a comment. A block fenced as ```ts no-run is
// only shown (a sketch that needs a network, a server, a user's file); use it rarely.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { formatWithOptions } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';

/** Registers one test for each example of `markdown`, by default the README of the package whose test calls this. */
export function runReadme(testUrl: string, markdown = '../README.md'): void {
  const folder = dirname(fileURLToPath(testUrl));
  const path = join(folder, markdown);
  const examples = examplesOf(readFileSync(path, 'utf8'));
  const written: string[] = [];

  describe(`the examples of ${markdown}`, () => {
    afterAll(() => {
      for (const file of written) rmSync(file, { force: true });
    });

    it('has an example', () => {
      expect(examples.length).toBeGreaterThan(0);
    });

    for (const { line, code } of examples) {
      it(`line ${line} prints what its comments say`, async () => {
        const file = join(folder, `.readme-${markdown.replace(/\W+/g, '-')}-${line}.ts`);
        writeFileSync(file, `${code}\nexport {};\n`);
        written.push(file);
        expect(await printedBy(file)).toEqual(expectedOutput(code));
      });
    }
  });
}

function examplesOf(markdown: string): { line: number; code: string }[] {
  const blocks = markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm);
  return [...blocks].map((block) => ({
    line: markdown.slice(0, block.index).split('\n').length + 1,
    code: block[1] ?? '',
  }));
}

/** One entry for each `console.log` that has a comment; one without is not compared. */
function expectedOutput(code: string): (string | undefined)[] {
  const lines = code.split('\n');
  return lines.flatMap((line, at) => {
    if (/^\s*\/\//.test(line) || !line.includes('console.log(')) return [];
    const first = /\);\s*\/\/ (.*)$/.exec(line)?.[1];
    const more: string[] = [];
    for (let next = at + 1; /^\s*\/\/ /.test(lines[next] ?? ''); next++) {
      more.push((lines[next] ?? '').replace(/^\s*\/\/ /, ''));
    }
    const all = [...(first === undefined ? [] : [first]), ...more];
    return [all.length === 0 ? undefined : squeeze(all.join(' '))];
  });
}

async function printedBy(file: string): Promise<(string | undefined)[]> {
  const comments = expectedOutput(readFileSync(file, 'utf8'));
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    printed.push(squeeze(formatWithOptions({ breakLength: Number.POSITIVE_INFINITY, depth: 6 }, ...values)));
  });
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    log.mockRestore();
  }
  return printed.map((text, at) => (comments[at] === undefined && at < comments.length ? undefined : text));
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
