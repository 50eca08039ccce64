-- Who asks, and what of it is theirs. The application's role is subject to every policy made here.

create function app_user() returns uuid
    language sql stable
    return nullif(current_setting('app.user_id', true), '')::uuid;

create function app_system() returns boolean
    language sql stable
    return coalesce(current_setting('app.system', true), '') = 'on';

create table workspaces (
    id          uuid         primary key,
    version     bigint       not null,
    name        varchar(120) not null,
    kind        varchar(16)  not null check (kind in ('personal', 'team')),
    created_at  timestamptz  not null
);

create table users (
    id                    uuid         primary key,
    version               bigint       not null,
    email                 varchar(254) not null,
    display_name          varchar(120) not null,
    password_hash         varchar(255) not null,
    must_change_password  boolean      not null,
    role                  varchar(16)  not null check (role in ('user', 'admin')),
    status                varchar(16)  not null check (status in ('active', 'disabled')),
    personal_workspace_id uuid         not null references workspaces (id),
    created_at            timestamptz  not null,
    last_sign_in_at       timestamptz
);

create unique index users_email on users (lower(email));
create index users_personal_workspace on users (personal_workspace_id);
create index users_newest on users (created_at desc, id desc);

create table workspace_members (
    workspace_id  uuid         not null references workspaces (id),
    user_id       uuid         not null references users (id),
    role          varchar(16)  not null check (role in ('owner', 'admin', 'member', 'viewer')),
    joined_at     timestamptz  not null,
    primary key (workspace_id, user_id)
);

create index workspace_members_of_user on workspace_members (user_id);

create table refresh_tokens (
    id          uuid        primary key,
    user_id     uuid        not null references users (id),
    family_id   uuid        not null,
    secret_hash bytea       not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    revoked_at  timestamptz
);

create index refresh_tokens_of_user on refresh_tokens (user_id);
create index refresh_tokens_of_family on refresh_tokens (family_id);

-- The workspaces of the caller, asked once a statement by the policies below.
create function app_workspaces() returns uuid[]
    language sql stable security definer set search_path = public
    return (select coalesce(array_agg(workspace_id), '{}') from workspace_members where user_id = app_user());

create function own_table(name text, mine text) returns void language plpgsql as $$
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy mine on %I using (%s) with check (%s)', name, mine, mine);
    execute format('grant select, insert, update, delete on %I to whetstone_app', name);
end $$;

-- Walls off a table whose rows belong to a workspace. Every migration that makes such a table ends with it.
create function tenant_table(name text) returns void language sql
    begin atomic
    select own_table(name, 'workspace_id = any ((select app_workspaces())::uuid[]) or (select app_system())');
    end;

select own_table('workspaces', 'id = any ((select app_workspaces())::uuid[]) or (select app_system())');
select own_table('users', 'id = (select app_user()) or (select app_system())');
select own_table('workspace_members', 'user_id = (select app_user()) or (select app_system())');
select own_table('refresh_tokens', 'user_id = (select app_user()) or (select app_system())');

-- Messages that must not be lost: written with the change, delivered at least once after it.
create table outbox (
    id               bigint      generated always as identity primary key,
    topic            varchar(80) not null,
    payload          jsonb       not null,
    created_at       timestamptz not null,
    attempts         int         not null default 0,
    next_attempt_at  timestamptz not null,
    delivered_at     timestamptz,
    last_error       text
);

create index outbox_due on outbox (next_attempt_at, id) where delivered_at is null;
create index outbox_delivered on outbox (delivered_at) where delivered_at is not null;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy write_only on outbox for insert with check (true);
create policy deliver on outbox using ((select app_system())) with check ((select app_system()));
grant select, insert, update, delete on outbox to whetstone_app;

-- Answers to requests that must happen once, by the caller's Idempotency-Key.
create table idempotency_keys (
    workspace_id  uuid         not null references workspaces (id),
    user_id       uuid         not null references users (id),
    key           varchar(255) not null,
    fingerprint   char(64)     not null,
    status        int,
    location      text,
    body          text,
    created_at    timestamptz  not null,
    primary key (workspace_id, user_id, key)
);

create index idempotency_keys_of_user on idempotency_keys (user_id);
create index idempotency_keys_age on idempotency_keys (created_at);
select tenant_table('idempotency_keys');
