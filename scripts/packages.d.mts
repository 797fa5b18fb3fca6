export interface WorkspacePackage {
  readonly name: string;
  readonly folder: string;
  readonly manifest: {
    readonly name: string;
    readonly exports: Readonly<Record<string, unknown>>;
    readonly publishConfig: { readonly exports: Readonly<Record<string, unknown>> };
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
  };
}
export const root: string;
export function publicPackages(): WorkspacePackage[];
export function run(
  command: string,
  args: readonly string[],
  options?: object,
): Promise<{ readonly code: number; readonly output: string }>;
export function mapLimit<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]>;
