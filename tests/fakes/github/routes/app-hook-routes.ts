import { type Answer, type Call, json, notFound, refuse } from '../answers.ts';
import type { DeliveryAttempt } from '../app-state.ts';
import { inBackground, redeliver } from '../deliver.ts';
import { showAttempt } from '../show-app.ts';
import { appOf } from './app-routes.ts';

/** GitHub forgets deliveries after three days (facts/github.md, section 3: a belief). */
const KEPT_MS = 3 * 24 * 3_600_000;
const ALL = '/app/hook/deliveries';

/** The deliveries to an App: how it finds what it missed, since GitHub sends nothing twice by itself. */
export const appHookRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  [`GET ${ALL}`]: (call) => {
    const size = Math.min(Math.max(Number(call.query.per_page ?? 30), 1), 100);
    const before = cursorOf(call.query.cursor);
    const mine = attemptsOf(call).filter((one) => one.id < before && hasStatus(one, call.query.status));
    const shown = mine.slice(0, size);
    const last = shown.at(-1);
    if (last === undefined || mine.length <= size) return json(200, shown.map(showAttempt));
    const next = new URL(call.url);
    next.searchParams.set('cursor', `v1_${last.id}`);
    return json(200, shown.map(showAttempt), { link: `<${next.href}>; rel="next"` });
  },

  [`GET ${ALL}/{delivery_id}`]: (call) => {
    const attempt = attemptOf(call);
    return json(200, {
      ...showAttempt(attempt),
      url: attempt.url,
      request: { headers: attempt.requestHeaders, payload: attempt.payload },
      response: { headers: attempt.responseHeaders, payload: attempt.responseText },
    });
  },

  [`POST ${ALL}/{delivery_id}/attempts`]: (call) => {
    inBackground(call.state, redeliver(call.state, attemptOf(call)));
    return json(202, {});
  },
};

/** Newest first. */
function attemptsOf(call: Call): readonly DeliveryAttempt[] {
  const app = appOf(call);
  const oldest = call.state.milliseconds() - KEPT_MS;
  return call.state.deliveries
    .filter((one) => one.app === app && Date.parse(one.deliveredAt) >= oldest)
    .toSorted((one, other) => other.id - one.id);
}

function attemptOf(call: Call): DeliveryAttempt {
  const found = attemptsOf(call).find((one) => one.id === Number(call.path.delivery_id));
  if (found === undefined) throw notFound();
  return found;
}

function hasStatus(attempt: DeliveryAttempt, status: string | undefined): boolean {
  return status === undefined || (attempt.status === 'OK') === (status === 'success');
}

function cursorOf(cursor: string | undefined): number {
  if (cursor === undefined) return Number.POSITIVE_INFINITY;
  const [, id] = /^v1_(\d+)$/.exec(cursor) ?? [];
  if (id === undefined) throw refuse(422, 'Invalid cursor');
  return Number(id);
}
