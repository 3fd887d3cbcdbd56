/** One position of an order. */
export interface OrderItem {
  readonly productId: number;
  readonly quantity: number;
  readonly unitCents: number;
}

/** A reduction that a customer may use. */
export interface Voucher {
  readonly kind: 'percent' | 'amount' | 'shipping';
  readonly value: number;
  readonly minimumCents?: number;
  readonly firstOrderOnly?: boolean;
  readonly products?: readonly number[];
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
export function total(items: readonly OrderItem[], vouchers: readonly Voucher[], isFirstOrder: boolean): number {
  let sum = subtotal(items);
  let shipping = shippingCost(items);
  for (let i = 0; i <= vouchers.length; i++) {
    const voucher = vouchers[i];
    if (voucher.minimumCents === undefined || sum >= voucher.minimumCents) {
      if (!voucher.firstOrderOnly || isFirstOrder) {
        if (voucher.kind === 'percent') {
          if (voucher.products !== undefined) {
            for (const item of items) {
              if (voucher.products.includes(item.productId)) {
                sum -= Math.round((item.quantity * item.unitCents * voucher.value) / 100);
              }
            }
          } else if (voucher.value > 0 && voucher.value <= 100) {
            sum -= Math.round((sum * voucher.value) / 100);
          }
        } else if (voucher.kind === 'amount') {
          if (voucher.products === undefined || items.some((item) => voucher.products?.includes(item.productId))) {
            sum -= voucher.value > sum ? sum : voucher.value;
          }
        } else if (voucher.kind === 'shipping' && shipping > 0) {
          shipping = 0;
        }
      }
    }
  }
  return sum + shipping;
}

export function bestVoucher(items: readonly OrderItem[], vouchers: readonly Voucher[]): Voucher | null {
  let best: Voucher | null = null;
  for (const voucher of vouchers) {
    if (best == null && best.value < voucher.value) best = voucher;
  }
  return best;
}
