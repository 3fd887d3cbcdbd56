import type { Situation } from '../../render/render-status.ts';

/** Why a run stops before it publishes anything. */
export type HaltReason = Pick<
  Extract<Situation, { readonly kind: 'paused' | 'superseded' | 'aborted' }>,
  'kind' | 'by'
>;

/** Stops a run on purpose: somebody said so, or a newer run took over. It is no failure. */
export class RunHalted extends Error {
  readonly reason: HaltReason;
  /** The newest status says it already. */
  readonly isSaid: boolean;

  constructor(reason: HaltReason, isSaid: boolean) {
    super(reason.by === null ? reason.kind : `${reason.kind} by ${reason.by}`);
    this.name = 'RunHalted';
    this.reason = reason;
    this.isSaid = isSaid;
  }
}
