/** A module that threads run, and the flags that they need for it. */
export interface WorkerScript {
  readonly filename: string;
  readonly execArgv?: readonly string[];
}

/**
 * The worker's module: the built file beside this one; where this runs from source, the source, which a thread can only
 * load with the flags that the process itself may have got otherwise (from a test runner, for example).
 */
export function workerScript(): WorkerScript {
  if (!import.meta.url.endsWith('.ts')) {
    return { filename: new URL('./worker.js', import.meta.url).href };
  }
  return {
    filename: new URL('../worker.ts', import.meta.url).href,
    execArgv: ['--conditions=@dossierkit/source', '--import', 'tsx'],
  };
}
