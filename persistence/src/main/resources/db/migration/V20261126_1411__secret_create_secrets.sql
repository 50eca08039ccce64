-- Credentials of outside services: of a workspace, or of one person. What is secret of them is sealed.
create table secrets (
    id           uuid         primary key,
    version      bigint       not null,
    -- Whose data key seals it: for a person's own secret their personal workspace.
    workspace_id uuid         not null references workspaces (id) on delete cascade,
    user_id      uuid         references users (id) on delete cascade,
    provider     varchar(64)  not null check (provider ~ '^[a-z0-9][a-z0-9._-]*$'),
    description  varchar(500) not null,
    data_key_id  uuid         not null references data_keys (id),
    sealed       text         not null,
    fingerprint  char(16)     not null,
    last_four    varchar(4),
    metadata     jsonb        not null,
    created_by   uuid         not null references users (id),
    created_at   timestamptz  not null,
    changed_at   timestamptz  not null,
    last_used_at timestamptz
);

create unique index secrets_once on secrets (workspace_id, user_id, provider) nulls not distinct;
create index secrets_newest on secrets (workspace_id, created_at desc, id desc);
create index secrets_of_user on secrets (user_id);
create index secrets_created_by on secrets (created_by);
create index secrets_of_data_key on secrets (data_key_id);

-- A person's own secrets are theirs alone, whoever else is in the workspace. Those of a workspace are listed to members
-- and changed by its administrators.
alter table secrets enable row level security;
alter table secrets force row level security;
create policy own on secrets
    using (user_id = (select app_user()) and workspace_id = any ((select app_workspaces('owner'))::uuid[]))
    with check (user_id = (select app_user()) and workspace_id = any ((select app_workspaces('owner'))::uuid[]));
create policy members_read on secrets for select
    using (user_id is null and workspace_id = any ((select app_workspaces('member'))::uuid[]));
create policy members_write on secrets
    using (user_id is null and workspace_id = any ((select app_workspaces('admin'))::uuid[]))
    with check (user_id is null and workspace_id = any ((select app_workspaces('admin'))::uuid[]));
create policy system on secrets using ((select app_system())) with check ((select app_system()));
grant select, insert, update, delete on secrets to whetstone_app;
