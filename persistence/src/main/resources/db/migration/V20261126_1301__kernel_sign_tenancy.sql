-- Who asks is a setting of the transaction, and whoever can send SQL can set it. So it counts only with a proof: an
-- HMAC-SHA-256 (RFC 2104) of it under a key that the application keeps in a file and its database role cannot read.
create table tenancy_keys (
    id          varchar(16)  primary key,
    inner_pad   bytea        not null,
    outer_pad   bytea        not null,
    created_at  timestamptz  not null default now()
);

create function app_proven() returns boolean
    language sql stable security definer set search_path = public
    return exists (
        select from tenancy_keys
        where id = split_part(current_setting('app.proof', true), ':', 1)
          and encode(sha256(outer_pad || sha256(inner_pad || convert_to(
                  coalesce(current_setting('app.user_id', true), '') || '|'
                      || coalesce(current_setting('app.system', true), ''), 'UTF8'))), 'hex')
              = split_part(current_setting('app.proof', true), ':', 2));

create or replace function app_user() returns uuid
    language sql stable
    return case when app_proven() then nullif(current_setting('app.user_id', true), '')::uuid end;

-- The owner, who migrates and backs up, needs no proof.
create or replace function app_system() returns boolean
    language sql stable
    return coalesce(current_setting('app.system', true), '') = 'on'
        and (current_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'tenancy_keys'::regclass)
             or app_proven());

create or replace function training_jobs_ahead(created timestamptz) returns bigint
    language plpgsql volatile security definer set search_path = public as $$
declare
    former text := coalesce(current_setting('app.system', true), '');
    ahead  bigint;
begin
    perform set_config('app.system', 'on', true);
    select count(*) into ahead from training_jobs where status = 'queued' and created_at < created;
    perform set_config('app.system', former, true);
    return ahead;
end $$;

-- The caller's workspaces with at least this role.
create function app_workspaces(lowest text) returns uuid[]
    language sql stable security definer set search_path = public
    return (select coalesce(array_agg(workspace_id), '{}') from workspace_members
            where user_id = app_user()
              and array_position('{viewer,member,admin,owner}', role::text)
                  >= array_position('{viewer,member,admin,owner}', lowest));

-- Walls off a table whose rows belong to a workspace: its members read, those with at least this role write. Every
-- migration that makes such a table ends with it.
drop function tenant_table(text);
create function tenant_table(name text, lowest text default 'member') returns void language plpgsql as $$
declare
    reads  text := 'workspace_id = any ((select app_workspaces())::uuid[]) or (select app_system())';
    writes text := format('workspace_id = any ((select app_workspaces(%L))::uuid[]) or (select app_system())', lowest);
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('drop policy if exists mine on %I', name);
    execute format('create policy members_read on %I for select using (%s)', name, reads);
    execute format('create policy members_write on %I using (%s) with check (%s)', name, writes, writes);
    execute format('grant select, insert, update, delete on %I to whetstone_app', name);
end $$;

select tenant_table('idempotency_keys', 'viewer');
select tenant_table('realtime_topics');
select tenant_table('realtime_events');
select tenant_table('tasks');
select tenant_table('uploads');
select tenant_table('models');
select tenant_table('datasets');
select tenant_table('dataset_versions');
select tenant_table('dataset_problems');
select tenant_table('training_jobs');
select tenant_table('training_metrics');
select tenant_table('training_checkpoints');
