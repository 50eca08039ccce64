-- What people say about an object that can be shared, in threads of one level.
create table comments (
    id             uuid           primary key,
    version        bigint         not null,
    workspace_id   uuid           not null references workspaces (id),
    resource_type  varchar(32)    not null check (resource_type in ('dataset', 'training_job', 'model')),
    resource_id    uuid           not null,
    parent_id      uuid           references comments (id),
    author_id      uuid           not null references users (id),
    text           varchar(10000) not null,
    mentions       jsonb          not null,
    created_at     timestamptz    not null,
    edited_at      timestamptz,
    deleted_at     timestamptz
);

create index comments_of_object on comments (workspace_id, resource_type, resource_id, created_at desc, id desc);
create index comments_of_parent on comments (parent_id, created_at, id);
create index comments_of_author on comments (author_id);
select tenant_table('comments');

-- Whether the caller may discuss this object of another workspace.
create function app_may_comment(workspace uuid, type text, object uuid) returns boolean
    language sql stable security definer set search_path = public
    return exists (
        select from shares
        where workspace_id = workspace and resource_type = type and resource_id = object
          and level in ('comment', 'edit')
          and (grantee_user_id = app_user() or grantee_workspace_id = any (app_workspaces())));

create policy shared_read on comments for select using (
    (resource_type = 'dataset' and resource_id = any ((select app_shared('dataset', 'view'))::uuid[]))
    or (resource_type = 'training_job' and resource_id = any ((select app_shared('training_job', 'view'))::uuid[]))
    or (resource_type = 'model' and resource_id = any ((select app_shared('model', 'view'))::uuid[])));
create policy shared_insert on comments for insert
    with check (app_may_comment(workspace_id, resource_type, resource_id));
create policy shared_update on comments for update
    using (author_id = (select app_user()) and app_may_comment(workspace_id, resource_type, resource_id));
create policy shared_delete on comments for delete
    using (author_id = (select app_user()) and app_may_comment(workspace_id, resource_type, resource_id));

-- Nobody speaks in the name of another, and only an administrator takes back what others said.
create policy own_insert on comments as restrictive for insert
    with check (author_id = (select app_user()) or (select app_system()));
create policy own_update on comments as restrictive for update
    using (author_id = (select app_user()) or workspace_id = any ((select app_workspaces('admin'))::uuid[])
        or (select app_system()));

create table comment_reactions (
    workspace_id  uuid         not null references workspaces (id),
    comment_id    uuid         not null references comments (id) on delete cascade,
    user_id       uuid         not null references users (id),
    emoji         varchar(16)  not null
                  check (emoji in ('thumbs_up', 'thumbs_down', 'heart', 'party', 'eyes', 'rocket')),
    created_at    timestamptz  not null,
    primary key (comment_id, user_id, emoji)
);

create index comment_reactions_of_workspace on comment_reactions (workspace_id);
create index comment_reactions_of_user on comment_reactions (user_id);
select tenant_table('comment_reactions');

create function app_may_react(workspace uuid, comment uuid) returns boolean
    language sql stable security definer set search_path = public
    return exists (
        select from comments c
        where c.id = comment and c.workspace_id = workspace
          and app_may_comment(c.workspace_id, c.resource_type, c.resource_id));

create policy shared_read on comment_reactions for select using (
    exists (select from comments c where c.id = comment_id));
create policy shared_insert on comment_reactions for insert with check (app_may_react(workspace_id, comment_id));
create policy shared_delete on comment_reactions for delete using (app_may_react(workspace_id, comment_id));
create policy own_insert on comment_reactions as restrictive for insert
    with check (user_id = (select app_user()) or (select app_system()));

-- With an object goes what was said about it.
create function comments_leave() returns trigger language plpgsql as $$
begin
    delete from comments
    where workspace_id = old.workspace_id and resource_type = tg_argv[0] and resource_id = old.id;
    return old;
end $$;

create trigger comments_leave after delete on datasets for each row execute function comments_leave('dataset');
create trigger comments_leave after delete on training_jobs
    for each row execute function comments_leave('training_job');
create trigger comments_leave after delete on models for each row execute function comments_leave('model');
