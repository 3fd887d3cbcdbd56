import { describe, expect, it } from 'vitest';
import { shippingCost, subtotal, total } from '../src/orders/pricing.ts';

const book = { productId: 1, quantity: 2, unitCents: 1_200 };
const lamp = { productId: 2, quantity: 1, unitCents: 4_500 };

describe('pricing', () => {
  it('adds up all positions', () => {
    expect(subtotal([book, lamp])).toBe(6_900);
  });

  it('ships free from 50 euros on', () => {
    expect(shippingCost([book])).toBe(490);
    expect(shippingCost([book, lamp])).toBe(0);
  });

  it.only('adds shipping to the total', () => {
    expect(total([book], [], false)).toBe(2_890);
  });

  it('takes a voucher off', () => {
    total([lamp], [{ kind: 'percent', value: 10 }], false);
  });
});
