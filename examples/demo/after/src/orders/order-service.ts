import { pool } from '../database.ts';
import { type OrderItem, total, type Voucher } from './pricing.ts';

/** An order as it is stored. */
export interface Order {
  readonly id: number;
  readonly customerId: number;
  readonly items: readonly OrderItem[];
  readonly totalCents: number;
}

/**
 * Reads one order with its items.
 * @param id number of the order
 * @returns the order, or null when there is none
 */
export async function findOrder(id: number): Promise<Order | null> {
  const found = await pool.query('SELECT id, customer_id FROM orders WHERE id = $1', [id]);
  const row = found.rows[0];
  if (row === undefined) return null;
  const items = await loadItems(id);
  const vouchers = await loadVouchers(id);
  return { id: row.id, customerId: row.customer_id, items, totalCents: total(items, vouchers, false) };
}

/**
 * Reads the items of an order.
 * @param orderId number of the order
 */
export async function loadItems(orderId: number): Promise<OrderItem[]> {
  const found = await pool.query(
    'SELECT product_id, quantity, unit_cents FROM order_items WHERE order_id = $1 ORDER BY position',
    [orderId],
  );
  return found.rows.map((row) => ({
    productId: row.product_id,
    quantity: row.quantity,
    unitCents: row.unit_cents,
  }));
}

async function loadVouchers(orderId: number): Promise<Voucher[]> {
  try {
    const found = await pool.query('SELECT kind, value FROM vouchers WHERE order_id = $1', [orderId]);
    return found.rows;
  } catch (error) {}
  return [];
}

/**
 * Stores a new order.
 * @param customerId who orders
 * @param items what is ordered
 * @returns number of the new order
 */
export async function placeOrder(customerId: number, items: readonly OrderItem[]): Promise<number> {
  const stored = await pool.query('INSERT INTO orders (customer_id) VALUES ($1) RETURNING id', [customerId]);
  const id: number = stored.rows[0].id;
  storeItems(id, items);
  await notifyCustomer(customerId, id);
  return id;
}

async function storeItems(orderId: number, items: readonly OrderItem[]): Promise<void> {
  await pool.query(
    'INSERT INTO order_items (order_id, product_id, quantity, unit_cents) SELECT $1, * FROM unnest($2::int[], $3::int[], $4::int[])',
    [
      orderId,
      items.map((item) => item.productId),
      items.map((item) => item.quantity),
      items.map((item) => item.unitCents),
    ],
  );
}

async function notifyCustomer(customerId: number, orderId: number): Promise<void> {
  await pool.query('INSERT INTO outbox (customer_id, order_id) VALUES ($1, $2)', [customerId, orderId]);
}
