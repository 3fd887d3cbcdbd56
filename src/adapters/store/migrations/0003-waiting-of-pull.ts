/**
 * The queued push reviews of one pull request, which a newer push ends. Without an index of its own PostgreSQL, which knows
 * nothing of a young table yet, goes through everything that waits.
 */
export const WAITING_OF_PULL = `
create index review_waiting_of_pull on review (installation_id, repository_id, pull_number)
  where trigger = 'push' and state = 'queued';
`;
