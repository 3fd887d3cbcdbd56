import type { AppHost, Log, ReviewStore } from '../../ports.ts';

/** What is remembered between two looks. */
export interface InstallationNote {
  /** Whose installations the database holds: address of GitHub and number of the App. */
  readonly app: string;
  /** Milliseconds since the epoch. */
  readonly lookedAt: number;
}

export interface GoneWorld {
  readonly store: Pick<ReviewStore, 'installations' | 'forget'>;
  readonly host: Pick<AppHost, 'identity' | 'listInstallations' | 'installationOf'>;
  readonly settings: { readonly apiUrl: string };
  readonly log: Log;
}

const EVERY_MS = 24 * 60 * 60 * 1_000;
/** Each is asked for by itself. */
const MOST_AT_ONCE = 100;

/**
 * Once a day, deletes installations that GitHub does not know any more: the webhook that said so may have been missed for
 * longer than GitHub sends it again. An installation goes only when it is missing in a list that was read to its end and
 * GitHub says about it alone that it is not there. Another App's credentials would make all of them look so: the first look
 * only remembers whose they are, and nothing is deleted in the name of another.
 * @param note of the last look; null when there was none
 * @param now milliseconds since the epoch
 * @returns the note for the next look
 * @throws ForgeError when GitHub cannot be asked; nothing that is in doubt is deleted
 */
export async function forgetGone(
  note: InstallationNote | null,
  now: number,
  { store, host, settings, log }: GoneWorld,
  signal: AbortSignal,
): Promise<InstallationNote> {
  if (note !== null && now - note.lookedAt < EVERY_MS) return note;
  const { id } = await host.identity(signal);
  const app = `${settings.apiUrl} ${id}`;
  if (note === null) return { app, lookedAt: now };
  if (note.app !== app) {
    log.warn('the database holds installations of another App; those that are gone are not deleted', {
      known: note.app,
      now: app,
    });
    return { ...note, lookedAt: now };
  }
  // Read first: what is installed from now on is in the list, or not asked about.
  const known = await store.installations();
  const listed = new Set<number>();
  for await (const one of host.listInstallations(signal)) listed.add(one.id);
  for (const missing of known.filter((one) => !listed.has(one)).slice(0, MOST_AT_ONCE)) {
    if ((await host.installationOf(missing, signal)) !== null) continue;
    await store.forget(missing);
    log.info('an installation that GitHub does not know any more was deleted', { installation: missing });
  }
  return { app, lookedAt: now };
}

/** The note as text. */
export function writeInstallationNote(note: InstallationNote): string {
  return JSON.stringify(note);
}

/** The note of an earlier look; null when there is none that can be read. */
export function readInstallationNote(text: string | null): InstallationNote | null {
  if (text === null || text === '') return null;
  const { app, lookedAt } = JSON.parse(text) as Partial<InstallationNote>;
  return typeof app === 'string' && typeof lookedAt === 'number' ? { app, lookedAt } : null;
}
