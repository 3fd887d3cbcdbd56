import { makeGitHub } from '../../adapters/github/make-github.ts';
import { ForgeError, messageOf, ReviewError } from '../../errors.ts';
import { type AppRequest, storedRequest } from '../../event/app-event.ts';
import { mayTrigger } from '../../event/may-trigger.ts';
import type {
  Allowance,
  Log,
  ProcessEnd,
  ProcessEvent,
  ProcessOrder,
  RateLimit,
  SpendingWish,
} from '../../ports.ts';
import { publishSituation } from '../../publish/publish-report.ts';
import { makeSecretFilter, mapTexts } from '../../render/secret-filter.ts';
import { conductReview, type ReviewTerms } from '../pull-request/conduct-review.ts';
import { guardForge } from '../pull-request/guard-forge.ts';
import type { PullRequestWorld } from '../pull-request/world.ts';
import { systemClock } from '../system-ports.ts';
import { explainHead } from './explain-head.ts';
import type { ProcessAssets } from './serve-orders.ts';

type Tell = (event: ProcessEvent) => void;
type Ask = (wish: SpendingWish) => Promise<Allowance>;
interface Service {
  readonly tell: Tell;
  readonly ask: Ask;
}

const SHORT_MS = 60_000;

/**
 * Carries out one order, as the Action carries out its event. Never throws.
 * @param tell hears of progress; all texts in it and in the end are without the order's secrets
 * @param ask says what may be spent on models
 */
export async function carryOutOrder(
  order: ProcessOrder,
  { assets, shipped, grammars }: ProcessAssets,
  tell: Tell,
  ask: Ask,
): Promise<ProcessEnd> {
  const hide = makeSecretFilter([order.token, order.models?.apiKey ?? '', order.stateSecret ?? '']);
  const log = logTo(tell, hide);
  const say = { line: (text: string) => log.info(text), error: (text: string) => log.warn(text) };
  try {
    const { apiUrl, serverUrl, graphqlUrl, owner, repo, token, statusContext, writeSpacingMs } = order;
    const where = { apiUrl, serverUrl, graphqlUrl, owner, repo, statusContext, writeSpacingMs };
    const onRateLimit = (limit: RateLimit) => tell({ kind: 'rate-limit', ...limit });
    const forge = guardForge(makeGitHub({ ...where, token, clock: systemClock, log, onRateLimit }), hide);
    const { organisation } = order;
    const builtIns =
      organisation === null ? shipped.builtIns : { ...shipped.builtIns, defaults: organisation };
    const world = { forge, shipped: { ...shipped, builtIns }, assets, grammars, hide, log, say };
    return mapTexts(await carryOut(storedRequest(order.request), order, world, { tell, ask }), hide);
  } catch (error) {
    if (!(error instanceof ReviewError))
      log.warn('the review stopped on a fault of its own', {
        stack: error instanceof Error ? (error.stack ?? '') : String(error),
      });
    return { kind: 'failed', reason: hide(messageOf(error)), isRetryable: isRetryable(error) };
  }
}

async function carryOut(
  request: AppRequest,
  order: ProcessOrder,
  world: PullRequestWorld,
  service: Service,
): Promise<ProcessEnd> {
  const { targetUrl } = order;
  if (request.kind === 'merge-group') {
    const signal = AbortSignal.timeout(SHORT_MS);
    const situation = { kind: 'merge-group', targetUrl } as const;
    await publishSituation(world.forge.statuses, request.headSha, situation, signal);
    return { kind: 'answered', text: null };
  }
  if (isPressed(request) && !(await mayPress(request, world)))
    return { kind: 'refused', reason: `${request.actor} has no write permission.` };
  if (request.kind === 'explain')
    return {
      kind: 'answered',
      text: await explainHead(request, order, world, AbortSignal.timeout(SHORT_MS)),
    };
  const conducted = await conductReview(request, termsOf(order, world, service), world);
  if (conducted.kind === 'answered') return { kind: 'answered', text: null };
  if (conducted.kind !== 'reviewed') return conducted;
  const { outcome, commentUrl, statusWritten, status, problems } = conducted.published;
  const published = { outcome, commentUrl, statusWritten, status, problems };
  return { kind: 'reviewed', report: conducted.report, published };
}

/** A button of a check run: GitHub shows it to people who may write, and we ask again. */
function isPressed(request: AppRequest): request is Exclude<AppRequest, { readonly kind: 'merge-group' }> {
  return request.kind === 'explain' || (request.kind === 'review' && request.cause === 'rerun');
}

async function mayPress(
  { actor }: { readonly actor: string },
  { forge }: PullRequestWorld,
): Promise<boolean> {
  return mayTrigger(await forge.permissions.permissionOf(actor, AbortSignal.timeout(SHORT_MS)));
}

function termsOf(order: ProcessOrder, { say }: PullRequestWorld, { tell, ask }: Service): ReviewTerms {
  const { deadlineSeconds, targetUrl, models, hasKey, stateSecret } = order;
  return {
    overrides: {},
    deadlineSeconds,
    yieldTo: '',
    targetUrl,
    key: hasKey ? 'present' : 'unset',
    models,
    modelMissing: () => null,
    allow: ask,
    stateSecret,
    resolveThreads: true,
    given: async () => null,
    sayCommand: say,
    onlooker: { agent: (status) => tell({ kind: 'agent', status }) },
    claimed: (own, { baseSha, title, author }) =>
      tell({
        kind: 'claimed',
        canWrite: own.canWrite,
        headSha: own.sha,
        baseSha,
        title,
        author,
        statusId: own.canWrite ? own.statusId : null,
        authorId: own.canWrite ? own.authorId : null,
      }),
    deliver: async () => undefined,
  };
}

/** A limit, a lost answer and a fault of GitHub or of ours pass; a refusal and a mistake in the settings stay. */
function isRetryable(error: unknown): boolean {
  if (error instanceof ForgeError) {
    const { status, code } = error;
    // A token that ended early (401) is a new one at the next try.
    return code === 'forge-limited' || status === null || status >= 500 || status === 401 || status === 409;
  }
  if (error instanceof ReviewError) return error.code === 'timed-out' || error.code === 'internal';
  return true;
}

function logTo(tell: Tell, hide: (text: string) => string): Log {
  const at =
    (level: 'debug' | 'info' | 'warn') =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
      tell({ kind: 'log', level, message: hide(message), fields: mapTexts(fields, hide) });
  return { debug: at('debug'), info: at('info'), warn: at('warn') };
}
