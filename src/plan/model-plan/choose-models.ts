import type { ModelTier } from '../../model.ts';
import type { ModelEffort } from '../../ports.ts';

/** Which model serves a tier. */
export interface ModelChoice {
  readonly model: string;
  readonly effort: ModelEffort;
  /** Longest prompt that is sent to it, in estimated tokens. */
  readonly promptLimit: number;
}

export const DEFAULT_MODELS: Readonly<Record<ModelTier, string>> = {
  fast: 'claude-haiku-5-5',
  balanced: 'claude-sonnet-5-5',
  strong: 'claude-opus-5-5',
};

const EFFORTS: Readonly<Record<ModelTier, ModelEffort>> = {
  fast: 'low',
  balanced: 'medium',
  strong: 'medium',
};
const TIERS: readonly ModelTier[] = ['fast', 'balanced', 'strong'];
/** Haiku's prices rise fivefold above 100,000 prompt tokens, cached ones counted (facts/models.md A2). */
const HAIKU_PROMPT_LIMIT = 95_000;
/** Above it a change is reviewed in parts: more context than this lowers what models find (facts/models.md B). */
const PROMPT_LIMIT = 150_000;

/**
 * The model of each tier. Tiers that share a model share the effort too, the higher one: calls that differ in effort
 * may not share a cached prefix.
 * @param overrides model ids a person chose; empty ones are taken as not given
 */
export function chooseModels(
  overrides: Partial<Readonly<Record<ModelTier, string>>> = {},
): Readonly<Record<ModelTier, ModelChoice>> {
  const idOf = (tier: ModelTier) => overrides[tier]?.trim() || DEFAULT_MODELS[tier];
  const choose = (tier: ModelTier): ModelChoice => {
    const model = idOf(tier);
    const sharing = TIERS.filter((other) => idOf(other) === model);
    const effort = sharing.some((other) => EFFORTS[other] === 'medium') ? 'medium' : EFFORTS[tier];
    return { model, effort, promptLimit: /haiku/i.test(model) ? HAIKU_PROMPT_LIMIT : PROMPT_LIMIT };
  };
  return { fast: choose('fast'), balanced: choose('balanced'), strong: choose('strong') };
}

/** Why a second model is asked. */
export type SecondReason = 'refused' | 'overloaded';

/**
 * The model to ask when that of a tier declined or was overloaded: the next cheaper tier's with another model. A
 * refusal on the cheapest goes to the next dearer one, as any other model will do (facts/models.md A4); overload never
 * goes to a dearer one (C6). Null when there is no other.
 */
export function secondChoice(
  choices: Readonly<Record<ModelTier, ModelChoice>>,
  tier: ModelTier,
  why: SecondReason,
): ModelChoice | null {
  const place = TIERS.indexOf(tier);
  const cheaper = TIERS.slice(0, place).reverse();
  const order = why === 'refused' ? [...cheaper, ...TIERS.slice(place + 1)] : cheaper;
  const other = order.find((one) => choices[one].model !== choices[tier].model);
  return other === undefined ? null : choices[other];
}
