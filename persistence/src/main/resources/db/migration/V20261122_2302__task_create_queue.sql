create table tasks (
    id                uuid             primary key,
    version           bigint           not null,
    workspace_id      uuid             not null references workspaces (id),
    kind              varchar(80)      not null,
    subject_id        uuid             not null,
    payload           jsonb            not null,
    status            varchar(16)      not null
                      check (status in ('pending', 'running', 'completed', 'failed', 'cancelled')),
    attempts          int              not null,
    due_at            timestamptz      not null,
    lease_owner       uuid,
    leased_until      timestamptz,
    progress          double precision not null,
    message           varchar(500),
    cancel_requested  boolean          not null,
    error             text,
    created_at        timestamptz      not null,
    started_at        timestamptz,
    finished_at       timestamptz,
    check ((lease_owner is null) = (status <> 'running')),
    check ((leased_until is null) = (status <> 'running')),
    check ((finished_at is null) = (status in ('pending', 'running')))
);

create index tasks_of_workspace on tasks (workspace_id, created_at desc, id);
create index tasks_due on tasks (due_at, id) where status = 'pending';
create index tasks_leased on tasks (leased_until) where status = 'running';
create index tasks_finished on tasks (finished_at) where finished_at is not null;
select tenant_table('tasks');
