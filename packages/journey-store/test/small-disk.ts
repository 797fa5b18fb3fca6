import { spawnSync } from 'node:child_process';

/** A folder that takes only so much. */
export interface SmallDisk {
  /**
   * `tmpfs`: a file system of that size, which only the server sees. `limit`: where this user may not mount one, a limit on
   * the size of every file, at which the system refuses to write just the same, under another name.
   */
  readonly kind: 'tmpfs' | 'limit';
  /** What stands before the server's own command line. */
  readonly prefix: readonly string[];
  /** Set where the prefix itself changes to the server's user. */
  readonly owner?: object;
}

/** Makes a folder small for one program, with what this machine allows. */
export function smallDisk(folder: string, mebibytes: number, uid: number | undefined): SmallDisk {
  const mount = (settings: string): string =>
    `mount -t tmpfs -o size=${mebibytes}m,${settings} tmpfs '${folder}' && exec "$@"`;
  const asRoot = ['unshare', '--mount', 'sh', '-c', mount(`uid=${uid},gid=${uid},mode=700`), 'sh'];
  const asUser = [
    ...['unshare', '--user', '--map-current-user', '--keep-caps', '--mount'],
    ...['sh', '-c', mount('mode=700'), 'sh'],
  ];
  const mounting: SmallDisk =
    uid === undefined
      ? { kind: 'tmpfs', prefix: asUser }
      : {
          kind: 'tmpfs',
          prefix: [...asRoot, 'setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'],
          owner: {},
        };
  const [command = '', ...rest] = mounting.prefix;
  if (spawnSync(command, [...rest, 'true']).status === 0) return mounting;
  // The shell counts in blocks of 512 bytes.
  return { kind: 'limit', prefix: ['sh', '-c', `ulimit -S -f ${mebibytes * 2_048} && exec "$@"`, 'sh'] };
}
