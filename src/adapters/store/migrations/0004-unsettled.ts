/** A review that failed before it could claim its commit is looked after too: somebody waits for its status. */
export const UNSETTLED = `
drop index review_unsettled;
create index review_unsettled on review (finished_at)
  where not status_settled and (status_id is not null or state = 'failed') and state not in ('queued', 'running');
`;
