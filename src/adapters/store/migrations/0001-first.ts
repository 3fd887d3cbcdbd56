/** The tables of the App. Never edited once released: changes are further migrations. */
export const FIRST = `
-- Everything that belongs to a repository carries both numbers and goes with its installation.
create table installation (
  id bigint primary key,
  account_id bigint not null,
  account_login text not null,
  account_type text not null check (account_type in ('User', 'Organization')),
  suspended boolean not null default false,
  installed_at timestamptz not null default now()
);

create table repository (
  installation_id bigint not null references installation (id) on delete cascade,
  id bigint not null,
  owner text not null,
  name text not null,
  is_private boolean not null,
  primary key (installation_id, id)
);

create table delivery (
  id text primary key,
  event text not null,
  action text,
  installation_id bigint,
  repository_id bigint,
  received_at timestamptz not null default now()
);
create index delivery_received_at on delivery (received_at);
create index delivery_installation on delivery (installation_id);

create table review (
  id uuid primary key default gen_random_uuid(),
  installation_id bigint not null,
  repository_id bigint not null,
  pull_number integer not null,
  head_sha text,
  base_sha text,
  config_digest text not null,
  trigger text not null check (trigger in ('push', 'command', 'rerun', 'explain', 'merge-group')),
  occasion text not null,
  title text not null,
  author text not null,
  asked_by text,
  event_at timestamptz,
  request jsonb not null,
  job_id uuid,
  -- Turn in the queue, see accept-review.ts.
  round integer not null default 0,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'done', 'answered', 'failed', 'superseded')),
  attempt integer not null default 0,
  process text,
  queued_at timestamptz not null default now(),
  started_at timestamptz,
  beat_at timestamptz,
  finished_at timestamptz,
  status_id bigint,
  status_author_id bigint,
  -- The final status is on the forge.
  status_settled boolean not null default false,
  check_run_id bigint,
  reason text,
  verdict text,
  gate text,
  comment_url text,
  critical_count integer not null default 0,
  high_count integer not null default 0,
  medium_count integer not null default 0,
  low_count integer not null default 0,
  info_count integer not null default 0,
  tokens_input bigint not null default 0,
  tokens_cache_written bigint not null default 0,
  tokens_cache_read bigint not null default 0,
  tokens_output bigint not null default 0,
  cost_usd double precision not null default 0,
  report jsonb,
  foreign key (installation_id, repository_id) references repository (installation_id, id) on delete cascade,
  -- What lets rows of agents and findings refer to a review of the same repository only.
  unique (id, installation_id, repository_id),
  unique nulls not distinct (installation_id, repository_id, pull_number, head_sha, config_digest, occasion)
);
create index review_recent on review (installation_id, repository_id, queued_at desc);
create index review_pull on review (installation_id, repository_id, pull_number);
create index review_open on review (state) where state in ('queued', 'running');
create index review_turn on review (round) where state = 'queued';
create index review_turn_of_installation on review (installation_id, round) where state = 'queued';
create index review_unsettled on review (finished_at)
  where status_id is not null and not status_settled and state not in ('queued', 'running');

-- One run of a reviewer: its live state while the review runs, its figures afterwards.
create table agent (
  review_id uuid not null,
  installation_id bigint not null,
  repository_id bigint not null,
  name text not null,
  state text not null,
  task text not null default '',
  progress smallint not null default 0,
  eta_ms integer,
  blockers jsonb not null default '[]',
  support jsonb,
  engine text,
  model text,
  reason text,
  required boolean not null default true,
  started_at timestamptz,
  ended_at timestamptz,
  ms integer,
  tokens_input bigint not null default 0,
  tokens_cache_written bigint not null default 0,
  tokens_cache_read bigint not null default 0,
  tokens_output bigint not null default 0,
  cost_usd double precision not null default 0,
  raised integer not null default 0,
  rejected integer not null default 0,
  refuted integer not null default 0,
  shown integer not null default 0,
  primary key (review_id, name),
  foreign key (review_id, installation_id, repository_id)
    references review (id, installation_id, repository_id) on delete cascade
);
create index agent_tenant on agent (installation_id, repository_id, name);

create table finding (
  review_id uuid not null,
  ordinal integer not null,
  installation_id bigint not null,
  repository_id bigint not null,
  fingerprint text not null,
  reviewer text not null,
  rule_id text not null,
  category text not null,
  severity text not null,
  confidence smallint not null,
  verdict text not null,
  origin text not null,
  state text not null,
  suppressed_by text,
  path text,
  start_line integer,
  title text not null,
  agreed_by jsonb not null default '[]',
  -- What became of it in the pull request. TenantStore.end writes it: dismissed on findings of state dismissed,
  -- addressed on every earlier row of the pull request whose fingerprint is in the report's since.fixed.
  settled text check (settled in ('addressed', 'dismissed')),
  primary key (review_id, ordinal),
  foreign key (review_id, installation_id, repository_id)
    references review (id, installation_id, repository_id) on delete cascade
);
create index finding_tenant on finding (installation_id, repository_id, rule_id);

-- Dollars and tokens of an installation in a month; it outlives the reviews that retention deletes.
create table spending (
  installation_id bigint not null references installation (id) on delete cascade,
  month date not null,
  cost_usd double precision not null default 0,
  tokens bigint not null default 0,
  reviews integer not null default 0,
  primary key (installation_id, month)
);

-- A person who signed in. The tokens are encrypted by the service; the id is only kept as a hash.
create table session (
  id_hash text primary key,
  user_id bigint not null,
  login text not null,
  sealed_tokens text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_expires_at on session (expires_at);
`;
