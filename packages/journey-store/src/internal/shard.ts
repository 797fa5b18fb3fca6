/** How many parts a database is cut into: the first column of every key. Fixed for the life of a database. */
export const SHARDS = 64;

/** The shard of a stream: the same on every machine (FNV-1a over UTF-16 units). */
export function shardOf(tenant: string, stream: string): number {
  const key = `${tenant}\n${stream}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  // FNV's low bits are its weakest: fold the high ones in.
  return ((hash ^ (hash >>> 16)) >>> 0) % SHARDS;
}
