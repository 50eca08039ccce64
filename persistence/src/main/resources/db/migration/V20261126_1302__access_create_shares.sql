-- An object that others than its workspace may see, discuss or change. It stays where it is.
create table shares (
    id                    uuid         primary key,
    version               bigint       not null,
    workspace_id          uuid         not null references workspaces (id),
    resource_type         varchar(32)  not null check (resource_type in ('dataset', 'training_job', 'model')),
    resource_id           uuid         not null,
    grantee_user_id       uuid         references users (id),
    grantee_workspace_id  uuid         references workspaces (id),
    level                 varchar(16)  not null check (level in ('view', 'comment', 'edit')),
    note                  varchar(500),
    created_by            uuid         not null references users (id),
    created_at            timestamptz  not null,
    check (num_nonnulls(grantee_user_id, grantee_workspace_id) = 1)
);

create unique index shares_once on shares (resource_type, resource_id, grantee_user_id, grantee_workspace_id)
    nulls not distinct;
create index shares_of_workspace on shares (workspace_id, created_at desc, id desc);
create index shares_of_user on shares (grantee_user_id, resource_type);
create index shares_with_workspace on shares (grantee_workspace_id, resource_type);
create index shares_created_by on shares (created_by);

select tenant_table('shares');
create policy grantees_read on shares for select using (
    grantee_user_id = (select app_user())
    or grantee_workspace_id = any ((select app_workspaces())::uuid[]));

-- The objects of a type that are shared with the caller at least at this level.
create function app_shared(type text, lowest text) returns uuid[]
    language sql stable security definer set search_path = public
    return (select coalesce(array_agg(resource_id), '{}') from shares
            where resource_type = type
              and array_position('{view,comment,edit}', level::text) >= array_position('{view,comment,edit}', lowest)
              and (grantee_user_id = app_user() or grantee_workspace_id = any (app_workspaces())));

-- Opens a tenant table to those with whom its rows are shared: the rows of the object itself to readers and editors.
create function shareable_table(name text, type text) returns void language plpgsql as $$
begin
    execute format('create policy shared_read on %I for select using (id = any ((select app_shared(%L, %L))::uuid[]))',
        name, type, 'view');
    execute format('create policy shared_edit on %I for update using (id = any ((select app_shared(%L, %L))::uuid[]))',
        name, type, 'edit');
end $$;

-- The same for rows that are a part of a shared object, which editors do not change.
create function shareable_part(name text, type text, object text) returns void language plpgsql as $$
begin
    execute format('create policy shared_read on %I for select using (%I = any ((select app_shared(%L, %L))::uuid[]))',
        name, object, type, 'view');
end $$;

select shareable_table('datasets', 'dataset');
select shareable_part('dataset_versions', 'dataset', 'dataset_id');
create policy shared_read on dataset_problems for select using (
    version_id in (select id from dataset_versions where dataset_id = any ((select app_shared('dataset', 'view'))::uuid[])));
select shareable_table('training_jobs', 'training_job');
select shareable_part('training_metrics', 'training_job', 'job_id');
select shareable_part('training_checkpoints', 'training_job', 'job_id');
select shareable_table('models', 'model');
