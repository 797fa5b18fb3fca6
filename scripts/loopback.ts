// Some tests talk to servers of their own on 127.0.0.1. A network namespace that was just made (`unshare -n`, to prove that
// nothing is fetched at run time) has its loopback interface down; this brings it up where that is allowed.
import { spawnSync } from 'node:child_process';
import { networkInterfaces } from 'node:os';

const hasLoopback = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => internal));

/** Vitest calls this once before all tests. */
export function setup(): void {
  if (hasLoopback() || process.platform !== 'linux') return;
  for (const [program, args] of [
    ['ip', ['link', 'set', 'lo', 'up']],
    ['ifconfig', ['lo', 'up']],
  ] as const) {
    spawnSync(program, args, { stdio: 'ignore' });
    if (hasLoopback()) return;
  }
  console.warn('There is no loopback interface: tests that talk to a server on 127.0.0.1 will fail.');
}
