/** Work that one process at a time does for all, and what it has to know of the last time. */
export const CHORES = `
create table chore (
  name text primary key,
  holder text not null,
  held_until timestamptz not null,
  note text
);
`;
