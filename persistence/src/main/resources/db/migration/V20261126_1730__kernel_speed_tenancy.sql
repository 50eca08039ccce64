-- What tenancy costs a query, made less. The functions that look up a caller's workspaces and shares run as the owner and
-- were subject to the very policies that they serve; they read the tables of membership as they are now.
create policy lookups_read on workspaces for select to current_user using (true);
create policy lookups_read on workspace_members for select to current_user using (true);
create policy lookups_read on shares for select to current_user using (true);

-- Rules of writing are no longer asked of reading.
create or replace function tenant_table(name text, lowest text default 'member') returns void language plpgsql as $$
declare
    reads  text := 'workspace_id = any ((select app_workspaces())::uuid[]) or (select app_system())';
    writes text := format('workspace_id = any ((select app_workspaces(%L))::uuid[]) or (select app_system())', lowest);
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy members_read on %I for select using (%s)', name, reads);
    perform members_write(name, writes);
    execute format('grant select, insert, update, delete on %I to whetstone_app', name);
    perform goes_with_workspace(name);
end $$;

create function members_write(name text, rule text) returns void language plpgsql as $$
begin
    execute format('create policy members_insert on %I for insert with check (%s)', name, rule);
    execute format('create policy members_update on %I for update using (%s) with check (%s)', name, rule, rule);
    execute format('create policy members_delete on %I for delete using (%s)', name, rule);
end $$;

do $$
declare
    old record;
begin
    for old in select tablename, qual from pg_policies where schemaname = 'public' and policyname = 'members_write' loop
        execute format('drop policy members_write on %I', old.tablename);
        perform members_write(old.tablename, old.qual);
    end loop;
end $$;

-- PostgreSQL asks the policies of a table in the backward order of their names, and most rows are read by members: what is
-- shared comes after them.
create or replace function shareable_table(name text, type text) returns void language plpgsql as $$
begin
    execute format('create policy grantees_read on %I for select using (id = any ((select app_shared(%L, %L))::uuid[]))',
        name, type, 'view');
    execute format('create policy grantees_edit on %I for update using (id = any ((select app_shared(%L, %L))::uuid[]))',
        name, type, 'edit');
end $$;

create or replace function shareable_part(name text, type text, object text) returns void language plpgsql as $$
begin
    execute format('create policy grantees_read on %I for select using (%I = any ((select app_shared(%L, %L))::uuid[]))',
        name, object, type, 'view');
end $$;

do $$
declare
    old record;
begin
    for old in select tablename, policyname from pg_policies where schemaname = 'public' and policyname like 'shared\_%' loop
        execute format('alter policy %I on %I rename to %I', old.policyname, old.tablename,
            replace(old.policyname, 'shared_', 'grantees_'));
    end loop;
end $$;
