alter table workspaces
    add column archived_at timestamptz,
    add column delete_at   timestamptz;
create index workspaces_ending on workspaces (delete_at) where delete_at is not null;

-- Invitations are to an address: whoever has, or later gets, the account of that address answers it.
create table workspace_invitations (
    id            uuid         primary key,
    version       bigint       not null,
    workspace_id  uuid         not null references workspaces (id),
    email         varchar(254) not null,
    role          varchar(16)  not null check (role in ('admin', 'member', 'viewer')),
    status        varchar(16)  not null check (status in ('pending', 'accepted', 'declined', 'revoked')),
    invited_by    uuid         not null references users (id),
    created_at    timestamptz  not null,
    expires_at    timestamptz  not null,
    answered_at   timestamptz,
    check ((answered_at is null) = (status = 'pending'))
);

create unique index workspace_invitations_once on workspace_invitations (workspace_id, lower(email))
    where status = 'pending';
create index workspace_invitations_of_workspace on workspace_invitations (workspace_id, created_at desc, id desc);
create index workspace_invitations_to on workspace_invitations (lower(email)) where status = 'pending';
create index workspace_invitations_by on workspace_invitations (invited_by);

-- An archived workspace is read only: nobody but a viewer is left in it.
create or replace function app_workspaces(lowest text) returns uuid[]
    language sql stable security definer set search_path = public
    return (select coalesce(array_agg(m.workspace_id), '{}') from workspace_members m
            join workspaces w on w.id = m.workspace_id
            where m.user_id = app_user()
              and array_position('{viewer,member,admin,owner}', m.role::text)
                  >= array_position('{viewer,member,admin,owner}', lowest)
              and (lowest = 'viewer' or w.archived_at is null));

-- With a workspace goes all that belongs to it.
create or replace function tenant_table(name text, lowest text default 'member') returns void language plpgsql as $$
declare
    reads  text := 'workspace_id = any ((select app_workspaces())::uuid[]) or (select app_system())';
    writes text := format('workspace_id = any ((select app_workspaces(%L))::uuid[]) or (select app_system())', lowest);
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('drop policy if exists mine on %I', name);
    execute format('drop policy if exists members_read on %I', name);
    execute format('drop policy if exists members_write on %I', name);
    execute format('create policy members_read on %I for select using (%s)', name, reads);
    execute format('create policy members_write on %I using (%s) with check (%s)', name, writes, writes);
    execute format('grant select, insert, update, delete on %I to whetstone_app', name);
    perform goes_with_workspace(name);
end $$;

create function goes_with_workspace(name text) returns void language plpgsql as $$
declare
    found record;
begin
    for found in
        select c.conname, a.attname from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.conrelid = name::regclass and c.confrelid = 'workspaces'::regclass and c.contype = 'f'
          and c.confdeltype <> 'c' and a.attname in ('workspace_id', 'grantee_workspace_id')
    loop
        execute format('alter table %I drop constraint %I', name, found.conname);
        execute format('alter table %I add foreign key (%I) references workspaces (id) on delete cascade',
            name, found.attname);
    end loop;
end $$;

select goes_with_workspace(t) from unnest(array['workspace_members', 'idempotency_keys', 'realtime_topics',
    'realtime_events', 'tasks', 'uploads', 'models', 'datasets', 'dataset_versions', 'dataset_problems', 'training_jobs',
    'training_metrics', 'training_checkpoints', 'shares', 'api_keys', 'api_key_requests']) t;

select tenant_table('workspace_invitations', 'admin');
create policy invited_read on workspace_invitations for select using (
    lower(email) = (select lower(email) from users where id = (select app_user())));

-- Members see each other and may leave; administrators change them, and nobody lets themselves in. Only for the
-- application: the functions above ask as owner.
drop policy mine on workspace_members;
create policy own_read on workspace_members for select
    using (user_id = (select app_user()) or (select app_system()));
create policy own_leave on workspace_members for delete using (user_id = (select app_user()));
create policy system_write on workspace_members using ((select app_system())) with check ((select app_system()));
create policy members_see on workspace_members for select to whetstone_app
    using (workspace_id = any ((select app_workspaces())::uuid[]));
create policy admins_write on workspace_members to whetstone_app
    using (workspace_id = any ((select app_workspaces('admin'))::uuid[]))
    with check (workspace_id = any ((select app_workspaces('admin'))::uuid[]));

-- Administrators change a workspace, an archived one too: they bring it back.
create function app_administered() returns uuid[]
    language sql stable security definer set search_path = public
    return (select coalesce(array_agg(workspace_id), '{}') from workspace_members
            where user_id = app_user() and role in ('owner', 'admin'));

drop policy mine on workspaces;
create policy members_read on workspaces for select
    using (id = any ((select app_workspaces())::uuid[]) or (select app_system()));
create policy admins_write on workspaces for update
    using (id = any ((select app_administered())::uuid[]))
    with check (id = any ((select app_administered())::uuid[]));
create policy system_write on workspaces using ((select app_system())) with check ((select app_system()));
