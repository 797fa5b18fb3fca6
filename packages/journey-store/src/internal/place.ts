/** What every key begins with: the stream that a row belongs to. */
export type Place = readonly [shard: number, tenant: string, stream: string];

/** The condition on a {@link Place} that is passed as the first three parameters. */
export const AT_PLACE = 'shard = $1 AND tenant = $2 AND stream = $3';
