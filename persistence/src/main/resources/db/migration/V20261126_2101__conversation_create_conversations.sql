-- What people and models said to each other. A conversation lies in a workspace, but is its maker's alone until shared.
create table conversations (
    id             uuid          primary key,
    version        bigint        not null,
    workspace_id   uuid          not null references workspaces (id),
    title          varchar(200)  not null,
    message_count  integer       not null,
    archived_at    timestamptz,
    created_by     uuid          not null references users (id),
    created_at     timestamptz   not null,
    updated_at     timestamptz   not null
);

create index conversations_newest on conversations (workspace_id, created_by, updated_at desc, id desc);
create index conversations_created_by on conversations (created_by);

alter table conversations enable row level security;
alter table conversations force row level security;
create policy own_read on conversations for select
    using ((created_by = (select app_user()) and workspace_id = any ((select app_workspaces())::uuid[]))
        or (select app_system()));
select members_write('conversations', '(created_by = (select app_user())
    and workspace_id = any ((select app_workspaces(''member''))::uuid[])) or (select app_system())');
select shareable_table('conversations', 'conversation');
select goes_with_workspace('conversations');
grant select, insert, update, delete on conversations to whetstone_app;

-- Messages are a tree: an edited question and another answer are branches beside the first. Their number is their order.
create table messages (
    id                 uuid          primary key,
    version            bigint        not null,
    workspace_id       uuid          not null references workspaces (id),
    conversation_id    uuid          not null references conversations (id) on delete cascade,
    parent_id          uuid          references messages (id) on delete cascade,
    number             integer       not null,
    role               varchar(16)   not null check (role in ('system', 'user', 'assistant')),
    content            text          not null,
    state              varchar(16)   not null check (state in ('complete', 'pending', 'cancelled', 'failed')),
    model_id           uuid,
    model_name         varchar(200),
    prompt_tokens      integer,
    completion_tokens  integer,
    finish_reason      varchar(32),
    failure            varchar(1000),
    request_key        varchar(255),
    fingerprint        char(64),
    node               uuid,
    lease_until        timestamptz,
    created_by         uuid          not null references users (id),
    created_at         timestamptz   not null,
    finished_at        timestamptz,
    unique (conversation_id, number),
    check (role = 'assistant' or state = 'complete'),
    check ((lease_until is not null) = (state = 'pending')),
    check ((failure is not null) = (state = 'failed')),
    check ((request_key is null) = (fingerprint is null))
);

create index messages_of_workspace on messages (workspace_id, conversation_id, number);
create index messages_of_parent on messages (parent_id);
create index messages_created_by on messages (created_by);
create index messages_pending on messages (lease_until) where state = 'pending';
create unique index messages_once on messages (conversation_id, created_by, request_key) where request_key is not null;

-- Whether the caller may go on with this conversation: as its maker, or by a share to edit.
create function app_may_continue(workspace uuid, conversation uuid) returns boolean
    language sql stable security definer set search_path = public
    return exists (
        select from conversations
        where id = conversation and workspace_id = workspace
          and ((created_by = app_user() and workspace_id = any (app_workspaces('member')))
              or id = any (app_shared('conversation', 'edit'))));

-- Whoever sees the conversation reads it, and speaks in no name but their own. Answers are the system's to finish.
alter table messages enable row level security;
alter table messages force row level security;
create policy readers_read on messages for select using (conversation_id in (select id from conversations));
create policy writers_insert on messages for insert
    with check (created_by = (select app_user()) and app_may_continue(workspace_id, conversation_id));
create policy system_write on messages using ((select app_system())) with check ((select app_system()));
select goes_with_workspace('messages');
grant select, insert, update, delete on messages to whetstone_app;

-- What is known of a conversation beside it is for those who see it: members of its workspace are not among them.
create policy personal on comments as restrictive
    using (resource_type <> 'conversation' or resource_id in (select id from conversations))
    with check (resource_type <> 'conversation' or resource_id in (select id from conversations));
create policy personal_read on comment_reactions as restrictive for select
    using (exists (select from comments c where c.id = comment_id));
create policy personal on shares as restrictive
    using (resource_type <> 'conversation' or created_by = (select app_user()) or grantee_user_id = (select app_user())
        or grantee_workspace_id = any ((select app_workspaces())::uuid[]) or (select app_system()))
    with check (resource_type <> 'conversation' or created_by = (select app_user()) or (select app_system()));

-- Before, as comments on what is no more are hidden from everybody.
create trigger comments_leave before delete on conversations
    for each row execute function comments_leave('conversation');
