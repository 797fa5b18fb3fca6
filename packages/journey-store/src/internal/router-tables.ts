import type { Dialect } from './schema.js';

/**
 * Events of routers, and their snapshots in parts. They are apart from other streams: a router's snapshot may be hundreds of
 * megabytes, and is written now and then, not with each event.
 */
export function routerTables({ text }: Dialect): readonly string[] {
  return [
    `CREATE TABLE routers (
      shard INTEGER NOT NULL, tenant ${text} NOT NULL, router ${text} NOT NULL, version INTEGER NOT NULL,
      PRIMARY KEY (shard, tenant, router))`,
    `CREATE TABLE router_events (
      shard INTEGER NOT NULL, tenant ${text} NOT NULL, router ${text} NOT NULL, version INTEGER NOT NULL,
      event TEXT NOT NULL, PRIMARY KEY (shard, tenant, router, version))`,
    `CREATE TABLE router_snapshots (
      shard INTEGER NOT NULL, tenant ${text} NOT NULL, router ${text} NOT NULL, version INTEGER NOT NULL,
      part INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (shard, tenant, router, version, part))`,
  ];
}
