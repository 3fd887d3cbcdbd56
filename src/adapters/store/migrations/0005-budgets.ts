/** What running reviews have set aside, and what each repository spent in a month. */
export const BUDGETS = `
alter table review add column reserved_usd double precision not null default 0;

-- Like spending, of one repository; it outlives the reviews that retention deletes.
create table repository_spending (
  installation_id bigint not null,
  repository_id bigint not null,
  month date not null,
  cost_usd double precision not null default 0,
  primary key (installation_id, repository_id, month),
  foreign key (installation_id, repository_id) references repository (installation_id, id) on delete cascade
);
insert into repository_spending (installation_id, repository_id, month, cost_usd)
  select installation_id, repository_id, date_trunc('month', finished_at at time zone 'UTC')::date, sum(cost_usd)
  from review where finished_at is not null and cost_usd > 0 group by 1, 2, 3;
`;
