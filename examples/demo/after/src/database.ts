import { Pool } from 'pg';
import { readConfig } from './config.ts';

/** One pool for the whole process. */
export const pool = new Pool({ connectionString: readConfig().databaseUrl, max: 10 });
