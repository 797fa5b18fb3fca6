export function buildPackages(): Promise<number>;
