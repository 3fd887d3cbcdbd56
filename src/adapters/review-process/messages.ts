import type { ProcessEnd, ProcessEvent, ProcessOrder } from '../../ports.ts';

/** From the service to a review process. `assets`: folder of the built assets, as an address. */
export type ToProcess =
  | { readonly kind: 'start'; readonly assets: string }
  | { readonly kind: 'order'; readonly order: ProcessOrder };

/** From a review process to the service. `rssBytes` is its memory when the order ended. */
export type FromProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'event'; readonly event: ProcessEvent }
  | { readonly kind: 'end'; readonly end: ProcessEnd; readonly rssBytes: number };
