import type { Allowance, ProcessEnd, ProcessEvent, ProcessOrder, SpendingWish } from '../../ports.ts';

/** From the service to a review process. `assets`: folder of the built assets, as an address. */
export type ToProcess =
  | { readonly kind: 'start'; readonly assets: string }
  | { readonly kind: 'order'; readonly order: ProcessOrder }
  /** The answer to a wish; null when it could not be found out. */
  | { readonly kind: 'allowance'; readonly allowance: Allowance | null };

/** From a review process to the service. `rssBytes` is its memory when the order ended. */
export type FromProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'event'; readonly event: ProcessEvent }
  | { readonly kind: 'wish'; readonly wish: SpendingWish }
  | { readonly kind: 'end'; readonly end: ProcessEnd; readonly rssBytes: number };
