import { messageOf } from '../../errors.ts';
import type { Log, Permission, Permissions, Reactions } from '../../ports.ts';
import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';

const ROLES: readonly Permission[] = ['admin', 'maintain', 'write', 'triage', 'read', 'none'];

/**
 * Permissions by the collaborator endpoint; `author_association` says nothing reliable (facts: `/review` command). Any
 * failure is `none` (R11).
 */
export function makePermissions(client: Client, repository: Repository, log: Log): Permissions {
  return {
    permissionOf: async (login, signal) => {
      if (!/^[\w.-]{1,100}(\[bot\])?$/.test(login)) return 'none';
      try {
        const { data } = await client.request(
          'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
          { ...repository, username: login, request: { signal } },
        );
        // A role of an organisation's own making has a name of its own; `permission` is what it rests on.
        return known(data.role_name) ?? known(data.permission) ?? 'none';
      } catch (error) {
        signal.throwIfAborted();
        log.debug('the permission could not be read', { reason: messageOf(error) });
        return 'none';
      }
    },
  };
}

function known(role: string): Permission | null {
  return ROLES.find((one) => one === role) ?? null;
}

/** Reactions to comments, in the conversation and beside lines. */
export function makeReactions(client: Client, repository: Repository, log: Log): Reactions {
  return {
    react: async ({ commentId, commentKind }, reaction, signal) => {
      const where = { ...repository, comment_id: commentId, content: reaction, request: { signal } };
      try {
        const { data } =
          commentKind === 'review'
            ? await client.request('POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions', where)
            : await client.request(
                'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
                where,
              );
        return data.user === null ? null : Number(data.user.id);
      } catch (error) {
        signal.throwIfAborted();
        log.debug('the reaction could not be posted', { reason: messageOf(error) });
        return null;
      }
    },
  };
}
