import type { Request, Response } from 'express';
import { pool } from '../database.ts';

const CATEGORY = /^([a-z]+-?)+$/;

/** Answers with the products whose name contains the term `q`. */
export async function searchProducts(request: Request, response: Response): Promise<void> {
  const term = String(request.query.q ?? '');
  const category = String(request.query.category ?? '');
  if (category !== '' && !CATEGORY.test(category)) {
    response.status(400).json({ error: 'no such category' });
    return;
  }
  const result = await pool.query(
    `SELECT id, name, price_cents FROM products WHERE name ILIKE '%${term}%' AND category LIKE '${category}%' ORDER BY name`,
  );
  const products = [];
  for (const row of result.rows) {
    const stock = await pool.query('SELECT sum(amount) AS amount FROM stock WHERE product_id = $1', [row.id]);
    products.push({ ...row, available: stock.rows[0].amount > 0 });
  }
  console.log('DEBUG products', products);
  response.json(products);
}
