import type { ObeyedCommand, Settings } from '../model.ts';

const DAY_MS = 86_400_000;

/** Why a command is not obeyed now. */
export interface Refusal {
  /** A sentence for a person, our own words. */
  readonly reason: string;
  /** Equal for refusals that one answer is enough for. */
  readonly once: string;
}

/** What is limited, and what was obeyed until now. */
export interface CommandRate {
  /** Orders that are reviewed again wait for no cool-down: nothing changed but what people said. */
  readonly asksForReview: boolean;
  readonly commentId: number;
  readonly obeyed: readonly ObeyedCommand[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Commands of the last day: older ones limit nothing. */
export function obeyedWithinDay(obeyed: readonly ObeyedCommand[], now: number): readonly ObeyedCommand[] {
  return obeyed.filter(({ at }) => at > now - DAY_MS && at <= now);
}

/**
 * Whether cool-down and daily cap allow a command that starts a run (R12). A command that comes again, because its run
 * is repeated, does not wait for itself.
 * @returns null when it is allowed
 */
export function refuseCommand(
  { asksForReview, commentId, obeyed, now }: CommandRate,
  { cooldownSeconds, perDay }: Settings['commands'],
): Refusal | null {
  const others = obeyedWithinDay(obeyed, now).filter((one) => one.commentId !== commentId);
  if (others.length >= perDay) {
    return {
      reason: `${others.length} commands were obeyed on this pull request within a day, and \`commands.per-day\` allows ${perDay}.`,
      once: `daily cap ${new Date(now).toISOString().slice(0, 10)}`,
    };
  }
  const last = Math.max(0, ...others.map(({ at }) => at));
  const seconds = Math.ceil((last + cooldownSeconds * 1_000 - now) / 1_000);
  if (!asksForReview || seconds <= 0) return null;
  return {
    reason: `A review was asked for less than ${cooldownSeconds} seconds ago (\`commands.cooldown-seconds\`). Ask again in ${seconds} seconds.`,
    once: `cool-down ${last}`,
  };
}
