import type { Dismissal } from './dismissal.ts';
import type { EarlierReview } from './memory.ts';

/** Where the command of an order was written. Ids of the two kinds are counted apart. */
export interface OrderPlace {
  readonly commentId: number;
  /** `review`: beside a line of the change. */
  readonly commentKind: 'conversation' | 'review';
  /** Digest of the line that is the command: an edited one gives no order. */
  readonly line: string;
}

/**
 * What a command left that holds beyond its own run. It says only where the command stands: at every run the comment is
 * read again and its author's permission is asked again, so that a forged order orders nothing (R21).
 */
export type Order = OrderPlace &
  (
    | { readonly kind: 'pause' }
    /** Ends with the commit that it was given for. */
    | { readonly kind: 'override'; readonly head: string }
    /** Ends when the code of the finding changes. */
    | { readonly kind: 'dismiss'; readonly fingerprint: string }
  );

/** A command that was obeyed: for the cool-down and the daily cap. */
export interface ObeyedCommand {
  readonly commentId: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A person lets one commit pass in spite of its findings. */
export interface Override {
  /** Login of the person. */
  readonly by: string;
  readonly reason: string;
  /** The commit that it holds for, and no other. */
  readonly head: string;
  /** URL of the comment. */
  readonly source: string;
}

/** The orders that count in this run, read again from where they were given. */
export interface StandingOrders {
  readonly dismissals: readonly Dismissal[];
  /** For this very head. */
  readonly override: Override | null;
  /** Orders that ended or no longer count, one sentence each. */
  readonly notes: readonly string[];
}

export const NO_ORDERS: StandingOrders = { dismissals: [], override: null, notes: [] };

/** What is known of a pull request before it is reviewed again. */
export interface Recalled {
  /** Null on the first review, and when nobody can tell which comment is ours. */
  readonly earlier: EarlierReview | null;
  readonly orders: StandingOrders;
}

export const NOTHING_RECALLED: Recalled = { earlier: null, orders: NO_ORDERS };
