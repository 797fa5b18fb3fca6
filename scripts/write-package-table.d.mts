export function readmeWithTable(): string;
