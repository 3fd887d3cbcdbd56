/** Numbers of installations that were taken away: what comes late from them brings nothing of them back. */
export const GONE_INSTALLATIONS = `
create table gone_installation (
  id bigint primary key,
  gone_at timestamptz not null default now()
);
`;
