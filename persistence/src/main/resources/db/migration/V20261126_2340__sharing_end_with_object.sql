-- With an object end its shares, as its comments do.
create function shares_leave() returns trigger language plpgsql as $$
begin
    delete from shares
    where workspace_id = old.workspace_id and resource_type = tg_argv[0] and resource_id = old.id;
    return old;
end $$;

create function shares_leave_with(name text, type text) returns void language plpgsql as $$
begin
    execute format('create trigger shares_leave after delete on %I for each row execute function shares_leave(%L)',
        name, type);
end $$;

create or replace function shareable_table(name text, type text) returns void language plpgsql as $$
begin
    execute format('create policy grantees_read on %I for select using (id = any ((select app_shared(%L, %L))::uuid[]))',
        name, type, 'view');
    execute format('create policy grantees_edit on %I for update using (id = any ((select app_shared(%L, %L))::uuid[]))',
        name, type, 'edit');
    perform shares_leave_with(name, type);
end $$;

-- The shares of what is no more go now. The owner is subject to the policies, too, and sees nothing while they are forced.
alter table shares no force row level security;
do $$
declare
    shareable record;
begin
    for shareable in select * from (values ('datasets', 'dataset'), ('training_jobs', 'training_job'), ('models', 'model'),
        ('training_configurations', 'training_configuration'), ('conversations', 'conversation')) as t (name, type) loop
        perform shares_leave_with(shareable.name, shareable.type);
        execute format('alter table %I no force row level security', shareable.name);
        execute format('delete from shares where resource_type = %L and resource_id not in (select id from %I)',
            shareable.type, shareable.name);
        execute format('alter table %I force row level security', shareable.name);
    end loop;
end $$;
alter table shares force row level security;
