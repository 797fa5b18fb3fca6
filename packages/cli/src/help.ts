import type { Command } from './command.js';

const COMMON = [
  ['--locale LANG', 'language of the messages: en, fr, de, ar (default: en)'],
  ['--at TIME', 'check as of this day or instant (default: now)'],
  ['--all', 'list what passed, too'],
  ['--json', 'print one JSON object a line, with the whole reports'],
  ['--fail-on VERDICT', 'exit with 1 where a file gets this verdict or worse: review, reject'],
  ['--ocr-workers N', 'pages read by OCR at the same time (default: 2)'],
  ['--help', 'this text'],
] as const;

/** The overview. */
export function overview(commands: readonly Command[], version: string): string {
  return `dossierkit ${version}: checks documents on this machine; nothing is sent anywhere.

Usage: dossierkit COMMAND [OPTIONS] FILE|FOLDER …

Commands:
${columns(commands.map(({ name, summary }) => [name, summary]))}

Options of every command:
${columns(COMMON)}

Exit codes: 0 ran, 1 a file failed --fail-on, 2 unusable arguments, 130 interrupted. A broken file is a row like any other.
"dossierkit COMMAND --help" says more.
`;
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const own = Object.entries(command.options).map(([name, { value, help }]): [string, string] => [
    value ? `--${name} ${value}` : `--${name}`,
    help,
  ]);
  return `Usage: dossierkit ${command.name} [OPTIONS] FILE|FOLDER …

${command.summary}
${command.description}

Options:
${columns([...own, ...COMMON])}
`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
