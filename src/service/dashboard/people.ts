import type { Tenant } from '../../ports.ts';

/** A repository that a person sees on GitHub and in which the App is installed. */
export interface SeenRepository extends Tenant {
  readonly mayWrite: boolean;
}

/** What the dashboard asks GitHub in the name of a person. Failures are `ForgeError`s. */
export interface People {
  /** Where a person agrees to sign in. */
  authorizeUrl(request: {
    readonly state: string;
    readonly codeChallenge: string;
    readonly redirectUri: string;
  }): string;
  /** Trades the code that came back for a token. */
  exchange(
    answer: { readonly code: string; readonly codeVerifier: string; readonly redirectUri: string },
    signal: AbortSignal,
  ): Promise<{ readonly accessToken: string; readonly expiresAt: Date | null }>;
  user(accessToken: string, signal: AbortSignal): Promise<{ readonly id: number; readonly login: string }>;
  /** Every repository of every installation that the person may see, now. */
  repositories(accessToken: string, signal: AbortSignal): Promise<readonly SeenRepository[]>;
}
