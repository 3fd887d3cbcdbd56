/** One position of an order. */
export interface OrderItem {
  readonly productId: number;
  readonly quantity: number;
  readonly unitCents: number;
}

const FREE_SHIPPING_FROM = 5_000;
const SHIPPING = 490;

/**
 * Sum of all positions in cents.
 * @param items positions of one order
 */
export function subtotal(items: readonly OrderItem[]): number {
  return items.reduce((sum, item) => sum + item.quantity * item.unitCents, 0);
}

/**
 * What shipping costs in cents: nothing from 50 euros on.
 * @param items positions of one order
 */
export function shippingCost(items: readonly OrderItem[]): number {
  return subtotal(items) >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
}

/**
 * What the customer pays in cents.
 * @param items positions of one order
 */
export function total(items: readonly OrderItem[]): number {
  return subtotal(items) + shippingCost(items);
}
