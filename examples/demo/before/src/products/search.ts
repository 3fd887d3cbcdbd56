import type { Request, Response } from 'express';
import { pool } from '../database.ts';

/** Answers with the products whose name contains the term `q`. */
export async function searchProducts(request: Request, response: Response): Promise<void> {
  const term = String(request.query.q ?? '').slice(0, 100);
  const result = await pool.query(
    'SELECT id, name, price_cents FROM products WHERE name ILIKE $1 ORDER BY name LIMIT 50',
    [`%${term}%`],
  );
  response.json(result.rows);
}
