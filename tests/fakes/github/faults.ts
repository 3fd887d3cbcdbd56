/** What happens to a request instead of, before or after its ordinary answer. */
export type Effect =
  /** Nothing is done; the status is answered. */
  | { readonly kind: 'fail'; readonly status: number; readonly message?: string }
  /** The work is done, the answer never arrives. */
  | { readonly kind: 'lose-answer' }
  /** Nothing is done and nothing is answered; the socket is closed. */
  | { readonly kind: 'drop' }
  /** Never answers; the socket stays open until the stand-in is closed. */
  | { readonly kind: 'hang' }
  /** 403 with remaining 0 and the time of the reset. */
  | { readonly kind: 'primary-limit'; readonly resetInSeconds: number }
  /** 403 or 429; without `retryAfter` GitHub leaves the waiting to the caller. */
  | { readonly kind: 'secondary-limit'; readonly status?: 403 | 429; readonly retryAfter?: number }
  /** Something else happens first: a push, another bot's comment. */
  | { readonly kind: 'first'; readonly action: () => void };

export interface Fault {
  /** A route as in GitHub's description, `POST /graphql`, a method alone (`POST`), or `*` for any. */
  readonly route: string;
  readonly effect: Effect;
  /** How many matching requests it meets. Default 1; Infinity for good. */
  readonly times?: number;
  /** How many matching requests pass before. Default 0. */
  readonly after?: number;
}

/** Faults in the order they were scripted. */
export interface Script {
  add(fault: Fault): void;
  /** The effects that meet this request; counts it. */
  meet(method: string, route: string): readonly Effect[];
  /** Faults that never met a request: a test that scripts one wants it to happen. */
  unused(): readonly Fault[];
}

export function makeScript(routes: ReadonlySet<string>): Script {
  const all: { readonly fault: Fault; seen: number; met: number }[] = [];
  return {
    add(fault) {
      const known = fault.route === '*' || routes.has(fault.route) || /^[A-Z]+$/.test(fault.route);
      if (!known) throw new Error(`No route "${fault.route}". Known are: ${[...routes].join(', ')}.`);
      all.push({ fault, seen: 0, met: 0 });
    },
    meet(method, route) {
      const effects: Effect[] = [];
      for (const one of all) {
        if (one.fault.route !== '*' && one.fault.route !== route && one.fault.route !== method) continue;
        one.seen += 1;
        if (one.seen <= (one.fault.after ?? 0) || one.met >= (one.fault.times ?? 1)) continue;
        one.met += 1;
        effects.push(one.fault.effect);
      }
      return effects;
    },
    unused: () => all.filter((one) => one.met === 0).map((one) => one.fault),
  };
}
