import type { Installation } from '../../../ports.ts';
import { recordOf } from '../json-record.ts';

/** An installation as GitHub shows it, to the App or to a person. */
export function toInstallation(shown: unknown): Installation {
  const { id, account, permissions, suspended_at: suspendedAt } = recordOf(shown);
  const { id: accountId, login, type } = recordOf(account);
  return {
    id: Number(id),
    accountId: Number(accountId),
    accountLogin: typeof login === 'string' ? login : 'ghost',
    accountType: type === 'Organization' ? 'Organization' : 'User',
    isSuspended: typeof suspendedAt === 'string',
    permissions: Object.fromEntries(
      Object.entries(recordOf(permissions)).map(([name, level]) => [name, String(level)]),
    ),
  };
}
