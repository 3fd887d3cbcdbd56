import { nodeId } from '../show-repository.ts';
import type { User } from '../state.ts';
import type { ObjectType } from './execute-query.ts';
import { scalar } from './fields.ts';

/** Everything that can stand where GitHub says `Actor`. */
export const ACTORS = ['User', 'Bot', 'Mannequin', 'Organization', 'EnterpriseUserAccount'] as const;

interface Actor {
  readonly typename: User['type'];
  readonly user: User;
}

const PREFIX: Readonly<Record<User['type'], string>> = { User: 'U', Bot: 'BOT', Organization: 'O' };

export function actor(user: User): Actor {
  return { typename: user.type, user };
}

/** GraphQL calls a bot by its short name: `github-actions`, where REST says `github-actions[bot]`. */
export function actorTypes(): Readonly<Record<string, ObjectType>> {
  const login = scalar((one: Actor) => one.user.login.replace(/\[bot\]$/, ''));
  const id = scalar((one: Actor) => nodeId(PREFIX[one.typename], one.user.id));
  // An account of an enterprise has no number of its own.
  const numbered = { login, id, databaseId: scalar((one: Actor) => one.user.id) };
  return Object.fromEntries(
    ACTORS.map((name) => [name, name === 'EnterpriseUserAccount' ? { login, id } : numbered]),
  );
}
