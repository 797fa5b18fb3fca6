// The one way in which tests outside of `journey-store` start a real PostgreSQL. Its programs are a dependency of that package.
export { type PostgresServer, startPostgres } from '../packages/journey-store/test/postgres-server.js';
